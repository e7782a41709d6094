import { afterAll, beforeAll, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { chooseMails } from '~/features/notifications/commands/choose-mails.server'
import { readNotifications } from '~/features/notifications/commands/read-notifications.server'
import {
  countNotifications,
  findNotificationPath,
  listNotifications,
} from '~/features/notifications/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { runOnce } from '~/jobs/worker.server'
import { env, setEnv } from '~/platform/env.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import {
  makeActor,
  makeLot,
  makeNeed,
  makeSite,
  openTestDatabase,
  TODAY,
  type TestDatabase,
} from '~tests/support/deal'
import { startMailServer, type MailServer } from '~tests/support/mail-server'

let open: TestDatabase
let server: MailServer
let giver: Actor
let taker: Actor
let lotId = ''

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  server = await startMailServer()
  setEnv({ ...env(), smtpUrl: server.url, publicUrl: 'https://gisement.test' })
  giver = await makeActor('giver')
  taker = await makeActor('taker')
  lotId = await makeLot(giver, await makeSite(giver), 50)
  await makeNeed(taker, 40)
})

afterAll(async () => {
  setClock()
  await server.close()
  open.remove()
})

async function announce(topic: string, payload: Record<string, string>): Promise<void> {
  await withTx((tx) => tell(tx, topic, payload))
  const workers = ['one', 'two'].map(async (owner) => {
    while (await runOnce(owner));
  })
  await Promise.all(workers)
}

const decoded = (raw: string) => raw.replace(/=\r\n/g, '')

it('writes once to the taker whose need a lot suits, whoever works and however often it is told', async () => {
  await announce('lot.published', { lotId })
  await announce('lot.changed', { lotId })
  expect(server.received.map(({ to }) => to)).toEqual([[taker.email]])
  const raw = decoded(server.received[0]!.raw)
  expect(raw).toContain(`https://gisement.test/lots/${lotId}`)
  expect(raw).toContain('https://gisement.test/compte/notifications')
})

it('keeps the news for the taker alone until it is read', async () => {
  const [news] = await listNotifications(taker.userId, { unreadOnly: true, limit: 10 })
  expect(news).toMatchObject({ kind: 'match.lot', path: `/lots/${lotId}`, readAtMs: null })
  expect(await findNotificationPath(giver.userId, news!.id)).toBeNull()
  await readNotifications(giver, news!.id)
  expect(await countNotifications(taker.userId, true)).toBe(1)
  await readNotifications(taker, news!.id)
  expect(await countNotifications(taker.userId, true)).toBe(0)
  expect(await countNotifications(taker.userId, false)).toBe(1)
})

it('tells a giver of a need, without an e-mail when they want none', async () => {
  await chooseMails(giver.userId, { 'match-need': 'off' })
  const mailsBefore = server.received.length
  await announce('need.stated', { needId: await makeNeed(taker, 30) })
  expect(await countNotifications(giver.userId, true)).toBe(1)
  expect(server.received).toHaveLength(mailsBefore)
})

it('tells no one of a lot that their organisation may not see yet', async () => {
  const hidden = await makeLot(giver, await makeSite(giver), 50)
  open.writer.prepare('UPDATE lots SET public_from = ? WHERE id = ?').run('2026-12-01', hidden)
  const before = await countNotifications(taker.userId, false)
  await announce('lot.published', { lotId: hidden })
  expect(await countNotifications(taker.userId, false)).toBe(before)
})
