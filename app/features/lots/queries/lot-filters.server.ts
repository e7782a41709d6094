import {
  and,
  between,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  notExists,
  notInArray,
  or,
  sql,
  type SQL,
} from 'drizzle-orm'
import type { AttributeKey } from '~/core/attributes/definitions'
import type { Wanted, WantedAttributes } from '~/core/attributes/wanted'
import type { IsoDay } from '~/core/days'
import { materialsOf, type MaterialFamily } from '~/core/material-families'
import type { MaterialType } from '~/core/material-types'
import { HEALTH_HAZARDS, TRIPS, type HazardLimit, type TripName } from '~/core/trips'
import { leastInUnits, massGOf, MILLI, type Unit } from '~/core/units'
import type { Around } from '~/features/communes/queries/around.server'
import { reader } from '~/platform/db.server'
import { lotAttributes, lots } from '~db/sqlite/lots'
import { photos } from '~db/sqlite/photos'
import type { LotSorting } from '../model/lot-search-query'

/** What a search holds lots to, beyond their being open and shown to whoever looks. */
export type LotFilters = {
  text?: string
  material?: MaterialType
  family?: MaterialFamily
  /** A day on which the lot is already there. */
  thereOn?: IsoDay
  /** Nearest first, where the order is «proches». */
  communeCodes?: readonly string[]
  /** Km by commune and the radius, where the search looks around one. */
  nearKm?: ReadonlyMap<string, number>
  radiusKm?: number
  /** The same place for who asks the database which communes are within, instead of naming them. */
  around?: Around
  /** Days of which the lot must share one at least: `from` included, `until` excluded. */
  from?: IsoDay
  until?: IsoDay
  /** What must be free; a mass also as what is free of a lot counted otherwise weighs, as said or estimated. */
  quantity?: { milli: number; unit: Unit }
  minCondition?: number
  isGift?: boolean
  /** The most that one unit may cost. */
  mostCents?: number
  /** The trip that must carry all that is free: a lot of unknown mass is left out, one of unknown volume is not. */
  trip?: TripName
  /** The declared dangers that are left out. */
  without?: HazardLimit
  hasPhoto?: boolean
  /** What the lot's sheet must say: one that says nothing of it is left out. */
  wanted?: WantedAttributes
  sorting?: LotSorting
}

/** The filters as conditions on `lots`; the words of a text are the index's (`held-lots.server.ts`). */
export function conditionsOf(filters: LotFilters): (SQL | undefined)[] {
  const { material, family, communeCodes, from, until, quantity, minCondition, wanted } = filters
  return [
    material && eq(lots.material, material),
    family && inArray(lots.material, materialsOf(family)),
    filters.thereOn === undefined ? undefined : lte(lots.availableFrom, filters.thereOn),
    communeCodes && inArray(lots.communeCode, [...communeCodes]),
    from === undefined ? undefined : gt(lots.availableUntil, from),
    until === undefined ? undefined : lt(lots.availableFrom, until),
    quantity && hasFree(quantity),
    minCondition === undefined ? undefined : gte(lots.condition, minCondition),
    filters.isGift ? eq(lots.unitPriceCents, 0) : undefined,
    filters.mostCents === undefined ? undefined : lte(lots.unitPriceCents, filters.mostCents),
    filters.trip && fitsOneTrip(filters.trip),
    filters.without && leavesOut(filters.without),
    filters.hasPhoto ? exists(photosOfLot()) : undefined,
    ...Object.entries(wanted ?? {}).map(([key, want]) => says(key as AttributeKey, want)),
  ]
}

function hasFree({ milli, unit }: { milli: number; unit: Unit }): SQL | undefined {
  const massG = massGOf(milli, unit)
  return or(
    ...leastInUnits(milli, unit).map((least) =>
      and(eq(lots.unit, least.unit), gte(lots.availableMilli, least.milli)),
    ),
    massG === null ? undefined : and(notInArray(lots.unit, ['kg', 't']), gte(FREE_MASS_G, massG)),
  )
}

/** What is left of a lot weighs its share of the whole; null where no mass is known. */
const FREE_MASS_G = sql<number | null>`(1.0 * ${lots.massG} * ${lots.availableMilli} / ${lots.quantityMilli})`

function fitsOneTrip(trip: TripName): SQL | undefined {
  const { massG, volumeL, reaches } = TRIPS[trip]
  const freeVolumeL = sql`(1.0 * ${lots.volumeL} * ${lots.availableMilli} / ${lots.quantityMilli})`
  return and(
    isNotNull(lots.massG),
    lte(FREE_MASS_G, massG),
    or(isNull(lots.volumeL), lte(freeVolumeL, volumeL)),
    or(isNull(lots.vehicle), inArray(lots.vehicle, [...reaches])),
  )
}

function leavesOut(limit: HazardLimit): SQL {
  if (limit === 'any') return sql`json_array_length(${lots.hazards}) = 0`
  const declared = sql`(select 1 from json_each(${lots.hazards}) where value in ${[...HEALTH_HAZARDS]})`
  return notExists(declared)
}

function photosOfLot() {
  return reader().select({ id: photos.lotId }).from(photos).where(eq(photos.lotId, lots.id))
}

/** Whether the lot's sheet says what is wanted of one attribute, as `judgeAttribute` judges it. */
function says(key: AttributeKey, want: Wanted): SQL {
  const ids = reader()
    .select({ id: lotAttributes.lotId })
    .from(lotAttributes)
    .where(and(eq(lotAttributes.key, key), isWanted(want)))
  return inArray(lots.id, ids)
}

function isWanted(want: Wanted): SQL {
  if (want.kind === 'flag') return eq(lotAttributes.word, 'true')
  if (want.kind === 'choice') return inArray(lotAttributes.word, [...want.anyOf])
  const milli = (value: number) => Math.round(value * MILLI)
  return between(
    lotAttributes.numberMilli,
    milli(want.value) - milli(want.tolerance),
    milli(want.value) + milli(want.tolerance),
  )
}
