import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { newId } from '~/core/ids'
import { linkToken } from '~/features/alerts/alert-links.server'
import { askForAlerts } from '~/features/alerts/commands/ask-for-alerts.server'
import { confirmAlerts } from '~/features/alerts/commands/confirm-alerts.server'
import { saveSearch } from '~/features/alerts/commands/save-search.server'
import type * as lotTexts from '~/features/lots/queries/lot-texts.server'
import { usualSearches } from '~/features/lots/suggest.server'
import { heldLots } from '~/features/lots/held-lots.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { withTx } from '~/platform/transaction.server'
import { makeLot } from '~db/seed/factories/lot'
import { insertRows } from '~db/seed/factories/rows'
import { makeSite } from '~db/seed/factories/site'
import { granted } from '~tests/support/answers'
import { createActor } from '~tests/support/actors'
import { isWriting, reopen, setupDatabase, type TestSetup } from '~tests/support/database'

/** Whether each page of a build was read while the writer held the lock. */
const { pages } = vi.hoisted(() => ({ pages: [] as boolean[] }))

vi.mock('~/features/lots/queries/lot-texts.server', async (original) => {
  const real = await original<typeof lotTexts>()
  const listLotTexts: typeof real.listLotTexts = (asked) => {
    if ('after' in asked) pages.push(isWriting(setup.database))
    return real.listLotTexts(asked)
  }
  return { ...real, listLotTexts }
})

let setup: TestSetup
let taker: Actor

beforeAll(async () => {
  setup = await setupDatabase()
  const giver = await createActor('giver')
  taker = await createActor('taker')
  const { organisationId } = giver
  const site = makeSite({ organisationId, communeCode: '93048' })
  const place = { organisationId, siteId: site.id, communeCode: '93048' }
  await withTx((tx) => insertRows(tx, { sites: [site], lots: [makeLot({ ...place, title: 'Portes' })] }))
})
/** As after a start: nothing is in memory of this database. */
beforeEach(async () => {
  await reopen(setup)
  pages.length = 0
})
afterAll(() => setup.cleanup())

const words = { subject: 'lots', query: '?q=porte', name: 'Portes', pace: 'daily' } as const

it('builds what a kept search reads before the transaction that notes what it shows', async () => {
  granted(await saveSearch({ actor: taker, id: newId(), ...words }))
  expect(pages.length).toBeGreaterThan(0)
  expect(pages).not.toContain(true)
})

it('does the same where an address confirms', async () => {
  const asked = { ...words, id: newId(), email: 'voisine@exemple.fr', locale: 'fr' } as const
  granted(await askForAlerts({ ...asked, website: '', clientIp: '203.0.113.1' }))
  const searchId = setup.database.writer
    .prepare('select id from saved_searches where subscriber_id is not null')
    .pluck()
    .get() as string
  granted(await confirmAlerts(linkToken('confirm', searchId)))
  expect(pages.length).toBeGreaterThan(0)
  expect(pages).not.toContain(true)
})

it('does the same for a search of lots without words', async () => {
  granted(await saveSearch({ actor: taker, id: newId(), ...words, query: '?materiau=door' }))
  expect(pages.length).toBeGreaterThan(0)
  expect(pages).not.toContain(true)
})

it('builds nothing for a search of needs without words', async () => {
  const asked = { ...words, id: newId(), subject: 'needs', query: '?materiau=door' } as const
  granted(await saveSearch({ actor: taker, ...asked }))
  expect(pages).toEqual([])
})

it('lets a page without a text go on while the index is built, and gives its words afterwards', async () => {
  expect(await usualSearches()).toEqual([])
  await heldLots()
  expect(await usualSearches()).toContain('porte')
})
