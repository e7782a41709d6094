import { argsOf, answerOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { linkToken, readLinkToken, readStopToken } from '~/features/alerts/alert-links.server'
import { forgetAlerts } from '~/features/alerts/commands/forget-alerts.server'
import { KEPT_MS, MOST_SEARCHES } from '~/features/alerts/model/limits'
import type { Actor } from '~/features/organisations/model/permissions'
import { env, setEnv } from '~/platform/env.server'
import { action as confirm, loader as seeConfirm } from '~/routes/alert-confirm/route'
import { action as manage, loader as seeManage } from '~/routes/alert-manage/route'
import { action as ask } from '~/routes/alert-new/route'
import { action as stop, headers as stopHeaders, loader as seeStop } from '~/routes/alert-stop/route'
import { offersLot, oneClickOf, workIsDone } from '~tests/support/alert-market'
import { createActor } from '~tests/support/actors'
import { makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'
import { mailText, startMailServer, type MailServer } from '~tests/support/mail-server'

let open: TestDatabase
let server: MailServer
let giver: Actor
let siteId = ''
let now = Date.parse(`${TODAY}T12:00:00Z`)
let person = 0
let email = ''
let ip = ''

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
  server = await startMailServer()
  setEnv({ ...env(), smtpUrl: server.url, publicUrl: 'https://gisement.test' })
  giver = await createActor('giver')
  siteId = await makeSite(giver, { communeCode: '93048' })
})
beforeEach(() => {
  now += 3 * 86_400_000
  person += 1
  email = `voisine${person}@exemple.fr`
  ip = `203.0.113.${person}`
  server.received.length = 0
})
afterAll(async () => {
  setClock()
  await server.close()
  open.remove()
})

type Asked = { query?: string; id?: string; pace?: string; website?: string; email?: string; ip?: string }

/** Asks for alerts as the form does: the status, and where it leads. */
async function asks({ query = '?materiau=door', ...asked }: Asked = {}) {
  const form = { id: newId(), email, pace: 'immediate', website: '', ...asked }
  const { ip: from = ip, ...fields } = form
  const args = argsOf(await requestAs(null, `/alertes/nouvelle/lots${query}`, fields), { subject: 'lots' })
  const answer = await answerOf(ask({ ...args, context: { ...args.context, clientIp: from } }))
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location') }
  return { status: (answer as { init?: { status?: number } }).init?.status, to: null }
}

/** What reached the address once everything that is due in a moment is done. */
async function mailed(): Promise<{ raw: string; text: string }[]> {
  await workIsDone()
  now += 20_000
  await workIsDone()
  return server.received
    .splice(0)
    .filter(({ to }) => to.includes(email))
    .map(({ raw }) => ({ raw, text: mailText(raw) }))
}

const tokenIn = (text: string, page: string) =>
  new RegExp(`https://gisement\\.test/alertes/${page}/([\\w.-]+)`).exec(text)?.[1] ?? ''

type Handler = (args: ReturnType<typeof argsOf>) => unknown

async function visit(handler: Handler, token: string, form?: Record<string, string>): Promise<unknown> {
  return answerOf(handler(argsOf(await requestAs(null, `/alertes/x/${token}`, form), { token })))
}

/** Asks, confirms and gives the token of the page that manages the address. */
async function follows(query?: string): Promise<string> {
  await asks({ query })
  const [mail] = await mailed()
  const answer = (await visit(confirm, tokenIn(mail!.text, 'confirmer'), {})) as Response
  return new URL(answer.headers.get('Location')!, 'https://gisement.test').pathname.split('/').at(-1)!
}

const rowsOf = (table: string) => open.writer.prepare(`select count(*) from ${table}`).pluck().get() as number

it('looks for nothing until the reader of the address confirms: opening the link is not confirming', async () => {
  expect(await asks({ query: '?materiau=door&q=GAGNEZ+http%3A%2F%2Fpiege.example' })).toEqual({
    status: 302,
    to: '/alertes/nouvelle/lots?fait=envoye',
  })
  const [mail, ...more] = await mailed()
  expect(more).toEqual([])
  // Whoever typed the address writes nothing of their own to its reader.
  expect(mail!.text).not.toMatch(/GAGNEZ|piege/)
  expect(mail!.text).toContain('Porte')
  expect(mail!.raw).not.toContain('List-Unsubscribe')
  const token = tokenIn(mail!.text, 'confirmer')
  for (let scans = 0; scans < 3; scans++) {
    expect(await visit(seeConfirm, token)).toMatchObject({ data: { email, managePath: null } })
  }
  await offersLot(giver, siteId, { title: 'Porte GAGNEZ http piege example' })
  expect(await mailed()).toEqual([])
  await visit(confirm, token, {})
  await visit(confirm, token, {})
  await offersLot(giver, siteId, { title: 'Porte GAGNEZ http piege example deux' })
  const told = await mailed()
  expect(told).toHaveLength(1)
  expect(told[0]!.text).toContain('example deux')
})

