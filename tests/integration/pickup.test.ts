import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import { noteChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { agreePickup } from '~/features/reservations/commands/agree-pickup.server'
import { confirmHandover } from '~/features/reservations/commands/confirm-handover.server'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { proposePickup } from '~/features/reservations/commands/propose-pickup.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { pickupOf, type Slot } from '~/features/reservations/model/pickup'
import { findPickupPlace, findReservationView, listTimeline } from '~/features/reservations/queries.server'
import { loader as icsLoader } from '~/routes/pickup-ics/route'
import { action as reservationAction, loader as reservationLoader } from '~/routes/reservation/route'
import { loader as reservationsCsvLoader } from '~/routes/reservations-csv/route'
import { loader as reservationsLoader } from '~/routes/reservations/route'
import { outbox } from '~db/sqlite/platform'
import { lots } from '~db/sqlite/lots'
import { sites } from '~db/sqlite/sites'
import { createActor } from '~tests/support/actors'
import { makeActor, makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

const SLOT: Slot = { on: addDays(TODAY, 5), part: 'morning' }
const OTHER: Slot = { on: addDays(TODAY, 6), part: 'afternoon' }
const SECRETS = ['12 rue du Secret', 'Code 4321A', 'Nadia Contact', '06 12 34 56 78', '48.93591']

let open: TestDatabase
let giver: Actor
let taker: Actor
let stranger: Actor
let admin: Actor
let siteId: string
let lotId: string

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  admin = await createActor('admin')
})
afterAll(() => {
  open.remove()
  setClock()
})

const alters = (change: Partial<typeof lots.$inferInsert>) =>
  withTx(async (tx) => {
    await tx.update(lots).set(change).where(eq(lots.id, lotId))
    await noteChange(tx, 'lot', lotId)
  })

beforeEach(async () => {
  giver = await makeActor('giver')
  taker = await makeActor('taker', '93048')
  stranger = await makeActor('taker')
  siteId = await makeSite(giver)
  await withTx((tx) =>
    tx
      .update(sites)
      .set({
        address: '12 rue du Secret',
        access: 'Code 4321A',
        contactName: 'Nadia Contact',
        contactPhone: '06 12 34 56 78',
        lat: 48.93591,
        lon: 2.35,
      })
      .where(eq(sites.id, siteId)),
  )
  lotId = await makeLot(giver, siteId, 100)
})

async function request(slot?: Slot): Promise<string> {
  const wish = slot && { pickupOn: slot.on, pickupPart: slot.part }
  const id = newId()
  const answer = await requestReservation({ actor: taker, lotId, id, quantity: 40_000, message: '', ...wish })
  if (!answer.ok) throw new Error(answer.error.code)
  return id
}

async function accepted(slot?: Slot): Promise<string> {
  const reservationId = await request(slot)
  await decideReservation({ actor: giver, reservationId, action: 'accept', criterion: 'first', reason: '' })
  return reservationId
}

async function pickup(id: string) {
  const view = await findReservationView(id)
  return view && pickupOf(view)
}

const topics = async (id: string) =>
  (await open.read.select().from(outbox))
    .filter(({ payload }) => payload['reservationId'] === id)
    .map(({ topic }) => topic)

