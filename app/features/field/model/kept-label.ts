import type { FieldDraft } from './field-draft'
import type { FieldFacts, FieldLot, FieldReservation } from './field-facts'

/** What a code opens on a device that may have no network. */
export type KeptTarget =
  /** A lot of one's own, with the handovers of it that are still to be signed. */
  | { kind: 'lot'; lot: FieldLot; item: number | null; reservations: readonly FieldReservation[] }
  /** A lot that one takes. */
  | { kind: 'reservation'; item: number | null; reservations: readonly FieldReservation[] }
  /** A draft of this device has it. */
  | { kind: 'draft'; draft: FieldDraft }
  | { kind: 'blank' }
  /** Not among what is kept: another's, an old lot's, or printed since. */
  | { kind: 'unknown' }

/** What a code opens, from what the device keeps. A draft that is not sent yet holds its label against everything else. */
export function keptTarget(
  code: string,
  { lots, reservations, labels }: Pick<FieldFacts, 'lots' | 'reservations' | 'labels'>,
  drafts: readonly FieldDraft[],
): KeptTarget {
  const draft = drafts.find((entry) => entry.label === code && entry.labelFault == null)
  if (draft) return { kind: 'draft', draft }
  const label = labels.find((entry) => entry.code === code)
  if (!label) return { kind: 'unknown' }
  const { lotId, item } = label
  if (lotId === null) return { kind: 'blank' }
  const ofLot = reservations.filter((entry) => entry.lotId === lotId)
  const lot = lots.find(({ id }) => id === lotId)
  if (lot) return { kind: 'lot', lot, item, reservations: ofLot }
  return ofLot.length > 0 ? { kind: 'reservation', item, reservations: ofLot } : { kind: 'unknown' }
}

/** Whether a draft may take a code, as far as the device knows: the server has the last word. */
export function mayTake(target: KeptTarget, draftId: string): boolean {
  if (target.kind === 'draft') return target.draft.id === draftId
  return target.kind === 'blank' || target.kind === 'unknown'
}