it('answers the same for an address that is known, and changes nothing of what it keeps', async () => {
  const unknown = await asks()
  const [first] = await mailed()
  await visit(confirm, tokenIn(first!.text, 'confirmer'), {})
  expect(await asks({ pace: 'weekly' })).toEqual(unknown)
  const [again] = await mailed()
  expect(again!.text).not.toContain('/confirmer/')
  expect(tokenIn(again!.text, 'gerer')).not.toBe('')
  await offersLot(giver, siteId)
  expect(await mailed()).toHaveLength(1)
})

it('ends by one click of a mail program, not by a program that opens links; begins again; twice is as once', async () => {
  await follows()
  await offersLot(giver, siteId)
  const [mail] = await mailed()
  const token = oneClickOf({ to: [], raw: mail!.raw }).split('/').at(-1)!
  for (let scans = 0; scans < 3; scans++) {
    expect(await visit(seeStop, token)).toMatchObject({ isAll: false, isGone: false })
  }
  await offersLot(giver, siteId)
  expect(await mailed()).toHaveLength(1)
  const click = { 'List-Unsubscribe': 'One-Click' }
  expect(await visit(stop, token, click)).toEqual({ isResumed: false })
  expect(await visit(stop, token, click)).toEqual({ isResumed: false })
  await offersLot(giver, siteId)
  expect(await mailed()).toEqual([])
  expect(await visit(stop, token, { intent: 'resume' })).toEqual({ isResumed: true })
  await offersLot(giver, siteId)
  expect(await mailed()).toHaveLength(1)
})

it('gives whoever holds a link that ends alerts no way to the searches of the address', async () => {
  const subscriberId = readLinkToken('manage', await follows())!
  const searchId = open.writer
    .prepare('select id from saved_searches where subscriber_id = ?')
    .pluck()
    .get(subscriberId) as string
  const tokens = [linkToken('stop-search', searchId), linkToken('stop-subscriber', subscriberId)]
  for (const token of tokens) {
    const page = JSON.stringify([await visit(seeStop, token), await visit(stop, token, {})])
    expect(page).not.toContain(linkToken('manage', subscriberId))
    expect(page).not.toMatch(/gerer|@/)
  }
  expect(new Headers(stopHeaders({} as never)).get('Cache-Control')).toBe('private, no-store')
})

it('ends all alerts of an address by the other link of a mail', async () => {
  await follows()
  await follows('?commune=93048')
  await offersLot(giver, siteId)
  const [mail] = await mailed()
  const all = mail!.text.split('\n').find((line) => line.startsWith('Ne plus recevoir aucune'))!
  await visit(stop, tokenIn(all, 'fin'), { 'List-Unsubscribe': 'One-Click' })
  await offersLot(giver, siteId)
  expect(await mailed()).toEqual([])
})

it('erases an address and all that is kept of it, at once', async () => {
  const token = await follows()
  await asks({ query: '?materiau=brick' })
  await offersLot(giver, siteId)
  expect(await mailed()).not.toEqual([])
  await visit(manage, token, { intent: 'erase' })
  const tables = open.writer
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[]
  const held = tables.filter((table) =>
    open.writer
      .prepare(`select * from "${table}"`)
      .all()
      .some((row) => JSON.stringify(row).includes(email)),
  )
  expect(held).toEqual([])
  expect(await visit(seeManage, token)).toMatchObject({ data: null })
  expect(await visit(manage, token, { intent: 'erase' })).toBeInstanceOf(Response)
  await offersLot(giver, siteId)
  expect(await mailed()).toEqual([])
})

it('lets its reader pause, pace and delete; with the last one the address goes', async () => {
  const token = await follows()
  const page = (await visit(seeManage, token)) as { data: { searches: { id: string; name: string }[] } }
  const [{ id: searchId, name }] = page.data.searches as [{ id: string; name: string }]
  expect(name).toBe('Porte et menuiserie')
  await visit(manage, token, { intent: 'change', searchId, name: 'À moi', pace: 'weekly' })
  expect(await visit(seeManage, token)).toMatchObject({
    data: { searches: [{ name: 'À moi', pace: 'weekly' }] },
  })
  const other = await follows('?materiau=brick')
  expect(other).toBe(token)
  const stranger = linkToken('manage', newId())
  await visit(manage, stranger, { intent: 'delete', searchId })
  expect(await visit(seeManage, token)).toMatchObject({ data: { searches: { length: 2 } } })
  for (const { id } of ((await visit(seeManage, token)) as typeof page).data.searches)
    await visit(manage, token, { intent: 'delete', searchId: id })
  expect(await visit(seeManage, token)).toMatchObject({ data: null })
})