describe('a pickup', () => {
  it('is wished with the request, and confirmed by the giver once accepted', async () => {
    const id = await request(SLOT)
    expect(await pickup(id)).toEqual({ kind: 'proposed', by: 'taker', slot: SLOT })
    const early = await agreePickup({ actor: giver, reservationId: id, slot: SLOT })
    expect(early).toMatchObject({ error: { code: 'conflict' } })
    await decideReservation({
      actor: giver,
      reservationId: id,
      action: 'accept',
      criterion: 'first',
      reason: '',
    })
    expect(await agreePickup({ actor: giver, reservationId: id, slot: SLOT })).toEqual({
      ok: true,
      value: SLOT,
    })
    expect(await agreePickup({ actor: giver, reservationId: id, slot: SLOT })).toMatchObject({ ok: true })
    expect(await pickup(id)).toEqual({ kind: 'agreed', slot: SLOT })
    expect((await topics(id)).filter((topic) => topic === 'reservation.pickup-agreed')).toHaveLength(1)
  })

  it('goes back and forth until both agree, each proposal told once', async () => {
    const id = await accepted()
    const propose = (actor: Actor, slot: Slot) => proposePickup({ actor, reservationId: id, slot })
    await propose(giver, SLOT)
    await propose(giver, SLOT)
    await propose(taker, OTHER)
    expect(await agreePickup({ actor: taker, reservationId: id, slot: OTHER })).toMatchObject({
      error: { code: 'conflict' },
    })
    expect(await agreePickup({ actor: giver, reservationId: id, slot: SLOT })).toMatchObject({
      error: { code: 'conflict' },
    })
    await agreePickup({ actor: giver, reservationId: id, slot: OTHER })
    expect(await pickup(id)).toEqual({ kind: 'agreed', slot: OTHER })
    const told = (await topics(id)).filter((topic) => topic === 'reservation.pickup-proposed')
    expect(told).toHaveLength(2)
    const timeline = (await listTimeline(id)).filter(({ slot }) => slot)
    expect(timeline.map(({ kind, slot }) => [kind, slot])).toEqual([
      ['pickup-proposed', SLOT],
      ['pickup-proposed', OTHER],
      ['pickup-agreed', OTHER],
    ])
  })

  it('may be moved after it was agreed, and then waits again', async () => {
    const id = await accepted(SLOT)
    await agreePickup({ actor: giver, reservationId: id, slot: SLOT })
    await proposePickup({ actor: giver, reservationId: id, slot: OTHER })
    expect(await pickup(id)).toEqual({ kind: 'proposed', by: 'giver', slot: OTHER })
  })

  it('stays within the days of the lot', async () => {
    const id = await accepted()
    await alters({ availableUntil: addDays(TODAY, 10), storageUntil: addDays(TODAY, 20) })
    const on = (day: number) =>
      proposePickup({ actor: taker, reservationId: id, slot: { on: addDays(TODAY, day), part: 'morning' } })
    expect(await on(-1)).toMatchObject({ error: { code: 'pickup-days', field: 'pickupOn' } })
    expect(await on(20)).toMatchObject({ error: { code: 'pickup-days' } })
    expect(await on(19)).toMatchObject({ ok: true })
    expect(await on(0)).toMatchObject({ ok: true })
  })

  it('belongs to the two sides, while the reservation is alive', async () => {
    const id = await accepted(SLOT)
    for (const actor of [stranger, admin]) {
      const proposed = await proposePickup({ actor, reservationId: id, slot: OTHER })
      expect(proposed).toMatchObject({ error: { code: 'not-found' } })
      expect(await agreePickup({ actor, reservationId: id, slot: SLOT })).toMatchObject({
        error: { code: 'not-found' },
      })
    }
    await decideReservation({ actor: taker, reservationId: id, action: 'cancel', reason: '' })
    expect(await proposePickup({ actor: taker, reservationId: id, slot: OTHER })).toMatchObject({
      error: { code: 'conflict' },
    })
  })

  it('is not wished on a day that the lot excludes', async () => {
    const wish = { pickupOn: addDays(TODAY, -1), pickupPart: 'morning' as const }
    const answer = await requestReservation({
      actor: taker,
      lotId,
      id: newId(),
      quantity: 1000,
      message: '',
      ...wish,
    })
    expect(answer).toMatchObject({ error: { code: 'pickup-days', field: 'pickupOn' } })
  })

  it('says in place, in the form, which days are allowed', async () => {
    const id = await accepted()
    const form = { intent: 'propose-pickup', pickupOn: addDays(TODAY, -1), pickupPart: 'morning' }
    const post = await requestAs(taker, `/reservations/${id}`, form)
    const reply = await reservationAction(argsOf(post, { reservationId: id }))
    expect(JSON.stringify(reply)).toContain('Choisissez un jour du 15')
  })
})

