import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { isDue, isHandedOver } from '~/core/reservation-status'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { handoverState, type HandoverState } from '../model/handover'
import { nextStatus, type Side } from '../model/machine'
import { sideOf } from '../model/side'
import { findReservationView } from '../queries.server'
import {
  findHandoverId,
  findReservation,
  insertHandover,
  listConfirmations,
  upsertConfirmation,
} from '../repo.server'
import { applyStatus } from './decide-reservation.server'

type Signed = { state: HandoverState; handoverId: string | null }
type ConfirmHandover = { actor: Actor; reservationId: string; massG: number; signedName: string }

/**
 * Signs a handover for one side. When both sides have signed the same mass, the handover is complete:
 * the reservation is collected and the accounting hears of it. Until then each side may correct its figure.
 * Sending the completing signature twice answers the same; refuses `not-found` to strangers, else `conflict`.
 */
export async function confirmHandover(input: ConfirmHandover): Promise<Result<Signed>> {
  const { actor, reservationId } = input
  const view = await findReservationView(reservationId)
  if (!view) return refused('not-found')
  return withTx(async (tx) => {
    const reservation = await findReservation(tx, reservationId)
    const side = reservation && sideOf(reservation, actor.organisationId)
    if (!reservation || !side) return refused('not-found')
    if (isHandedOver(reservation.status)) return signedAlready(tx, input, side)
    if (!isDue(reservation.status)) return refused('conflict')
    await upsertConfirmation(tx, {
      reservationId,
      side,
      massG: input.massG,
      signedName: input.signedName,
      userId: actor.userId,
      atMs: nowMs(),
    })
    const state = handoverState(await listConfirmations(tx, reservationId))
    const signed = { entity: 'reservation', entityId: reservationId, kind: `signed-by-${side}` } as const
    await recordChange(tx, { ...signed, actorUserId: actor.userId, detail: { massG: input.massG } })
    if (state.kind !== 'agreed') {
      await tell(tx, 'handover.signed', { reservationId, side })
      return ok({ state, handoverId: null })
    }
    const collected = nextStatus(reservation.status, 'complete', 'system')
    if (!collected) return refused('conflict')
    const handoverId = newId()
    await insertHandover(tx, {
      id: handoverId,
      reservationId,
      handedOverOn: isoDayOf(nowMs()),
      massG: state.massG,
      quantityMilli: reservation.quantityMilli,
      legalStatus: 'reuse',
      // Sorting happens on the giver's site, whoever signs last (environment code, L.541-4-4).
      sortingOperator: view.giverName,
      completedAtMs: nowMs(),
    })
    await applyStatus(tx, reservation, 'complete', collected, { actorUserId: actor.userId })
    await tell(tx, 'handover.completed', { handoverId })
    return ok({ state, handoverId })
  })
}

/** The answer to a signature that comes again after the handover was completed with it. */
async function signedAlready(tx: Tx, input: ConfirmHandover, side: Side): Promise<Result<Signed>> {
  const confirmations = await listConfirmations(tx, input.reservationId)
  const own = confirmations.find((confirmation) => confirmation.side === side)
  const isSame = own?.massG === input.massG && own.signedName === input.signedName
  if (!isSame) return refused('conflict')
  return ok({
    state: handoverState(confirmations),
    handoverId: await findHandoverId(tx, input.reservationId),
  })
}
