import type { AttributeKey } from '~/core/attributes/definitions'
import { sheetOf } from '~/core/attributes/sheets'
import type { AttributeValues } from '~/core/attributes/values'
import { judgeAttribute, type Wanted, type WantedAttributes } from '~/core/attributes/wanted'
import type { IsoDay } from '~/core/days'
import type { Hazard, Vehicle } from '~/core/lot-terms'
import { FAMILY_OF, type MaterialFamily } from '~/core/material-families'
import type { MaterialType } from '~/core/material-types'
import { HEALTH_HAZARDS, TRIPS, type HazardLimit, type TripName } from '~/core/trips'
import { leastInUnits, massGOf, type Unit } from '~/core/units'
import { isVisibleTo, type LotViewer, type StagedLot } from './visibility'

/** What the filters and the order of a search look at, of a published lot. */
export type LotFacts = StagedLot & {
  /** Which organisations are closed is asked at each search. */
  organisationClosedAtMs: null
  id: string
  title: string
  material: MaterialType
  communeCode: string
  availableFrom: IsoDay
  availableUntil: IsoDay
  /** `availableUntil` as `dayNumber` counts it. */
  untilDay: number
  /** `publicFrom` as `dayNumber` counts it; 0 for a lot that was always public. */
  publicDay: number
  unit: Unit
  quantityMilli: number
  availableMilli: number
  /** Of the whole lot, as its volume is. */
  massG: number | null
  volumeL: number | null
  vehicle: Vehicle | null
  hazards: readonly Hazard[]
  condition: number
  unitPriceCents: number
  hasPhoto: boolean
  attributes: AttributeValues
  publishedAtMs: number
  /** From 0 to 1: how much of what a taker wants to know is told. */
  completeness: number
}

/** Filters of a search as facts are held to them; the words of a search are the index's. */
export type FactFilters = {
  material?: MaterialType
  family?: MaterialFamily
  thereOn?: IsoDay
  communeCodes?: readonly string[]
  from?: IsoDay
  until?: IsoDay
  quantity?: { milli: number; unit: Unit }
  minCondition?: number
  isGift?: boolean
  mostCents?: number
  trip?: TripName
  without?: HazardLimit
  hasPhoto?: boolean
  wanted?: WantedAttributes
}

/** Who looks, on which day, and which organisations are closed. `day` is `today` as `dayNumber` counts it. */
export type Look = { viewer: LotViewer; today: IsoDay; day: number; closed: ReadonlySet<string> }

/** Whether a lot can still be taken and this viewer sees it: `isOpen` and `visibleTo` of the queries, said of one lot. */
export function isOffered(lot: LotFacts, { viewer, today, day, closed }: Look): boolean {
  if (lot.untilDay <= day || lot.availableMilli <= 0) return false
  if (closed.size > 0 && closed.has(lot.organisationId)) return false
  return lot.publicDay <= day || isVisibleTo(lot, viewer, today)
}

/** Whether a search holds lots to anything beside its words. */
export function hasFilters(filters: FactFilters): boolean {
  return FILTERS.some((key) => filters[key] !== undefined)
}

const FILTERS = [
  ...(['material', 'family', 'thereOn', 'communeCodes', 'from', 'until', 'quantity'] as const),
  ...(['mostCents', 'trip', 'without'] as const),
  ...(['minCondition', 'isGift', 'hasPhoto', 'wanted'] as const),
] satisfies readonly (keyof FactFilters)[]

/** Whether a lot meets the filters, as the conditions of the query say it; communes as a set, made once. */
export function meets(
  lot: LotFacts,
  filters: FactFilters,
  communes: ReadonlySet<string> | null = filters.communeCodes ? new Set(filters.communeCodes) : null,
): boolean {
  const { material, from, until, quantity, minCondition, isGift, hasPhoto, wanted } = filters
  if (material !== undefined && lot.material !== material) return false
  if (communes && !communes.has(lot.communeCode)) return false
  if (from !== undefined && lot.availableUntil <= from) return false
  if (until !== undefined && lot.availableFrom >= until) return false
  if (quantity && !hasFree(lot, quantity)) return false
  if (minCondition !== undefined && lot.condition < minCondition) return false
  if (isGift && lot.unitPriceCents !== 0) return false
  if (hasPhoto && !lot.hasPhoto) return false
  return meetsTerms(lot, filters) && (!wanted || says(lot, wanted))
}

