import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { searchNow } from '~/features/alerts/found-items.server'
import { findSearch } from '~/features/alerts/queries.server'
import { announceStages } from '~/features/lots/commands/announce-stages.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { env, setEnv } from '~/platform/env.server'
import { keeps, offersLot, workIsDone } from '~tests/support/alert-market'
import { createActor } from '~tests/support/actors'
import { makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'
import { startMailServer, type MailServer } from '~tests/support/mail-server'

let open: TestDatabase
let server: MailServer
let giver: Actor
let taker: Actor
let neighbour: Actor
let siteId = ''
let now = Date.parse(`${TODAY}T12:00:00Z`)
const SOON_MS = 20_000
const WEEK_MS = 7 * 86_400_000

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
  server = await startMailServer()
  setEnv({ ...env(), smtpUrl: server.url, publicUrl: 'https://gisement.test' })
  giver = await createActor('giver')
  siteId = await makeSite(giver, { communeCode: '93048' })
})
beforeEach(async () => {
  now += WEEK_MS
  await workIsDone()
  open.writer.exec("update lots set status = 'withdrawn'")
  taker = await createActor('taker', { communeCode: '75056' })
  neighbour = await createActor('taker', { communeCode: '93048' })
  server.received.length = 0
})
afterAll(async () => {
  setClock()
  await server.close()
  open.remove()
})

/** The terms of a lot that Montreuil sees from today on, and everyone in two days. */
function staged() {
  const day = new Date(now).toISOString().slice(0, 10)
  const stages = { territory: 'commune', territoryCode: '93048', territoryFrom: day } as const
  return { ...stages, publicFrom: addDays(day, 2) }
}

/** What the searches of a person found, and will or did tell of. */
function hitsOf(actor: Actor): unknown[] {
  return open.writer
    .prepare(
      'select item_id from alert_hits join saved_searches on id = search_id where user_id = ? and alert_hits.pace is not null',
    )
    .pluck()
    .all(actor.userId)
}

async function toldSoon(actor: Actor) {
  await workIsDone()
  now += SOON_MS
  await workIsDone()
  return server.received.splice(0).filter(({ to }) => to.includes(actor.email))
}

it('shows a search what its organisation sees on the day, and nothing more once its person has left', async () => {
  await keeps(taker)
  await keeps(neighbour)
  const lotId = await offersLot(giver, siteId, staged())
  expect(await toldSoon(taker)).toEqual([])
  await offersLot(giver, siteId, { ...staged(), title: 'Autres portes' })
  await workIsDone()
  open.writer.prepare('delete from memberships where user_id = ?').run(neighbour.userId)
  await offersLot(giver, siteId, { ...staged(), title: 'Encore des portes' })
  await workIsDone()
  expect(hitsOf(neighbour)).toContain(lotId)
  expect(hitsOf(neighbour)).toHaveLength(2)
  expect(hitsOf(taker)).toEqual([])
  now += 2 * 86_400_000
  await announceStages()
  expect(await toldSoon(taker)).toHaveLength(1)
  expect(hitsOf(taker)).toHaveLength(3)
})

it('shows the members of a closed organisation what every visitor sees, in mails and on pages', async () => {
  const searchId = await keeps(neighbour)
  const before = await offersLot(giver, siteId, staged())
  await workIsDone()
  expect(hitsOf(neighbour)).toEqual([before])
  const search = (await findSearch(searchId))!
  expect((await searchNow(search, 10)).ids).toEqual([before])
  const close = open.writer.prepare('update organisations set suspended_at_ms = ? where id = ?')
  close.run(now, neighbour.organisationId)
  await offersLot(giver, siteId, { ...staged(), title: 'Portes de l’étape' })
  // What was found before waits for a mail that is made after: it does not tell of the stage either.
  expect(await toldSoon(neighbour)).toEqual([])
  expect(hitsOf(neighbour)).toEqual([])
  expect((await searchNow(search, 10)).ids).toEqual([])
  const shown = await offersLot(giver, siteId, { title: 'Portes pour tous' })
  expect(await toldSoon(neighbour)).toHaveLength(1)
  expect(hitsOf(neighbour)).toContain(shown)
  close.run(null, neighbour.organisationId)
  expect((await searchNow(search, 10)).ids).toHaveLength(3)
})
