import type { MaterialType } from '~/core/material-types'
import type { Unit } from '~/core/units'
import type { DecisionCriterion } from './criteria'
import type { DisputeCause, Settlement } from './dispute'
import type { HandoverState, LegalStatus } from './handover'
import type { ReservationStatus, Side } from './machine'
import type { PickupFields, Slot } from './pickup'

/** A reservation as its pages read it. The address is not here: `findPickupAddress` gives it to the parties. */
export type ReservationView = PickupFields & {
  id: string
  status: ReservationStatus
  quantityMilli: number
  message: string
  decisionReason: string | null
  /** 0 to 100, as it was when requested; null without a need. */
  matchScore: number | null
  createdAtMs: number
  expiresAtMs: number | null
  /** How many half-days the giver lets the taker choose from. */
  offerCount: number
  giverOrganisationId: string
  giverName: string
  takerOrganisationId: string
  takerName: string
  takerCommuneCode: string | null
  lotId: string
  lotReference: string
  lotTitle: string
  lotUnit: Unit
  lotMassG: number | null
  lotMassEstimated: boolean
  lotQuantityMilli: number
  availableFrom: string
  availableUntil: string
  storageUntil: string | null
  lotCommuneCode: string
  lotCommuneName: string
  material: MaterialType
  needId: string | null
  needTitle: string | null
  siteId: string
}

export type SignedConfirmation = {
  side: Side
  massG: number
  signedName: string
  /** The `d` of an SVG path; null where the name is typed. */
  drawing: string | null
  /** The side whose account it was signed on. */
  onSide: Side
  /** When it was given, and when it arrived; null for those of before arrivals were kept. */
  atMs: number
  receivedAtMs: number | null
}

export type CompletedHandoverView = {
  id: string
  handedOverOn: string
  massG: number
  quantityMilli: number
  legalStatus: LegalStatus
  sortingOperator: string
  sortedOn: string | null
  sortingEvidence: string
  /** When the later signature was given, and when the completing one arrived. */
  doneAtMs: number
  receivedAtMs: number
}

/** What both sides have signed of a reservation. */
export type HandoverView = {
  state: HandoverState
  confirmations: SignedConfirmation[]
  handover: CompletedHandoverView | null
}

export const TIMELINE_KINDS = [
  'requested',
  'accepted',
  'refused',
  'cancelled',
  'expired',
  'pickup-proposed',
  'pickup-agreed',
  'slots-offered',
  'disputed',
  'settlement-proposed',
  'settled',
  'counted-by-giver',
  'counted-by-taker',
  'signed-by-giver',
  'signed-by-taker',
  'collected',
  'reinstalled',
  'story-public',
  'story-private',
] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

/** Something that happened to a reservation, with what its author gave. */
export type TimelineEntry = {
  kind: TimelineKind
  atMs: number
  who: string | null
  criterion: DecisionCriterion | null
  reason: string | null
  massG: number | null
  slot: Slot | null
  /** The name signed, where it was signed on the phone of the other side. */
  signedElsewhere: string | null
  cause: DisputeCause | null
  outcome: Settlement | null
  /** When it was done on a device, where its news came later. */
  doneAtMs: number | null
}

/** Where to collect and whom to ask for; for the two parties of an accepted reservation only. */
export type PickupPlace = {
  siteName: string
  address: string
  lat: number | null
  lon: number | null
  access: string
  contactName: string
  contactPhone: string
}
