import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { setClock } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { remind } from '~/features/notifications/commands/remind.server'
import { getPaces, listNotifications } from '~/features/notifications/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { agreePickup } from '~/features/reservations/commands/agree-pickup.server'
import { confirmHandover } from '~/features/reservations/commands/confirm-handover.server'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { proposePickup } from '~/features/reservations/commands/propose-pickup.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { runOnce } from '~/jobs/worker.server'
import { env, setEnv } from '~/platform/env.server'
import { action, loader } from '~/routes/unsubscribe/route'
import { lots } from '~db/sqlite/lots'
import { needs } from '~db/sqlite/needs'
import { noteChange } from '~/platform/changes.server'
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
import type { MailOrder } from '~tests/support/mail-race-worker'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOON = Date.parse(`${TODAY}T12:00:00Z`)

let open: TestDatabase
let server: MailServer
let giver: Actor
let taker: Actor
let siteId = ''
let now = NOON

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
  server = await startMailServer()
  setEnv({ ...env(), smtpUrl: server.url, publicUrl: 'https://gisement.test' })
})
beforeEach(async () => {
  now = NOON
  giver = await makeActor('giver')
  taker = await makeActor('taker')
  siteId = await makeSite(giver)
})
afterAll(async () => {
  setClock()
  await server.close()
  open.remove()
})

async function work(): Promise<void> {
  while (await runOnce('reminder-test'));
}

/** Reminders in a person's notifications, oldest first. */
async function remindersOf(actor: Actor): Promise<string[]> {
  const all = await listNotifications(actor.userId, { unreadOnly: false, limit: 100 })
  return all.flatMap(({ kind }) => (kind.startsWith('reminder.') ? [kind] : [])).reverse()
}

async function requested(lotId?: string): Promise<string> {
  const id = newId()
  const lot = lotId ?? (await makeLot(giver, siteId, 50))
  const asked = await requestReservation({ actor: taker, lotId: lot, id, quantity: 20_000, message: '' })
  expect(asked.ok).toBe(true)
  return id
}

async function agreed(on: string): Promise<string> {
  const reservationId = await requested()
  const accept = { actor: giver, reservationId, action: 'accept', criterion: 'only', reason: '' } as const
  expect((await decideReservation(accept)).ok).toBe(true)
  const slot = { on, part: 'morning' } as const
  expect((await proposePickup({ actor: giver, reservationId, slot })).ok).toBe(true)
  expect((await agreePickup({ actor: taker, reservationId, slot })).ok).toBe(true)
  return reservationId
}

const leaveOn = (lotId: string, day: string) =>
  withTx(async (tx) => {
    await tx.update(lots).set({ availableUntil: day }).where(eq(lots.id, lotId))
    await noteChange(tx, 'lot', lotId)
  })

describe('a reminder', () => {
  it('asks the giver for an answer after two days, once, and no longer once it is given', async () => {
    const reservationId = await requested()
    now = NOON + 2 * DAY - HOUR
    await remind()
    expect(await remindersOf(giver)).toEqual([])
    now = NOON + 2 * DAY
    await Promise.all([remind(), remind()])
    now += DAY
    await remind()
    expect(await remindersOf(giver)).toEqual(['reminder.request'])
    expect(await remindersOf(taker)).toEqual([])
    const other = await requested()
    await decideReservation({
      actor: giver,
      reservationId: other,
      action: 'refuse',
      criterion: 'quantity',
      reason: 'x',
    })
    now += 3 * DAY
    await remind()
    expect((await remindersOf(giver)).filter((kind) => kind === 'reminder.request')).toHaveLength(1)
    expect(reservationId).toBeTruthy()
  })

  it('tells both sides of tomorrow’s pickup, then asks them to sign what is not signed', async () => {
    await agreed(addDays(TODAY, 5))
    now = NOON + 3 * DAY
    await remind()
    expect(await remindersOf(taker)).toEqual([])
    now = NOON + 4 * DAY
    await remind()
    await remind()
    expect(await remindersOf(giver)).toEqual(['reminder.pickup'])
    expect(await remindersOf(taker)).toEqual(['reminder.pickup'])
    now = NOON + 7 * DAY
    await remind()
    await remind()
    expect(await remindersOf(giver)).toEqual(['reminder.pickup', 'reminder.sign'])
    expect(await remindersOf(taker)).toEqual(['reminder.pickup', 'reminder.sign'])
  })

  it('asks the taker what became of it after four weeks, once, and again after three months', async () => {
    const reservationId = await agreed(addDays(TODAY, 1))
    const signed = { reservationId, massG: 40_000 }
    await confirmHandover({ actor: giver, ...signed, signedName: giver.name })
    await confirmHandover({ actor: taker, ...signed, signedName: taker.name })
    const asked = async () =>
      (await remindersOf(taker)).filter((kind) => kind === 'reminder.reinstall').length
    const seen: number[] = []
    for (const days of [27, 28, 29, 34, 60, 91, 120]) {
      now = NOON + days * DAY
      await remind()
      seen.push(await asked())
    }
    expect(seen).toEqual([0, 1, 1, 1, 1, 2, 2])
    expect(await remindersOf(giver)).not.toContain('reminder.reinstall')
  })

  it('asks only the side that has not signed', async () => {
    const reservationId = await agreed(addDays(TODAY, 1))
    now = NOON + DAY
    await confirmHandover({ actor: giver, reservationId, massG: 40_000, signedName: giver.name })
    now = NOON + 4 * DAY
    await remind()
    expect(await remindersOf(taker)).toContain('reminder.sign')
    expect(await remindersOf(giver)).not.toContain('reminder.sign')
  })

  it('warns of a lot that leaves in seven days, then in two, anew when its date moves, and never at night', async () => {
    const lotId = await makeLot(giver, siteId, 10)
    await leaveOn(lotId, addDays(TODAY, 7))
    now = Date.parse(`${TODAY}T02:00:00Z`)
    await remind()
    expect(await remindersOf(giver)).toEqual([])
    now = NOON
    await remind()
    now = NOON + 3 * DAY
    await remind()
    expect(await remindersOf(giver)).toEqual(['reminder.lot'])
    now = NOON + 5 * DAY
    await remind()
    await remind()
    expect(await remindersOf(giver)).toHaveLength(2)
    await leaveOn(lotId, addDays(isoDayOf(now), 6))
    await remind()
    expect(await remindersOf(giver)).toHaveLength(3)
  })

  it('warns the taker of a need that ends unserved in three days', async () => {
    const needId = await makeNeed(taker, 10)
    await withTx(async (tx) => {
      await tx
        .update(needs)
        .set({ neededUntil: addDays(TODAY, 3) })
        .where(eq(needs.id, needId))
      await noteChange(tx, 'need', needId)
    })
    await remind()
    await remind()
    expect(await remindersOf(taker)).toEqual(['reminder.need'])
    expect(await remindersOf(giver)).toEqual([])
  })
})

