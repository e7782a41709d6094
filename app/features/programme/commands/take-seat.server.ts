import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { isFor, isRegistrationOpen, isSheetOpen, type SeatRole } from '../model/workshop'
import { remindSeats } from '../remind-seats.server'
import {
  deleteSeat,
  findSeatRow,
  findWorkshopRow,
  giveBackPlace,
  insertSeat,
  keepAttendance,
  takePlace,
} from '../repo/workshops.server'

type TakeSeat = {
  actor: Actor
  workshopId: string
  id: string
  name: string
  email: string
  role: SeatRole
}

/**
 * Registers an agent or an elected member of the actor's commune, with a reminder the day before. Idempotent by the
 * seat's id. Refuses a full workshop (`workshop-full`), one that is past or cancelled (`workshop-closed`) or meant for
 * others (`workshop-audience`), and an address that has a seat already (`workshop-seated`).
 */
export async function takeSeat({
  actor,
  workshopId,
  id,
  name,
  email,
  role,
}: TakeSeat): Promise<Result<null>> {
  const { communeCode, organisationId } = actor
  const person = { name, email, role }
  if (!can(actor, 'programme:apply') || communeCode === null) return refused('forbidden')
  if (!actor.isConfirmed) return refused('email-unconfirmed')
  return withTx(async (tx) => {
    const workshop = await findWorkshopRow(tx, workshopId)
    if (!workshop) return refused('not-found')
    const known = await findSeatRow(tx, id)
    if (known) return known.organisationId === organisationId ? ok(null) : refused('not-found')
    const day = { onDay: workshop.onDay, isCancelled: workshop.cancelledAtMs !== null }
    if (!isRegistrationOpen(day, isoDayOf(nowMs()))) return refused('workshop-closed')
    if (!isFor(workshop.audience, person.role)) return refused('workshop-audience', { field: 'role' })
    if (!(await takePlace(tx, workshopId))) return refused('workshop-full')
    const seat = { id, workshopId, organisationId, communeCode, ...person }
    if (!(await insertSeat(tx, { ...seat, createdByUserId: actor.userId, createdAtMs: nowMs() })))
      return refused('workshop-seated', { field: 'email' })
    await remindSeats(tx, workshop, [id])
    await recordChange(tx, {
      entity: 'workshop',
      entityId: workshopId,
      kind: 'registered',
      actorUserId: actor.userId,
    })
    return ok(null)
  })
}

/** Gives a seat of the actor's commune back, or any by the Métropole's team. Refuses once the day has come. */
export async function giveBackSeat(actor: Actor, workshopId: string, id: string): Promise<Result<null>> {
  return withTx(async (tx) => {
    const seat = await findSeatRow(tx, id)
    if (!seat || seat.workshopId !== workshopId) return ok(null)
    const owners = { ownerOrganisationIds: [seat.organisationId] }
    if (!can(actor, 'programme:apply', owners) && !can(actor, 'programme:manage')) return refused('not-found')
    const workshop = await findWorkshopRow(tx, workshopId)
    if (!workshop || isoDayOf(nowMs()) >= workshop.onDay) return refused('workshop-closed')
    await deleteSeat(tx, id)
    await giveBackPlace(tx, workshopId)
    await recordChange(tx, {
      entity: 'workshop',
      entityId: workshopId,
      kind: 'unregistered',
      actorUserId: actor.userId,
    })
    return ok(null)
  })
}

/** Notes who was there, from the day of the workshop on (`workshop-closed` before it); the others were not. */
export async function keepSheet(
  actor: Actor,
  workshopId: string,
  present: readonly string[],
): Promise<Result<null>> {
  if (!can(actor, 'programme:manage')) return refused('forbidden')
  return withTx(async (tx) => {
    const workshop = await findWorkshopRow(tx, workshopId)
    if (!workshop) return refused('not-found')
    const day = { onDay: workshop.onDay, isCancelled: workshop.cancelledAtMs !== null }
    if (!isSheetOpen(day, isoDayOf(nowMs()))) return refused('workshop-closed')
    await keepAttendance(tx, workshopId, present)
    await recordChange(tx, {
      entity: 'workshop',
      entityId: workshopId,
      kind: 'attended',
      actorUserId: actor.userId,
    })
    return ok(null)
  })
}
