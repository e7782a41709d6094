import { argsOf, answerOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { recordHandover } from '~/features/accounting/commands/record-handover.server'
import { DEFAULT_ACCOUNTING } from '~/features/accounting/model/accounting-settings'
import { holdStock } from '~/features/lots/commands/hold-stock.server'
import { VISITOR } from '~/features/lots/model/visibility'
import { countOpenLotsByMaterial, listViewers, searchLots } from '~/features/lots/queries.server'
import { findLotsForNeed, findNeedsForLot } from '~/features/matching/queries.server'
import { findNeed } from '~/features/needs/queries.server'
import { countNotifications } from '~/features/notifications/queries.server'
import { tellOfLot } from '~/features/notifications/commands/tell-of-matches.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { confirmHandover } from '~/features/reservations/commands/confirm-handover.server'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { findLot } from '~/features/lots/queries.server'
import { withTx } from '~/platform/transaction.server'
import { loader as handoversLoader } from '~/routes/commune-handovers/route'
import { loader as lotLoader } from '~/routes/lot/route'
import { loader as reservationLoader } from '~/routes/reservation/route'
import { createActor } from '~tests/support/actors'
import { noteRawWrites } from '~tests/support/database'
import {
  makeActor,
  makeLot,
  makeNeed,
  makeSite,
  openTestDatabase,
  TODAY,
  type TestDatabase,
} from '~tests/support/deal'

let open: TestDatabase
let giver: Actor
let taker: Actor
let admin: Actor
let lotId = ''
let needId = ''

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  giver = await makeActor('giver')
  taker = await makeActor('taker')
  admin = await createActor('admin')
  lotId = await makeLot(giver, await makeSite(giver), 50)
  needId = await makeNeed(taker, 40)
})
afterAll(() => {
  open.remove()
  setClock()
})
beforeEach(() => close(false))

function close(isClosed: boolean): void {
  open.writer
    .prepare('update organisations set suspended_at_ms = ? where id = ?')
    .run(isClosed ? 1 : null, giver.organisationId)
  noteRawWrites(open)
}

async function statusFor(actor: Actor | null): Promise<number> {
  const args = argsOf(await requestAs(actor, `/lots/${lotId}`), { lotId })
  const answer = await answerOf(lotLoader(args))
  return answer instanceof Response ? answer.status : 200
}

/** What strangers meet of the lot: search, counts, matches in both directions, news. */
async function traces() {
  const viewer = (await listViewers([taker.organisationId])).get(taker.organisationId)!
  const [need, lot] = [(await findNeed(needId))!, (await findLot(lotId))!]
  return {
    found: (await searchLots({}, { size: 10, number: 1 }, viewer)).total,
    counted: (await countOpenLotsByMaterial(VISITOR)).get('brick') ?? 0,
    lotsForNeed: (await findLotsForNeed(need, 5)).length,
    needsForLot: (await findNeedsForLot(lot, 5)).length,
  }
}

/** The whole way of a part of the lot, from the request to the ledger. */
async function handOver(reservationId: string, quantity: number, massG: number): Promise<void> {
  await requestReservation({ actor: taker, lotId, id: reservationId, quantity, message: '' })
  await decideReservation({ actor: giver, reservationId, action: 'accept', reason: '' })
  await confirmHandover({ actor: giver, reservationId, massG, signedName: 'Nadia' })
  const done = await confirmHandover({ actor: taker, reservationId, massG, signedName: 'Luc' })
  await recordHandover(done.ok ? done.value.handoverId! : '')
}

describe('a lot of a closed organisation', () => {
  it('is not readable by its address, but by the Métropole', async () => {
    expect(await Promise.all([null, taker, admin].map(statusFor))).toEqual([200, 200, 200])
    close(true)
    expect(await Promise.all([null, taker, admin].map(statusFor))).toEqual([404, 404, 200])
  })

  it('is said to be suspended where the Métropole reads it, not open', async () => {
    const stateFor = async (actor: Actor) =>
      (await lotLoader(argsOf(await requestAs(actor, `/lots/${lotId}`), { lotId }))).data.state
    expect(await stateFor(admin)).toBe('open')
    close(true)
    expect(await stateFor(admin)).toBe('closed')
  })

  it('is neither found nor matched, and no one is told of it', async () => {
    expect(await traces()).toEqual({ found: 1, counted: 1, lotsForNeed: 1, needsForLot: 1 })
    close(true)
    expect(await traces()).toEqual({ found: 0, counted: 0, lotsForNeed: 0, needsForLot: 0 })
    await tellOfLot(lotId)
    expect(await countNotifications(taker.userId, false)).toBe(0)
    close(false)
    await tellOfLot(lotId)
    expect(await countNotifications(taker.userId, false)).toBe(1)
  })

  it('cannot be reserved, even by who was reading it', async () => {
    close(true)
    const order = { actor: taker, lotId, id: newId(), quantity: 1000, message: '' }
    expect(await requestReservation(order)).toMatchObject({ error: { code: 'not-found' } })
    expect(await withTx((tx) => holdStock(tx, lotId, 1000))).toMatchObject({ error: { code: 'not-open' } })
    expect((await findLot(lotId))?.availableMilli).toBe(50_000)
  })

  it('is known to the public by none of its handovers, and followed by its taker while it is open', async () => {
    // As many as a commune's year must have to be told to the public.
    const ids = Array.from({ length: DEFAULT_ACCOUNTING.publicThreshold }, () => newId())
    for (const id of ids) await handOver(id, 10_000, 20_000)
    const id = ids.at(-1)!
    const named = async (actor: Actor | null) => {
      const path = `/communes/93066/remises?annee=${TODAY.slice(0, 4)}`
      const page = await handoversLoader(argsOf(await requestAs(actor, path), { code: '93066' }))
      expect(page).toMatchObject({ count: ids.length, massG: ids.length * 20_000 })
      expect(JSON.stringify(page)).not.toContain(lotId)
      return page.shown.flatMap(({ row }) => row.own?.lotTitle ?? [])
    }
    const followed = async () => {
      const request = await requestAs(taker, `/reservations/${id}`)
      return (await reservationLoader(argsOf(request, { reservationId: id }))).isLotReadable
    }
    const titles = await named(taker)
    expect(titles).toHaveLength(ids.length)
    expect([await named(null), await followed()]).toEqual([[], true])
    close(true)
    expect([await named(null), await named(admin), await followed()]).toEqual([[], titles, false])
    close(false)
  })
})
