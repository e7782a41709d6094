import { and, asc, between, eq, exists, gt, gte, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import type { AttributeKey } from '~/core/attributes/definitions'
import type { Wanted, WantedAttributes } from '~/core/attributes/wanted'
import type { IsoDay } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import { leastInUnits, MILLI, type Unit } from '~/core/units'
import { reader } from '~/platform/db.server'
import { lotAttributes, lots } from '~db/sqlite/lots'
import { photos } from '~db/sqlite/photos'
import type { LotSorting } from '../model/lot-search-query'

/** What a search holds lots to, beyond their being open and shown to whoever looks. */
export type LotFilters = {
  text?: string
  material?: MaterialType
  /** Nearest first, where the order is «proches». */
  communeCodes?: readonly string[]
  /** Km by commune and the radius, where the search looks around one. */
  nearKm?: ReadonlyMap<string, number>
  radiusKm?: number
  /** Days of which the lot must share one at least: `from` included, `until` excluded. */
  from?: IsoDay
  until?: IsoDay
  /** What must be free. */
  quantity?: { milli: number; unit: Unit }
  minCondition?: number
  isGift?: boolean
  hasPhoto?: boolean
  /** What the lot's sheet must say: one that says nothing of it is left out. */
  wanted?: WantedAttributes
  sorting?: LotSorting
}

/** The filters as conditions on `lots`; the words of a text are the index's (`text-search.server.ts`). */
export function conditionsOf(filters: LotFilters): (SQL | undefined)[] {
  const { material, communeCodes, from, until, quantity, minCondition, wanted } = filters
  return [
    material && eq(lots.material, material),
    communeCodes && inArray(lots.communeCode, [...communeCodes]),
    from === undefined ? undefined : gt(lots.availableUntil, from),
    until === undefined ? undefined : lt(lots.availableFrom, until),
    quantity && hasFree(quantity),
    minCondition === undefined ? undefined : gte(lots.condition, minCondition),
    filters.isGift ? eq(lots.unitPriceCents, 0) : undefined,
    filters.hasPhoto ? exists(photosOfLot()) : undefined,
    ...Object.entries(wanted ?? {}).map(([key, want]) => says(key as AttributeKey, want)),
  ]
}

/** The order asked for; ties and no order at all are left to the caller. */
export function orderOf({ sorting, communeCodes }: LotFilters): SQL[] {
  if (sorting === 'depart') return [asc(lots.availableUntil)]
  if (sorting !== 'proches' || !communeCodes || communeCodes.length < 2) return []
  const ranks = communeCodes.map((code, rank) => sql`when ${code} then ${rank}`)
  return [sql`case ${lots.communeCode} ${sql.join(ranks, sql` `)} else ${ranks.length} end`]
}

function hasFree({ milli, unit }: { milli: number; unit: Unit }): SQL | undefined {
  return or(
    ...leastInUnits(milli, unit).map((least) =>
      and(eq(lots.unit, least.unit), gte(lots.availableMilli, least.milli)),
    ),
  )
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
