import { addDays, type IsoDay } from '~/core/days'
import type { GeoPoint } from '~/core/geo-point'
import type { MaterialType } from '~/core/material-types'
import type { PlaceKind, PlaceService } from '~/core/place-terms'

export type StoredState = 'proposed' | 'published' | 'refused' | 'withdrawn'

/** A place of the directory as pages show it. */
export type Place = {
  id: string
  kind: PlaceKind
  name: string
  communeCode: string
  communeName: string
  /** Empty when not said, as every text below. */
  address: string
  /** Rounded position, or null where the commune's point stands in. */
  position: GeoPoint | null
  /** The position, or the commune's point: what distances are counted from. */
  point: GeoPoint
  /** None: any material. */
  materials: readonly MaterialType[]
  services: readonly PlaceService[]
  hours: string
  conditions: string
  website: string
  phone: string
  email: string
  siret: string | null
  state: StoredState
  checkedOn: IsoDay | null
  reason: string
  proposedByOrganisationId: string
  proposedByName: string
  createdAtMs: number
  updatedAtMs: number
}

/** What may be seen of a place by everyone: nothing of who proposed it, nor why it was refused. */
export type PublicPlace = Omit<
  Place,
  'state' | 'reason' | 'proposedByOrganisationId' | 'proposedByName' | 'createdAtMs' | 'updatedAtMs'
>

/** Days after which a check is asked for again. */
export const CHECK_HOLDS_DAYS = 365

/** The states of a list, `a-revoir` being published and checked more than a year ago. */
export const PLACE_STATES = ['propose', 'publie', 'a-revoir', 'refuse', 'retire'] as const
export type PlaceState = (typeof PLACE_STATES)[number]

/** Where a place stands on a day. */
export function placeStateOf(
  { state, checkedOn }: Pick<Place, 'state' | 'checkedOn'>,
  today: IsoDay,
): PlaceState {
  if (state === 'published') return isCheckDue(checkedOn, today) ? 'a-revoir' : 'publie'
  return ({ proposed: 'propose', refused: 'refuse', withdrawn: 'retire' } as const)[state]
}

/** Whether the last check is a year old or more. */
export function isCheckDue(checkedOn: IsoDay | null, today: IsoDay): boolean {
  return checkedOn === null || addDays(checkedOn, CHECK_HOLDS_DAYS) <= today
}

/** A decision of the Métropole on a place. */
export const PLACE_DECISIONS = ['publish', 'refuse', 'recheck', 'withdraw'] as const
export type PlaceDecision = (typeof PLACE_DECISIONS)[number]

const FROM: Record<PlaceDecision, readonly StoredState[]> = {
  publish: ['proposed', 'refused', 'withdrawn'],
  refuse: ['proposed'],
  recheck: ['published'],
  withdraw: ['published'],
}

/** The decisions that can be taken on a place in this state. */
export function decisionsFor(state: StoredState): PlaceDecision[] {
  return PLACE_DECISIONS.filter((decision) => FROM[decision].includes(state))
}

/** The state that a decision leads to. */
export function stateAfter(decision: PlaceDecision): StoredState {
  return ({ publish: 'published', refuse: 'refused', recheck: 'published', withdraw: 'withdrawn' } as const)[
    decision
  ]
}

/** Whether whoever proposed a place may still change it: once published, changes go through the Métropole. */
export function isOpenToProposer(state: StoredState): boolean {
  return state === 'proposed' || state === 'refused'
}

/** A position as the directory keeps it: a thousandth of a degree, about 100 m. */
export function roundedPosition({ lat, lon }: GeoPoint): GeoPoint {
  return { lat: Math.round(lat * 1000) / 1000, lon: Math.round(lon * 1000) / 1000 }
}

/** What everyone may see of a place. */
export function publicPart(place: Place): PublicPlace {
  const {
    state: _state,
    reason: _reason,
    proposedByOrganisationId: _organisation,
    proposedByName: _name,
    createdAtMs: _created,
    updatedAtMs: _updated,
    ...shown
  } = place
  return shown
}
