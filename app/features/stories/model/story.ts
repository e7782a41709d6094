import { dayNumber, type IsoDay } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import type { Unit } from '~/core/units'
import type { Side } from '~/features/reservations/model/machine'

/** What one side allows of the story; before it is asked, nothing. */
export type StoryConsent = { isPublic: boolean; isNamed: boolean }
export type StoryConsents = Record<Side, StoryConsent>

export const NO_CONSENT: StoryConsent = { isPublic: false, isNamed: false }

/** Whether both sides agree that the story is shown: either one takes it away alone. */
export function isPublicStory({ giver, taker }: StoryConsents): boolean {
  return giver.isPublic && taker.isPublic
}

/** A name where its side agrees to it in a story that is shown; else null. */
export function shownName(consent: StoryConsent, name: string): string | null {
  return consent.isPublic && consent.isNamed ? name : null
}

/** Whether material can have been put back to work on a day: handed over by then, and no later than today. */
export function isReinstallDay(
  day: IsoDay,
  { handedOverOn, today }: { handedOverOn: IsoDay; today: IsoDay },
) {
  return dayNumber(day) >= dayNumber(handedOverOn) && dayNumber(day) <= dayNumber(today)
}

/** How something was put back to work, as its parties read it. */
export type ReinstallationView = {
  id: string
  reservationId: string
  reinstalledOn: IsoDay
  communeCode: string
  communeName: string
  words: string
  fileId: string
  /** Whether its picture was made by a computer for the demonstration. */
  isSynthetic: boolean
}

/** A story that anyone may read: names only where their side agreed. */
export type StoryView = {
  id: string
  reservationId: string
  lotId: string
  lotTitle: string
  material: MaterialType
  massG: number
  quantityMilli: number
  unit: Unit
  handedOverOn: IsoDay
  reinstalledOn: IsoDay
  fromCommuneCode: string
  fromCommuneName: string
  toCommuneCode: string
  toCommuneName: string
  words: string
  /** Whether the picture of it in place was made by a computer for the demonstration. */
  isSynthetic: boolean
  giverName: string | null
  takerName: string | null
}
