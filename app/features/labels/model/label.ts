/** A label as its readers are told of it. A blank one has neither lot nor draft. */
export type LabelView = {
  code: string
  organisationId: string
  /** The lot it is on: the one it was made or claimed for, or the one that its draft became. */
  lotId: string | null
  lotOrganisationId: string | null
  /** The draft it was claimed for, while it is one. */
  draftId: string | null
  /** Which piece of the lot, from 1; null for the lot as a whole. */
  item: number | null
}

/** What is done with a label when it is scanned. */
export const SCAN_ACTS = ['counted', 'loaded', 'handed-over'] as const
export type ScanAct = (typeof SCAN_ACTS)[number]

/** Pieces of a lot that get a label each, and blank labels of one printing. */
export const MOST_LABELS = 240

/** A printing of blank labels. */
export type BatchView = { id: string; createdAtMs: number; count: number; claimed: number }