describe('an e-mail of news', () => {
  it('carries a link that ends its kind, for a person and for a mail program’s one click', async () => {
    await requested()
    await work()
    const raw = server.received.findLast(({ to }) => to.includes(giver.email))!.raw
    const url = /^List-Unsubscribe:\s*<([^>]+)>/m.exec(raw)?.[1]
    expect(url).toMatch(/^https:\/\/gisement\.test\/desabonnement\//)
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    const token = new URL(url!).pathname.split('/').at(-1)!

    const shown = loader(argsOf(await requestAs(null, url!), { token }))
    expect(shown).toEqual({ preference: 'reservation' })
    expect((await getPaces(giver.userId)).reservation).toBe('immediate')

    const oneClick = await requestAs(null, url!, { 'List-Unsubscribe': 'One-Click' })
    expect(await action(argsOf(oneClick, { token }))).toMatchObject({ wanted: false })
    expect(await getPaces(giver.userId)).toMatchObject({ reservation: 'off', reminder: 'immediate' })

    const before = server.received.length
    await requested()
    await work()
    expect(server.received.slice(before).filter(({ to }) => to.includes(giver.email))).toEqual([])

    const again = await requestAs(null, url!, { intent: 'resume' })
    expect(await action(argsOf(again, { token }))).toMatchObject({ wanted: true })
    expect((await getPaces(giver.userId)).reservation).toBe('immediate')
  })

  it('gives no power over others: a token that is altered or for another kind is not found', async () => {
    const forged = [`${giver.userId}.reservation.AAAA`, `${giver.userId}.reservation`, 'x', '..', '']
    for (const token of forged) {
      const answer = await answerOf(
        action(argsOf(await requestAs(null, '/desabonnement/x', { intent: 'end' }), { token })),
      )
      expect((answer as Response).status, token).toBe(404)
    }
    expect((await getPaces(giver.userId)).reservation).toBe('immediate')
  })

  it('goes out once when two processes deliver at the same time', async () => {
    setClock()
    const lotIds = await Promise.all(Array.from({ length: 12 }, () => makeLot(giver, siteId, 50)))
    await work()
    const before = server.received.length
    for (const lotId of lotIds) await requested(lotId)
    const order = { file: open.file, smtpUrl: server.url, publicUrl: 'https://gisement.test' }
    const reports = await Promise.all(
      ['one', 'two'].map(async (owner) => {
        const child = fork(path.resolve('tests/support/mail-race-worker.ts'), {
          execArgv: ['--import', 'tsx'],
        })
        child.send({ ...order, owner } satisfies MailOrder)
        await once(child, 'message')
        return { child, report: once(child, 'message') }
      }),
    )
    for (const { child } of reports) child.send('go')
    await Promise.all(reports.map(({ report }) => report))
    setClock({ now: () => now })
    const ids = server.received.slice(before).map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1])
    expect(ids).toHaveLength(12)
    expect(new Set(ids).size).toBe(12)
  })
})
