import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import { actOnSearch } from '~/features/alerts/commands/act-on-search.server'
import { findForLot } from '~/features/alerts/commands/find-for-searches.server'
import { gatherAlerts } from '~/features/alerts/commands/gather-alerts.server'
import { saveSearch } from '~/features/alerts/commands/save-search.server'
import { sendAlerts } from '~/features/alerts/commands/send-alerts.server'
import { describePage, describeSearch } from '~/features/alerts/describe-search.server'
import { MOST_SEARCHES } from '~/features/alerts/model/limits'
import { countFound, listFound, listSearchesOf } from '~/features/alerts/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { HANDLERS } from '~/jobs/registry.server'
import { env, setEnv } from '~/platform/env.server'
import { changesLot, keeps, offersLot, oneClickOf, statesNeed, workIsDone } from '~tests/support/alert-market'
import { createActor } from '~tests/support/actors'
import { makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'
import { mailText, startMailServer, type MailServer, type ReceivedMail } from '~tests/support/mail-server'

let open: TestDatabase
let server: MailServer
let giver: Actor
let taker: Actor
let siteId = ''
/** Noon UTC, then a week later for each test, so that no day's limit nor summary reaches the next. TODAY is a Tuesday. */
const START = Date.parse(`${TODAY}T12:00:00Z`)
let weeks = 0
let now = START
const WEEK_MS = 7 * 86_400_000
const SOON_MS = 20_000

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
  server = await startMailServer()
  setEnv({ ...env(), smtpUrl: server.url, publicUrl: 'https://gisement.test' })
  giver = await createActor('giver')
  siteId = await makeSite(giver, { communeCode: '93048' })
})
beforeEach(async () => {
  weeks += 1
  now = START + weeks * WEEK_MS
  await workIsDone()
  open.writer.exec("update lots set status = 'withdrawn'")
  taker = await createActor('taker', { communeCode: '75056' })
  server.received.length = 0
})
afterAll(async () => {
  setClock()
  await server.close()
  open.remove()
})

/** The mails to the taker once what is due in a moment is done. */
async function toldSoon(): Promise<ReceivedMail[]> {
  await workIsDone()
  now += SOON_MS
  await workIsDone()
  return server.received.splice(0).filter(({ to }) => to.includes(taker.email))
}