function meetsTerms(lot: LotFacts, { family, thereOn, mostCents, trip, without }: FactFilters): boolean {
  if (family !== undefined && FAMILY_OF[lot.material] !== family) return false
  if (thereOn !== undefined && lot.availableFrom > thereOn) return false
  if (mostCents !== undefined && lot.unitPriceCents > mostCents) return false
  if (trip !== undefined && !fitsOneTrip(lot, trip)) return false
  if (without === 'any') return lot.hazards.length === 0
  return without === undefined || !lot.hazards.some((hazard) => HEALTH_HAZARDS.includes(hazard))
}

function fitsOneTrip(lot: LotFacts, trip: TripName): boolean {
  const { massG, volumeL, reaches } = TRIPS[trip]
  const [freeMassG, freeVolumeL] = [ofFree(lot, lot.massG), ofFree(lot, lot.volumeL)]
  if (freeMassG === null || freeMassG > massG) return false
  if (freeVolumeL !== null && freeVolumeL > volumeL) return false
  return lot.vehicle === null || (reaches as readonly Vehicle[]).includes(lot.vehicle)
}

/** The share of a whole that what is free of a lot has. */
function ofFree({ availableMilli, quantityMilli }: LotFacts, whole: number | null): number | null {
  return whole === null ? null : (whole * availableMilli) / quantityMilli
}

function hasFree(lot: LotFacts, { milli, unit }: { milli: number; unit: Unit }): boolean {
  const massG = massGOf(milli, unit)
  const isMass = lot.unit === 'kg' || lot.unit === 't'
  if (massG !== null && !isMass) return (ofFree(lot, lot.massG) ?? -1) >= massG
  return leastInUnits(milli, unit).some(
    (least) => least.unit === lot.unit && lot.availableMilli >= least.milli,
  )
}

function says({ material, attributes }: LotFacts, wanted: WantedAttributes): boolean {
  const sheet: readonly AttributeKey[] = sheetOf(material)
  const entries = Object.entries(wanted) as [AttributeKey, Wanted][]
  return entries.every(
    ([key, want]) => sheet.includes(key) && judgeAttribute(key, want, attributes) === 'fits',
  )
}

/** Shares of what a taker wants to know before coming: a photo, the sheet, words, the mass. */
const PHOTO = 0.4
const SHEET = 0.3
const WORDS = 0.2
const MASS = 0.1
/** Characters of a description that tells enough. */
const ENOUGH_CHARS = 80

/** How much of what a taker wants to know a lot tells, from 0 to 1. */
export function completenessOf(
  lot: Pick<LotFacts, 'hasPhoto' | 'material' | 'attributes' | 'massG'> & { description: string },
): number {
  const sheet: readonly AttributeKey[] = sheetOf(lot.material)
  const filled = sheet.filter((key) => lot.attributes[key] !== undefined).length
  return (
    (lot.hasPhoto ? PHOTO : 0) +
    SHEET * (filled / sheet.length) +
    WORDS * Math.min(1, lot.description.length / ENOUGH_CHARS) +
    (lot.massG === null ? 0 : MASS)
  )
}

/** How much nearness, the deadline, completeness and the material plead for a lot beside its words. */
const NEAR = 0.06
const LEAVING = 0.03
const COMPLETE = 0.03
const SAME_MATERIAL = 0.1
/** A lot that leaves in more days than this is not urgent. */
const URGENT_DAYS = 45

/**
 * How well a lot answers a search: what its words say, from 0 to about 1, and beside it a little for being near, about to
 * leave, well told, and of the material that the words name. These order lots whose words say the same; they do not put
 * a lot that says less before one that says more.
 */
export function relevance(asked: {
  text: number
  /** Days until the lot leaves. */
  daysLeft: number
  completeness: number
  /** Whether the lot is of the material that the words name. */
  isNamed: boolean
  /** Km to where the search looks and the radius; null when it looks everywhere. */
  distance: { km: number; radiusKm: number } | null
}): number {
  const { distance } = asked
  const nearness = distance && distance.radiusKm > 0 ? Math.max(0, 1 - distance.km / distance.radiusKm) : 0
  return (
    asked.text +
    NEAR * nearness +
    LEAVING * Math.max(0, 1 - asked.daysLeft / URGENT_DAYS) +
    COMPLETE * asked.completeness +
    (asked.isNamed ? SAME_MATERIAL : 0)
  )
}
