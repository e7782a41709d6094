import { nowMs } from '~/core/clock'
import { isGranted, isHandedOver } from '~/core/reservation-status'
import { isCountable, MILLI, type Unit } from '~/core/units'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { findReservationView } from '../queries.server'
import { doneAt, type ToldTime } from '../model/done-at'
import type { DifferenceReason } from '../model/handover'
import type { Side } from '../model/machine'
import { sideOf } from '../model/side'
import { findHandoverCheck, findReservation, insertHandoverCheck } from '../repo.server'
import { findHandoverFile, listCodesOnLot } from '../repo/papers.server'

type Weighing = { massG: number; slipNumber: string; slipFileId: string | null }

type RecordCheck = {
  actor: Actor
  /** Made on the device, so that sending twice keeps once. */
  id: string
  reservationId: string
  countedMilli: number
  /** Why it is not the reserved quantity: both when it is not. */
  reason?: DifferenceReason
  difference: string
  /** Codes of the labelled pieces checked one by one. */
  items?: readonly string[]
  /** What the scale said; left out where nothing was weighed. */
  weighing?: Weighing
  /** When a device says that it was counted; left out where it is counted now. */
  told?: ToldTime
}

/**
 * Keeps what one side counted or weighed at a collection. Refuses `not-found` to strangers, a part of a piece, a
 * difference that is not explained, a weighing without its slip, codes that are on no piece of the lot, more codes than
 * pieces, and `conflict` unless the reservation is granted or handed over.
 */
export async function recordHandoverCheck(input: RecordCheck): Promise<Result<{ id: string }>> {
  const { actor, id, reservationId, countedMilli, difference } = input
  const view = await findReservationView(reservationId)
  if (!view) return refused('not-found')
  return withTx(async (tx) => {
    const reservation = await findReservation(tx, reservationId)
    const side = reservation && sideOf(reservation, actor.organisationId)
    if (!reservation || !side) return refused('not-found')
    const known = await findHandoverCheck(tx, id)
    if (known) return known.reservationId === reservationId ? ok({ id }) : refused('conflict')
    if (!isGranted(reservation.status) && !isHandedOver(reservation.status)) return refused('conflict')
    if (!isCountable(countedMilli, view.lotUnit)) return refused('whole-units', { field: 'counted' })
    const isSame = countedMilli === reservation.quantityMilli
    if (!isSame && difference === '') return refused('difference-required', { field: 'difference' })
    if (!isSame && !input.reason) return refused('difference-reason', { field: 'reason' })
    const refusal =
      (await itemsRefusal(tx, input, { lotId: reservation.lotId, unit: view.lotUnit })) ??
      (await slipRefusal(tx, input, side))
    if (refusal) return refusal
    await insertHandoverCheck(tx, {
      id,
      reservationId,
      side,
      countedMilli,
      reason: isSame ? null : (input.reason ?? null),
      difference: isSame ? '' : difference,
      items: [...new Set(input.items)].sort(),
      method: input.weighing ? 'weighed' : 'counted',
      weighedG: input.weighing?.massG ?? null,
      slipNumber: input.weighing?.slipNumber ?? '',
      slipFileId: input.weighing?.slipFileId ?? null,
      userId: actor.userId,
      countedAtMs: input.told
        ? doneAt(input.told, reservation.decidedAtMs ?? reservation.createdAtMs)
        : nowMs(),
      receivedAtMs: nowMs(),
    })
    await recordChange(tx, {
      entity: 'reservation',
      entityId: reservationId,
      kind: `counted-by-${side}`,
      actorUserId: actor.userId,
      detail: { countedMilli, difference, ...(input.weighing && { massG: input.weighing.massG }) },
    })
    return ok({ id })
  })
}

async function itemsRefusal(
  tx: Tx,
  { items = [], countedMilli }: RecordCheck,
  lot: { lotId: string; unit: Unit },
) {
  const codes = [...new Set(items)]
  const known = await listCodesOnLot(tx, lot.lotId, codes)
  if (known.length < codes.length) return refused('label-unknown', { field: 'items' })
  return lot.unit === 'u' && codes.length * MILLI > countedMilli
    ? refused('items-beyond-count', { field: 'items' })
    : null
}

/** A weighing is proved by the picture of its slip, sent before by the same side. */
async function slipRefusal(tx: Tx, { weighing, reservationId }: RecordCheck, side: Side) {
  if (!weighing) return null
  const file = weighing.slipFileId === null ? null : await findHandoverFile(tx, weighing.slipFileId)
  const isOwn = file?.reservationId === reservationId && file.side === side && file.kind === 'weighing-slip'
  return isOwn ? null : refused('slip-required', { field: 'slip' })
}