it('bounds the confirmation mails of an address and the requests of a network, over restarts', async () => {
  for (let asked = 0; asked < 3; asked++) {
    expect(await asks({ query: `?q=a${asked}`, ip: `198.51.100.${asked}` })).toMatchObject({ status: 302 })
  }
  expect(await asks({ query: '?q=trop', ip: '198.51.100.9' })).toEqual({ status: 429, to: null })
  expect(await mailed()).toHaveLength(3)
  now += 3_600_000
  expect(await asks({ query: '?q=encore', ip: '198.51.100.9' })).toMatchObject({ status: 302 })
  const network = (host: number) => `2001:db8:1:2::${host}`
  for (let asked = 0; asked < 5; asked++) {
    const other = { email: `autre${asked}@exemple.fr`, ip: network(asked) }
    expect(await asks(other)).toMatchObject({ status: 302 })
  }
  expect(await asks({ email: 'autre9@exemple.fr', ip: network(9) })).toMatchObject({ status: 429 })
  const kept = JSON.stringify(open.writer.prepare('select * from rate_limits').all())
  expect(kept).not.toMatch(/@|exemple\.fr|2001:db8|198\.51\./)
})

it('takes a form sent twice, at once too, as one, and drops what programs fill in', async () => {
  const id = newId()
  await Promise.all([asks({ id }), asks({ id })])
  await asks({ id })
  expect(await mailed()).toHaveLength(1)
  const before = rowsOf('alert_subscribers')
  expect(await asks({ website: 'http://x', email: 'programme@exemple.fr' })).toMatchObject({ status: 302 })
  expect(rowsOf('alert_subscribers')).toBe(before)
})

it('forgets what nobody confirmed after seven days, what was stopped after thirty, and the address with it', async () => {
  await asks()
  const [mail] = await mailed()
  const token = tokenIn(mail!.text, 'confirmer')
  now += KEPT_MS.unconfirmed - 60_000
  await forgetAlerts()
  expect(await visit(seeConfirm, token)).toMatchObject({ data: { email } })
  now += 120_000
  await forgetAlerts()
  expect(await visit(seeConfirm, token)).toMatchObject({ data: null, init: { status: 410 } })
  expect(await visit(confirm, token, {})).toMatchObject({ init: { status: 410 } })
  expect(rowsOf(`alert_subscribers where email = '${email}'`)).toBe(0)
  const manageToken = await follows()
  await visit(stop, linkToken('stop-subscriber', readLinkToken('manage', manageToken)!), {})
  now += KEPT_MS.stopped - 60_000
  await forgetAlerts()
  expect(await visit(seeManage, manageToken)).toMatchObject({ data: { email } })
  now += 120_000
  await forgetAlerts()
  expect(await visit(seeManage, manageToken)).toMatchObject({ data: null })
})

it('takes no more searches of an address than its number, and says so where it is confirmed', async () => {
  const token = await follows('?q=premiere')
  const subscriberId = readLinkToken('manage', token)
  const copy = open.writer.prepare(
    'insert into saved_searches select ?, user_id, organisation_id, subscriber_id, subject, ?, name, pace, paused_at_ms, confirmed_at_ms, seen_at_ms, created_at_ms, updated_at_ms from saved_searches where subscriber_id = ? limit 1',
  )
  for (let kept = 1; kept < MOST_SEARCHES; kept++) copy.run(newId(), `?q=n${kept}`, subscriberId)
  await asks({ query: '?q=derniere' })
  const [mail] = await mailed()
  expect(await visit(confirm, tokenIn(mail!.text, 'confirmer'), {})).toMatchObject({ init: { status: 409 } })
})

it('reads no token that it did not sign for the same purpose', () => {
  const id = newId()
  const token = linkToken('confirm', id)
  expect(readLinkToken('confirm', token)).toBe(id)
  expect(readLinkToken('manage', token)).toBeNull()
  expect(readLinkToken('confirm', linkToken('confirm', newId()).replace(/^[^.]+/, id))).toBeNull()
  for (const wrong of ['', '.', id, `${id}.`, `${token}x`, `${token}.x`, `x.${token}`, token.toUpperCase()])
    expect(readLinkToken('confirm', wrong), wrong).toBeNull()
  expect(readStopToken(linkToken('stop-user', id))).toEqual({ kind: 'user', id })
  expect(readStopToken(token)).toBeNull()
})
