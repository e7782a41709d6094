import { afterAll, beforeAll, expect, it } from 'vitest'
import { argsOf, requestAs } from '~tests/support/requests'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { forgetPassword } from '~/features/identity/commands/forget-password.server'
import { chooseMails } from '~/features/notifications/commands/choose-mails.server'
import { getPaces } from '~/features/notifications/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { runOnce } from '~/jobs/worker.server'
import { env, setEnv } from '~/platform/env.server'
import { action } from '~/routes/unsubscribe/route'
import { requests } from '~tests/support/answers'
import { makeActor, makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'
import { startMailServer, type MailServer } from '~tests/support/mail-server'

let open: TestDatabase
let server: MailServer
let giver: Actor
let taker: Actor
let lotId = ''
let now = Date.parse(`${TODAY}T12:00:00Z`)

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
  server = await startMailServer()
  setEnv({ ...env(), smtpUrl: server.url, publicUrl: 'https://gisement.test' })
  giver = await makeActor('giver')
  taker = await makeActor('taker')
  lotId = await makeLot(giver, await makeSite(giver), 50)
})
afterAll(async () => {
  setClock()
  await server.close()
  open.remove()
})

/** What has arrived since the last call, once everything that is due is done. */
async function arrived() {
  while (await runOnce('digest-test'));
  return server.received.splice(0)
}

it('keeps what is wanted once a day for one summary, which comes the next morning and once', async () => {
  await chooseMails(giver.userId, { reservation: 'daily' })
  await requests(taker, lotId, 1)
  await requests(taker, lotId, 2)
  expect(await arrived()).toEqual([])
  now = Date.parse(`${addDays(TODAY, 1)}T04:59:00Z`)
  expect(await arrived()).toEqual([])
  now = Date.parse(`${addDays(TODAY, 1)}T05:00:00Z`)
  const mails = await arrived()
  expect(mails.map(({ to }) => to)).toEqual([[giver.email]])
  expect(mails[0]!.raw.replace(/=\r\n/g, '').match(/https:\/\/gisement\.test\/reservations\//g)).toHaveLength(
    2,
  )
  expect(await arrived()).toEqual([])
})

it('ends every daily kind by the link of a summary, and begins those again that it ended', async () => {
  await chooseMails(giver.userId, { reminder: 'daily', pickup: 'immediate' })
  await requests(taker, lotId, 1)
  await arrived()
  now += 86_400_000
  const [mail] = await arrived()
  const url = /^List-Unsubscribe:\s*<([^>]+)>/m.exec(mail!.raw)?.[1] ?? ''
  const token = url.split('/').at(-1)!
  const post = async (form: Record<string, string>) =>
    action(argsOf(await requestAs(null, url, form), { token }))
  expect(await post({ 'List-Unsubscribe': 'One-Click' })).toEqual({
    wanted: false,
    kinds: [
      { kind: 'reservation', pace: 'daily' },
      { kind: 'reminder', pace: 'daily' },
    ],
  })
  expect(await getPaces(giver.userId)).toMatchObject({
    reservation: 'off',
    reminder: 'off',
    pickup: 'immediate',
  })
  await post({ intent: 'resume', kind: 'reminder' })
  await post({ intent: 'resume', kind: 'no-such-kind' })
  expect(await getPaces(giver.userId)).toMatchObject({ reservation: 'off', reminder: 'daily' })
})

it('sends no summary of kinds that are no longer wanted daily', async () => {
  await chooseMails(giver.userId, { reservation: 'daily' })
  await requests(taker, lotId, 1)
  await arrived()
  await chooseMails(giver.userId, { reservation: 'off' })
  now += 86_400_000
  expect(await arrived()).toEqual([])
})

it('writes about an account without such a link: those e-mails cannot be ended', async () => {
  await forgetPassword(giver.email)
  const [mail] = await arrived()
  expect(mail!.raw).not.toMatch(/List-Unsubscribe|desabonnement/)
})
