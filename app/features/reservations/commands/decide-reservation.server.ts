import { nowMs } from '~/core/clock'
import { holdsStock } from '~/core/reservation-status'
import { ok, refused, type Result } from '~/core/result'
import { judgeAnswer, recordDecision } from '~/features/attribution/commands/record-decision.server'
import { groundsOf, type Grounds } from '~/features/attribution/queries/grounds.server'
import { releaseStock } from '~/features/lots/commands/hold-stock.server'
import { serveNeed } from '~/features/needs/commands/serve-need.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import type { DecisionCriterion } from '../model/criteria'
import { nextStatus, type ReservationAction, type ReservationStatus } from '../model/machine'
import { sideOf } from '../model/side'
import { findReservation, moveReservation, sumServedMilli, type ReservationRow } from '../repo.server'

type Decide = {
  actor: Actor
  reservationId: string
  action: 'accept' | 'refuse' | 'cancel'
  /** Kept and shown to both sides with the reason: an allocation is explained. */
  criterion?: DecisionCriterion
  reason: string
}

/**
 * Accepts, refuses or cancels a reservation as one of its sides. A refusal or cancellation frees the stock.
 * Refuses `not-found` to strangers and `conflict` when the reservation has moved on; an acceptance that a rule for public
 * bodies stands against, and an answer against the published order without a reason (see `judgeAnswer`).
 */
export async function decideReservation(input: Decide): Promise<Result<{ status: ReservationStatus }>> {
  return withTx((tx) => decideIn(tx, input))
}

/** The same inside the caller's transaction. */
export async function decideIn(tx: Tx, input: Decide): Promise<Result<{ status: ReservationStatus }>> {
  const reservation = await findReservation(tx, input.reservationId)
  const side = reservation && sideOf(reservation, input.actor.organisationId)
  if (!reservation || !side) return refused('not-found')
  const status = nextStatus(reservation.status, input.action, side)
  if (!status) return refused('conflict')
  const grounds = isAnswer(status) ? await groundsOf(reservation, tx) : undefined
  if (grounds && isAnswer(status)) {
    const { reservationId, reason } = input
    const judged = judgeAnswer(grounds, { reservationId, outcome: status, reason })
    if (!judged.ok) return judged
  }
  const { criterion, reason } = input
  const change = { actorUserId: input.actor.userId, criterion, reason, grounds }
  if (!(await applyStatus(tx, reservation, input.action, status, change))) return refused('conflict')
  return ok({ status })
}

/** Moves a reservation with all that follows from it: stock, need, event, message. */
export async function applyStatus(
  tx: Tx,
  reservation: ReservationRow,
  action: ReservationAction,
  status: ReservationStatus,
  by: {
    actorUserId: string | null
    criterion?: DecisionCriterion
    reason?: string
    /** What an answer is founded on, where the caller has read it already. */
    grounds?: Grounds
  },
): Promise<boolean> {
  const grounds = isAnswer(status) ? (by.grounds ?? (await groundsOf(reservation, tx))) : null
  const moved = await moveReservation(tx, reservation.id, reservation.status, {
    status,
    decidedAtMs: nowMs(),
    ...(by.reason && { decisionReason: by.reason }),
  })
  if (!moved) return false
  if (grounds && isAnswer(status)) {
    await recordDecision(tx, reservation, grounds, {
      outcome: status,
      decidedByUserId: by.actorUserId,
      criterion: by.criterion ?? null,
      reason: by.reason ?? '',
    })
  }
  if (!holdsStock(status)) {
    await releaseStock(tx, reservation.lotId, reservation.quantityMilli)
    await recordChange(tx, {
      entity: 'lot',
      entityId: reservation.lotId,
      kind: 'freed',
      actorUserId: by.actorUserId,
    })
  }
  if (reservation.needId) {
    await serveNeed(tx, reservation.needId, await sumServedMilli(tx, reservation.needId))
  }
  await recordChange(tx, {
    entity: 'reservation',
    entityId: reservation.id,
    kind: status,
    actorUserId: by.actorUserId,
    detail: { ...(by.criterion && { criterion: by.criterion }), ...(by.reason && { reason: by.reason }) },
  })
  await tell(tx, `reservation.${status}`, { reservationId: reservation.id, actorUserId: by.actorUserId })
  return true
}

/** Whether a status is the giver's answer to a request, which is kept with what it was founded on. */
function isAnswer(status: ReservationStatus): status is 'accepted' | 'refused' {
  return status === 'accepted' || status === 'refused'
}
