import { afterAll, beforeAll, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import type { Actor } from '~/features/organisations/model/permissions'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { runOnce } from '~/jobs/worker.server'
import { env, setEnv } from '~/platform/env.server'
import { makeActor, makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'
import { startMailServer, type MailServer } from '~tests/support/mail-server'

let open: TestDatabase
let server: MailServer
let giver: Actor
let taker: Actor
let reservationId = ''

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  server = await startMailServer()
  setEnv({ ...env(), smtpUrl: server.url, publicUrl: 'https://gisement.test' })
  giver = await makeActor('giver')
  taker = await makeActor('taker')
})

afterAll(async () => {
  setClock()
  await server.close()
  open.remove()
})

async function work(): Promise<void> {
  while (await runOnce('mail-test'));
}

it('writes to the giver of a request, with the page where they answer', async () => {
  const lotId = await makeLot(giver, await makeSite(giver), 50)
  reservationId = newId()
  const asked = await requestReservation({
    actor: taker,
    lotId,
    id: reservationId,
    quantity: 20_000,
    message: '',
  })
  expect(asked.ok).toBe(true)
  await work()
  expect(server.received.map(({ to }) => to)).toEqual([[giver.email]])
  const decoded = server.received[0]!.raw.replace(/=\r\n/g, '')
  expect(decoded).toContain(`https://gisement.test/reservations/${reservationId}`)
})

it('writes to the taker of the answer, and once only', async () => {
  const decision = { actor: giver, reservationId, action: 'accept', criterion: 'only', reason: '' } as const
  expect((await decideReservation(decision)).ok).toBe(true)
  expect((await decideReservation(decision)).ok).toBe(false)
  await work()
  await work()
  expect(server.received.map(({ to }) => to)).toEqual([[giver.email], [taker.email]])
})

it('ASVS 16.5.2: keeps the message for later while the mail server is away', async () => {
  await server.close()
  const cancel = { actor: taker, reservationId, action: 'cancel', reason: 'plus besoin' } as const
  expect((await decideReservation(cancel)).ok).toBe(true)
  await work()
  const again = await startMailServer()
  setEnv({ ...env(), smtpUrl: again.url })
  setClock({ now: () => Date.parse(`${TODAY}T13:00:00Z`) })
  await work()
  server = again
  expect(again.received.map(({ to }) => to)).toEqual([[giver.email]])
})
