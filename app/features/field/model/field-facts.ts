import type { IsoDay } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import type { Unit } from '~/core/units'
import type { DayPart } from '~/core/lot-terms'
import type { PostingAnswers } from '~/features/lots/model/posting-answers'

/** Raised when the shape below changes, so that a device does not read what an older version kept. */
export const FACTS_VERSION = 2

export type FieldWho = {
  userId: string
  name: string
  organisationId: string
  organisationName: string
  /** Whether the address is confirmed: before that, nothing is published. */
  isConfirmed: boolean
  canPublish: boolean
}

export type FieldSite = {
  id: string
  name: string
  communeName: string
  endsOn: IsoDay
  /** What the last lot of this site says that the next one may say again. */
  recalled: PostingAnswers
}

/** A small picture; `src` is where it was fetched from. */
export type FieldPicture = { id: string; src: string }

/** A lot of one's own organisation, to be recognised on site. */
export type FieldLot = {
  id: string
  reference: string
  title: string
  material: MaterialType
  unit: Unit
  quantityMilli: number
  availableMilli: number
  massG: number | null
  condition: number
  status: 'published' | 'paused' | 'withdrawn' | 'hidden'
  siteId: string
  siteName: string
  availableUntil: IsoDay
  photo: FieldPicture | null
}

/** An accepted reservation whose handover is still to be signed by one's own side. */
export type FieldReservation = {
  id: string
  side: 'giver' | 'taker'
  /** The organisation on the other side. */
  otherName: string
  lotId: string
  lotReference: string
  lotTitle: string
  unit: Unit
  quantityMilli: number
  /** The mass of the reserved part as the lot has it; null while it is missing. */
  expectedMassG: number | null
  /** What the other side has signed; null before. */
  otherMassG: number | null
  /** What one's own side has signed; null before. */
  ownMassG: number | null
  pickupOn: IsoDay | null
  pickupPart: DayPart | null
  siteName: string
  address: string
  access: string
  contactName: string
  contactPhone: string
  photo: FieldPicture | null
}

/** A label that the device knows: of a lot that is kept, or blank. */
export type FieldLabel = {
  code: string
  /** Null while it is blank. */
  lotId: string | null
  /** Which piece of the lot, from 1; null for the lot as a whole. */
  item: number | null
}

/** What the device knows of the account and its sites without the network. */
export type FieldFacts = {
  version: number
  /** When the server gave them. */
  atMs: number
  who: FieldWho
  /** Those under way first, the next to end on top. */
  sites: readonly FieldSite[]
  lots: readonly FieldLot[]
  reservations: readonly FieldReservation[]
  /** Those of the lots and reservations above, then blank ones, the last printed first. */
  labels: readonly FieldLabel[]
  /** What stands before the code in the address of a label. */
  labelBase: string
}

/** Whether one's own side still has to sign, or signed another mass than the other side. */
export function isToSign({ ownMassG, otherMassG }: FieldReservation): boolean {
  return ownMassG === null || (otherMassG !== null && otherMassG !== ownMassG)
}
