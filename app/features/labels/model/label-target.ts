import type { LabelView } from './label'

/** Who opens a label, as far as it changes what opens. */
export type LabelReader = {
  /** Null for a visitor. */
  organisationId: string | null
  /** Whether they may manage lots of their organisation. */
  canManage: boolean
  /** A reservation of the label's lot that their organisation takes and that was accepted. */
  reservationId: string | null
  /** Whether the lot is shown to them. */
  seesLot: boolean
}

export type LabelTarget =
  | { kind: 'acts'; lotId: string }
  | { kind: 'reservation'; reservationId: string }
  | { kind: 'lot'; lotId: string }
  | { kind: 'draft'; draftId: string }
  | { kind: 'blank' }
  /** Nothing for this reader; the same whether the label is blank, of a draft or of a lot that they may not see. */
  | { kind: 'closed' }

/** What a label opens for a reader. */
export function labelTarget(label: LabelView, reader: LabelReader): LabelTarget {
  const isOf = (owner: string | null) => reader.organisationId !== null && owner === reader.organisationId
  if (label.lotId !== null) {
    if (isOf(label.lotOrganisationId) && reader.canManage) return { kind: 'acts', lotId: label.lotId }
    if (reader.reservationId !== null) return { kind: 'reservation', reservationId: reader.reservationId }
    return reader.seesLot ? { kind: 'lot', lotId: label.lotId } : { kind: 'closed' }
  }
  if (!isOf(label.organisationId) || !reader.canManage) return { kind: 'closed' }
  return label.draftId === null ? { kind: 'blank' } : { kind: 'draft', draftId: label.draftId }
}
