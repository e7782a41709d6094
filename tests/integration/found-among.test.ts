import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { VISITOR, type LotViewer } from '~/features/lots/model/visibility'
import { listFoundLots } from '~/features/lots/queries/found-lots.server'
import { findLotsInMemory } from '~/features/lots/memory-search.server'
import { listFoundNeeds } from '~/features/needs/queries.server'
import { findNeedsByText } from '~/features/needs/text-search.server'
import * as ranking from '~/features/vocabulary/model/rank-text'
import { makeLot } from '~db/seed/factories/lot'
import { makeNeed } from '~db/seed/factories/need'
import { emptyRows, insertRows } from '~db/seed/factories/rows'
import { withTx } from '~/platform/transaction.server'
import { createActor } from '~tests/support/actors'
import { makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

const WORDS = ['porte', 'portes', 'fenêtre', 'chêne', 'bois', 'radiateur', 'fonte', '83', '830 mm', 'brique']
/** A text of the table, a slip, a beginning, a unit, an aside and what nothing says, beside the words of the records. */
const ASKED = [...WORDS, 'placo', 'fenetr', 'radiateu', 'huisserie', 'dans Paris', 'zzyzx', 'porte-fenêtre']

let open: TestDatabase
let viewers: LotViewer[] = []
const lotIds: string[] = []
const needIds: string[] = []

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  const giver = await createActor('giver')
  const taker = await createActor('taker')
  const { organisationId } = giver
  const siteId = await makeSite(giver, { communeCode: '93048' })
  const rows = emptyRows()
  for (let made = 0; made < 120; made += 1) {
    const pick = <T>(all: readonly T[], step: number): T => all[(made * step + (made >> 2)) % all.length]!
    const title = [pick(WORDS, 1), pick(WORDS, 3), pick(WORDS, 7)].slice(0, 1 + (made % 3)).join(' ')
    const communeCode = pick(['93048', '93006'], 1)
    const material = pick(['door', 'brick'] as const, 1)
    const staged = made % 5 === 0
    rows.lots.push(
      makeLot({
        ...{ organisationId, siteId, communeCode, material, title, description: '' },
        status: made % 7 === 0 ? 'withdrawn' : 'published',
        availableUntil: addDays(TODAY, made % 11),
        publicFrom: addDays(TODAY, staged ? 3 : -3),
        ...(staged && { territory: 'commune', territoryCode: '93048', territoryFrom: addDays(TODAY, -5) }),
      }),
    )
    rows.needs.push(
      makeNeed({
        ...{ organisationId: taker.organisationId, communeCode, material, title },
        status: made % 7 === 0 ? 'closed' : 'open',
        neededUntil: addDays(TODAY, made % 11),
      }),
    )
  }
  await withTx((tx) => insertRows(tx, rows))
  lotIds.push(...rows.lots.map(({ id }) => id), 'unknown')
  needIds.push(...rows.needs.map(({ id }) => id), 'unknown')
  viewers = [
    VISITOR,
    { organisationId, territoryCodes: [], seesAll: false },
    { organisationId: taker.organisationId, territoryCodes: ['93048'], seesAll: false },
  ]
})
afterAll(() => {
  setClock()
  open.remove()
})

const text = fc
  .array(fc.constantFrom(...ASKED), { minLength: 1, maxLength: 2 })
  .map((words) => words.join(' '))
const filters = fc.record(
  {
    text,
    material: fc.constantFrom('door' as const, 'brick' as const),
    communeCodes: fc.constant(['93048']),
  },
  { requiredKeys: ['text'] },
)
const idsOf = (found: readonly { id: string }[]) => found.map(({ id }) => id).sort()

describe('a search held against some records', () => {
  it('answers of lots as the search of all of them does', async () => {
    let answers = 0
    const some = fc.uniqueArray(fc.constantFrom(...lotIds), { minLength: 20, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(some, filters, fc.nat({ max: 2 }), async (ids, asked, who) => {
        const viewer = viewers[who]!
        const all = await findLotsInMemory(asked, viewer, { most: Infinity })
        const whole = new Set(all.ids.slice(0, all.whole))
        const found = idsOf(await listFoundLots(ids, asked, viewer))
        expect(found).toEqual(ids.filter((id) => whole.has(id)).sort())
        answers += found.length
      }),
      { numRuns: 300 },
    )
    expect(answers).toBeGreaterThan(100)
  })

  it('answers of needs as the search of all of them does', async () => {
    let answers = 0
    const some = fc.uniqueArray(fc.constantFrom(...needIds), { minLength: 20, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(some, filters, async (ids, asked) => {
        const all = await findNeedsByText(asked)
        const whole = new Set(all.ids.slice(0, all.whole))
        const found = idsOf(await listFoundNeeds(ids, asked))
        expect(found).toEqual(ids.filter((id) => whole.has(id)).sort())
        answers += found.length
      }),
      { numRuns: 300 },
    )
    expect(answers).toBeGreaterThan(100)
  })

  it('ranks nothing: what it costs does not grow with the market', async () => {
    const rank = vi.spyOn(ranking, 'rankText')
    await listFoundLots(lotIds.slice(0, 2), { text: 'porte' }, VISITOR)
    await listFoundNeeds(needIds.slice(0, 2), { text: 'porte' })
    expect(rank).not.toHaveBeenCalled()
    await findLotsInMemory({ text: 'porte' }, VISITOR, { most: 1 })
    expect(rank).toHaveBeenCalledOnce()
    rank.mockRestore()
  })
})
