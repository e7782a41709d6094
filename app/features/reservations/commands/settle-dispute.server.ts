import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { judgeSettlement, type Settlement } from '../model/dispute'
import { nextStatus, type Mover, type ReservationAction } from '../model/machine'
import { pickupOf } from '../model/pickup'
import { sideOf } from '../model/side'
import { findReservation, moveReservation, setPickup, type ReservationRow } from '../repo.server'
import { findDispute, updateDispute } from '../repo/disputes.server'
import { applyStatus } from './decide-reservation.server'

type Settle = {
  actor: Actor
  reservationId: string
  /** The dispute that the person read. */
  disputeId: string
  outcome: Settlement
  note: string
}
type Settled = { state: 'proposed' | 'settled' }

/**
 * Proposes how a dispute ends, as one of its sides, or agrees when the other side proposed the same; the Métropole's
 * team settles at once. Resumed, the reservation keeps its slot while that is to come; cancelled, its stock is free.
 * The same again is once; refuses `not-found` to strangers and `conflict` when it was settled otherwise.
 */
export async function settleDispute(input: Settle): Promise<Result<Settled>> {
  const { actor, reservationId, disputeId, outcome, note } = input
  return withTx(async (tx) => {
    const reservation = await findReservation(tx, reservationId)
    const by = reservation && (sideOf(reservation, actor.organisationId) ?? teamOf(actor))
    if (!reservation || !by) return refused('not-found')
    const dispute = await findDispute(tx, disputeId)
    if (dispute?.reservationId !== reservationId) return refused('conflict')
    if (dispute.settledAtMs !== null)
      return dispute.outcome === outcome ? ok({ state: 'settled' }) : refused('conflict')
    const verdict = judgeSettlement(
      { outcome: dispute.proposedOutcome, by: dispute.proposedBy },
      { outcome, by },
    )
    if (verdict === 'again') return ok({ state: 'proposed' })
    if (verdict === 'proposed' && by !== 'team') {
      await updateDispute(tx, disputeId, { proposedOutcome: outcome, proposedBy: by, proposedNote: note })
      await noteStep(tx, 'settlement-proposed', input)
      return ok({ state: 'proposed' })
    }
    const settledBy = by === 'team' ? 'team' : 'both'
    if (!(await moveOn(tx, reservation, settledBy, input))) return refused('conflict')
    const settled = { outcome, settledBy, settledNote: note, settledAtMs: nowMs() } as const
    await updateDispute(tx, disputeId, settled)
    await noteStep(tx, 'settled', input)
    return ok({ state: 'settled' })
  })
}

function teamOf(actor: Actor): 'team' | null {
  return can(actor, 'reservation:arbitrate') ? 'team' : null
}

async function moveOn(tx: Tx, reservation: ReservationRow, by: Mover, input: Settle): Promise<boolean> {
  const pickup = pickupOf(reservation)
  const keepsSlot = pickup.kind === 'agreed' && pickup.slot.on >= isoDayOf(nowMs())
  const action: ReservationAction =
    input.outcome === 'cancel' ? 'abandon' : keepsSlot ? 'resume-slot' : 'resume'
  const status = nextStatus(reservation.status, action, by)
  if (!status) return false
  if (action === 'abandon') {
    const change = { actorUserId: input.actor.userId, reason: input.note }
    return applyStatus(tx, reservation, action, status, change)
  }
  if (action === 'resume' && pickup.kind === 'agreed') await setPickup(tx, reservation.id, NO_PICKUP)
  return moveReservation(tx, reservation.id, reservation.status, { status })
}

const NO_PICKUP = { pickupOn: null, pickupPart: null, pickupProposedBy: null, pickupAgreedAtMs: null }

async function noteStep(tx: Tx, kind: 'settlement-proposed' | 'settled', input: Settle): Promise<void> {
  const { actor, reservationId, outcome, note } = input
  await recordChange(tx, {
    entity: 'reservation',
    entityId: reservationId,
    kind,
    actorUserId: actor.userId,
    detail: { outcome, ...(note && { reason: note }) },
  })
  // A cancellation is told as such.
  if (kind === 'settled' && outcome === 'cancel') return
  await tell(tx, `reservation.${kind}`, { reservationId, actorUserId: actor.userId })
}