it('tells at once, once, of a lot that comes to fit, with what it is, where it is and how to end it', async () => {
  await keeps(taker)
  const lotId = await offersLot(giver, siteId)
  const mails = await toldSoon()
  expect(mails).toHaveLength(1)
  const text = mailText(mails[0]!.raw)
  expect(text).toContain('Portes à âme pleine\u00a0: 12\u00a0u à Montreuil, jusqu’au')
  expect(text).toContain(`https://gisement.test/lots/${lotId}`)
  expect(text).toContain('«\u00a0Mes portes\u00a0»')
  expect(mails[0]!.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(oneClickOf(mails[0]!)).toMatch(/^\/alertes\/fin\//)
  await changesLot(lotId)
  expect(await toldSoon()).toEqual([])
})

it('knows what was there when it was kept, and tells of nothing that fits not or is one’s own', async () => {
  const before = await offersLot(giver, siteId)
  await workIsDone()
  const searchId = await keeps(taker)
  await changesLot(before)
  await offersLot(giver, siteId, { material: 'brick' })
  const both = await createActor('taker', { isGiver: true })
  await keeps(both)
  await offersLot(both, await makeSite(both))
  const mails = await toldSoon()
  expect(mails).toHaveLength(1)
  expect(mailText(mails[0]!.raw)).not.toContain(before)
  expect(server.received).toEqual([])
  expect((await listFound(searchId, 10)).map(({ itemId }) => itemId)).not.toContain(before)
})

it('tells of what is published together, and found by several searches, in one mail', async () => {
  await keeps(taker)
  await keeps(taker, { query: '?commune=93048', name: 'Montreuil' })
  now = Math.ceil(now / 10_000) * 10_000
  await offersLot(giver, siteId, { title: 'Portes du hall' })
  await offersLot(giver, siteId, { title: 'Portes du toit' })
  const mails = await toldSoon()
  expect(mails).toHaveLength(1)
  const text = mailText(mails[0]!.raw)
  expect(text.match(/Portes du (hall|toit)/g)).toHaveLength(4)
  expect(text.match(/«\u00a0(Mes portes|Montreuil)\u00a0»/g)).toHaveLength(2)
  // With several searches in a mail, one click ends them all.
  expect(mailText(mails[0]!.raw)).toContain(oneClickOf(mails[0]!))
  expect(text.split(oneClickOf(mails[0]!))).toHaveLength(2)
})

it('sends nothing twice, whatever jobs run twice or at once', async () => {
  const searchId = await keeps(taker)
  const lotId = await offersLot(giver, siteId)
  await Promise.all([findForLot(lotId), findForLot(lotId), findForLot(lotId)])
  await findForLot(lotId)
  const gathering = { owner: { kind: 'user', id: taker.userId }, pace: 'immediate', until: null } as const
  await Promise.all([gatherAlerts(gathering), gatherAlerts(gathering)])
  expect(await toldSoon()).toHaveLength(1)
  expect(await listFound(searchId, 10)).toHaveLength(1)
  // A worker that died after the mail server took the mail sends the same again, under the same name.
  const mailId = open.writer
    .prepare('select mail_id from alert_hits where search_id = ?')
    .pluck()
    .get(searchId)
  await sendAlerts(mailId as string)
  expect(server.received.map(({ raw }) => raw)).toEqual([
    expect.stringContaining(`<${String(mailId)}@gisement>`),
  ])
})

it('survives a mail server that is away: the mail is tried again, and comes once', async () => {
  await keeps(taker)
  await offersLot(giver, siteId)
  setEnv({ ...env(), smtpUrl: 'smtp://127.0.0.1:1' })
  expect(await toldSoon()).toEqual([])
  setEnv({ ...env(), smtpUrl: server.url })
  now += 3_600_000
  expect(await toldSoon()).toHaveLength(1)
  now += 3_600_000
  expect(await toldSoon()).toEqual([])
})

it('sends five mails a day at once; the rest waits for the summary of the next morning', async () => {
  await keeps(taker)
  for (let told = 0; told < 5; told++) {
    await offersLot(giver, siteId)
    expect(await toldSoon()).toHaveLength(1)
  }
  await offersLot(giver, siteId, { title: 'La sixième' })
  await offersLot(giver, siteId, { title: 'La septième' })
  expect(await toldSoon()).toEqual([])
  now = Date.parse(`${new Date(now).toISOString().slice(0, 10)}T05:00:00Z`) + 86_400_000
  const mails = await toldSoon()
  expect(mails).toHaveLength(1)
  expect(mailText(mails[0]!.raw)).toMatch(/La sixième[\s\S]*La septième|La septième[\s\S]*La sixième/)
})

it('sends the summary of a day the next morning, that of a week on Monday, and none of nothing', async () => {
  const daily = await keeps(taker, { pace: 'daily', query: '?materiau=door', name: 'Chaque jour' })
  await keeps(taker, { pace: 'weekly', query: '?materiau=brick', name: 'Chaque semaine' })
  await offersLot(giver, siteId)
  await offersLot(giver, siteId, { material: 'brick', title: 'Briques pleines' })
  expect(await toldSoon()).toEqual([])
  const day = new Date(now).toISOString().slice(0, 10)
  now = Date.parse(`${addDays(day, 1)}T04:59:00Z`)
  expect(await toldSoon()).toEqual([])
  now = Date.parse(`${addDays(day, 1)}T05:00:00Z`)
  const [mail, ...more] = await toldSoon()
  expect(more).toEqual([])
  expect(mailText(mail!.raw)).toContain('Chaque jour')
  expect(mailText(mail!.raw)).not.toContain('Briques')
  for (let days = 2; days < 6; days++) {
    now = Date.parse(`${addDays(day, days)}T05:00:00Z`)
    expect(await toldSoon(), `${days} days after`).toEqual([])
  }
  now = Date.parse(`${addDays(day, 6)}T05:00:00Z`)
  expect(new Date(now).getUTCDay()).toBe(1)
  const mails = await toldSoon()
  expect(mails.map(({ raw }) => mailText(raw))).toEqual([expect.stringContaining('Briques pleines')])
  expect(await countFound({ kind: 'user', id: taker.userId })).toEqual(
    new Map([
      [daily, expect.objectContaining({ all: 1 })],
      [expect.any(String), expect.objectContaining({ all: 1 })],
    ]),
  )
})

it('tells of a lot at its publication, where what is there today alone was asked', async () => {
  const asked = new URLSearchParams('materiau=door&dispo=oui')
  const { query, filters } = await describeSearch('lots', asked, 'fr')
  expect(query).toBe('?materiau=door')
  expect(filters).toHaveLength(1)
  expect((await describePage('lots', asked, 'fr')).filters).toHaveLength(2)
  // Kept before «there today» was left out.
  await keeps(taker, { query: '?materiau=door&dispo=oui' })
  const day = new Date(now).toISOString().slice(0, 10)
  await offersLot(giver, siteId, { availableFrom: addDays(day, 10), availableUntil: addDays(day, 40) })
  expect(await toldSoon()).toHaveLength(1)
})

it('leaves out what is gone before its mail goes, sends none of that alone, and tells of it when it is back', async () => {
  await keeps(taker)
  const lotId = await offersLot(giver, siteId)
  await workIsDone()
  open.writer.prepare('update lots set available_milli = 0 where id = ?').run(lotId)
  expect(await toldSoon()).toEqual([])
  open.writer.prepare('update lots set available_milli = quantity_milli where id = ?').run(lotId)
  await changesLot(lotId)
  expect(await toldSoon()).toHaveLength(1)
})

it('tells of needs as of lots', async () => {
  await keeps(giver, { subject: 'needs', name: 'Qui cherche des portes' })
  const needId = await statesNeed(taker, 'Portes pour un gymnase')
  await workIsDone()
  now += SOON_MS
  await workIsDone()
  const mails = server.received.filter(
    ({ to, raw }) => to.includes(giver.email) && /^Subject:.*besoin/im.test(raw) && raw.includes('alertes'),
  )
  expect(mails.map(({ raw }) => mailText(raw))).toEqual([expect.stringContaining(`/besoins/${needId}`)])
})

it('is silent while paused: what waited stays on its page, and what came meanwhile is not told', async () => {
  const searchId = await keeps(taker, { pace: 'daily' })
  const owner = { kind: 'user', id: taker.userId } as const
  await offersLot(giver, siteId)
  await workIsDone()
  expect(await actOnSearch(owner, { intent: 'pause', searchId })).toMatchObject({ ok: true })
  await offersLot(giver, siteId)
  now += 86_400_000
  expect(await toldSoon()).toEqual([])
  expect(await listFound(searchId, 10)).toHaveLength(1)
  await actOnSearch(owner, { intent: 'resume', searchId })
  now += 86_400_000
  expect(await toldSoon()).toEqual([])
  await offersLot(giver, siteId)
  await workIsDone()
  now += 86_400_000
  expect(await toldSoon()).toHaveLength(1)
})

it('keeps the same search once, up to a number, for who has proven their address', async () => {
  const owner = { kind: 'user', id: taker.userId } as const
  const first = await keeps(taker)
  expect(await keeps(taker, { name: 'Autre nom', pace: 'weekly' })).toBe(first)
  expect(await listSearchesOf(owner)).toMatchObject([{ name: 'Autre nom', pace: 'weekly' }])
  for (let kept = 1; kept < MOST_SEARCHES; kept++) await keeps(taker, { query: `?q=porte${kept}` })
  const more = {
    actor: taker,
    id: newId(),
    subject: 'lots',
    query: '?q=trop',
    name: 'x',
    pace: 'daily',
  } as const
  expect(await saveSearch(more)).toMatchObject({ ok: false, error: { code: 'alert-cap' } })
  expect(await saveSearch({ ...more, actor: { ...taker, isConfirmed: false } })).toMatchObject({
    error: { code: 'email-unconfirmed' },
  })
  expect(await listSearchesOf(owner)).toHaveLength(MOST_SEARCHES)
})

it('lets nobody else touch a search', async () => {
  const searchId = await keeps(taker)
  const thief = { kind: 'user', id: giver.userId } as const
  for (const intent of ['pause', 'resume', 'delete', 'seen'] as const)
    expect(await actOnSearch(thief, { intent, searchId })).toMatchObject({ error: { code: 'not-found' } })
  expect(
    await saveSearch({ actor: giver, id: searchId, subject: 'lots', query: '', name: 'x', pace: 'daily' }),
  ).toMatchObject({ error: { code: 'conflict' } })
})

it('has a handler for each job that it asks for', () => {
  const kinds = open.writer
    .prepare("select distinct kind from jobs where kind like '%alert%'")
    .pluck()
    .all() as string[]
  expect(kinds.length).toBeGreaterThan(3)
  expect(kinds.filter((kind) => !(kind in HANDLERS))).toEqual([])
})
