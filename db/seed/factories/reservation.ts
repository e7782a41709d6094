import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { REQUEST_DAYS } from '~/features/reservations/model/machine'
import type { handoverConfirmations, handovers, reservations } from '~db/sqlite/reservations'

export type ReservationRow = typeof reservations.$inferSelect
export type ConfirmationRow = typeof handoverConfirmations.$inferSelect
export type HandoverRow = typeof handovers.$inferSelect

type Parties = 'lotId' | 'giverOrganisationId' | 'takerOrganisationId' | 'requestedByUserId' | 'quantityMilli'

/** A reservation: by default a request of now. The lot's stock is the caller's to lower. */
export function makeReservation(
  reservation: Pick<ReservationRow, Parties> & Partial<ReservationRow>,
): ReservationRow {
  const createdAtMs = reservation.createdAtMs ?? nowMs()
  return {
    id: newId(),
    needId: null,
    takerCommuneCode: null,
    takerSiteId: null,
    status: 'requested',
    message: '',
    decisionReason: null,
    pickupOn: null,
    pickupPart: null,
    pickupProposedBy: null,
    pickupAgreedAtMs: null,
    matchScore: null,
    createdAtMs,
    decidedAtMs: null,
    expiresAtMs: createdAtMs + REQUEST_DAYS * 86_400_000,
    ...reservation,
  }
}

/** What one side signs of a handover, now by default. */
export function makeConfirmation(
  confirmation: Omit<ConfirmationRow, 'atMs' | 'receivedAtMs' | 'drawing' | 'onSide' | 'sorting'> &
    Partial<ConfirmationRow>,
): ConfirmationRow {
  const atMs = confirmation.atMs ?? nowMs()
  const usual = { drawing: null, onSide: confirmation.side, sorting: null }
  return { atMs, receivedAtMs: atMs, ...usual, ...confirmation }
}

/** A handover that both sides have signed, of today by default. */
export function makeHandover(
  handover: Pick<HandoverRow, 'reservationId' | 'massG' | 'quantityMilli'> & Partial<HandoverRow>,
): HandoverRow {
  const completedAtMs = handover.completedAtMs ?? nowMs()
  return {
    id: newId(),
    handedOverOn: isoDayOf(handover.doneAtMs ?? completedAtMs),
    legalStatus: 'reuse',
    sortingOperator: 'Curage Modèle',
    sortedOn: null,
    sortingEvidence: '',
    doneAtMs: completedAtMs,
    completedAtMs,
    ...handover,
  }
}