describe('address, access, position and contact', () => {
  async function payloads(actor: Actor | null, id: string): Promise<string> {
    const ask = async (path: string) => argsOf(await requestAs(actor, path), { reservationId: id })
    const answers = [
      await answerOf(reservationLoader(await ask(`/reservations/${id}`))),
      await answerOf(reservationsLoader(await ask('/reservations'))),
      await answerOf(icsLoader(await ask(`/reservations/${id}/x.ics`))),
      await answerOf(reservationsCsvLoader(await ask('/reservations.csv'))),
    ]
    const texts = answers.map((answer) =>
      answer instanceof Response ? answer.text() : Promise.resolve(JSON.stringify(answer)),
    )
    return (await Promise.all(texts)).join('\n').replaceAll('\r\n ', '')
  }

  it('are in no answer before the giver accepts', async () => {
    const id = await request(SLOT)
    for (const actor of [taker, giver, stranger, admin, null]) {
      const text = await payloads(actor, id)
      for (const secret of SECRETS) expect(text).not.toContain(secret)
    }
  })

  it('are there for the two parties once accepted, and for nobody else', async () => {
    const id = await accepted(SLOT)
    for (const actor of [taker, giver]) {
      const text = await payloads(actor, id)
      for (const secret of SECRETS) expect(text).toContain(secret)
    }
    for (const actor of [stranger, admin, null]) {
      const text = await payloads(actor, id)
      for (const secret of SECRETS) expect(text).not.toContain(secret)
    }
  })

  it('go away again when the reservation is cancelled', async () => {
    const id = await accepted(SLOT)
    await decideReservation({ actor: giver, reservationId: id, action: 'cancel', reason: '' })
    const view = await findReservationView(id)
    expect(view && (await findPickupPlace(view, taker.organisationId))).toBeNull()
  })

  it('come with the calendar of an agreed slot', async () => {
    const id = await accepted(SLOT)
    const ask = async (actor: Actor) =>
      answerOf(icsLoader(argsOf(await requestAs(actor, '/x'), { reservationId: id }))) as Promise<Response>
    expect((await ask(taker)).status).toBe(404)
    await agreePickup({ actor: giver, reservationId: id, slot: SLOT })
    const file = await ask(taker)
    expect(file.headers.get('Content-Type')).toContain('text/calendar')
    const text = (await file.text()).replaceAll('\r\n ', '')
    expect(text).toContain(`DTSTART;TZID=Europe/Paris:${SLOT.on.replaceAll('-', '')}T080000`)
    expect(text).toContain('12 rue du Secret')
    expect(text).toContain('06 12 34 56 78')
    expect((await ask(stranger)).status).toBe(404)
    expect((await ask(admin)).status).toBe(404)
  })
})

describe('signing', () => {
  it('works for a lot without a mass, and asks for a name', async () => {
    await alters({ massG: null })
    const id = await accepted()
    const post = async (signedName: string) =>
      answerOf(
        reservationAction(
          argsOf(
            await requestAs(giver, `/reservations/${id}`, {
              intent: 'confirm',
              massKg: '80',
              signedName,
            }),
            { reservationId: id },
          ),
        ),
      )
    expect(JSON.stringify(await post(''))).toMatch(/Écrivez votre nom\s: il vaut signature/)
    expect(await post('Nadia B.')).toMatchObject({ status: 302 })
    const done = await confirmHandover({ actor: taker, reservationId: id, massG: 80_000, signedName: 'Luc' })
    expect(done).toMatchObject({ value: { state: { kind: 'agreed', massG: 80_000 } } })
  })
})
