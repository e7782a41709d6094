import { and, eq, gt, gte, inArray, lt, or, type SQL } from 'drizzle-orm'
import type { IsoDay } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import { leastInUnits, type Unit } from '~/core/units'
import type { Around } from '~/features/communes/queries/around.server'
import { needs } from '~db/sqlite/needs'
import type { NeedBudget } from '../model/need-search-query'

/** What a search holds needs to, beyond their being open. */
export type NeedFilters = {
  text?: string
  material?: MaterialType
  communeCodes?: readonly string[]
  /** Km by commune and the radius, where the search looks around one. */
  nearKm?: ReadonlyMap<string, number>
  radiusKm?: number
  /** The same place for who asks the database which communes are within, instead of naming them. */
  around?: Around
  /** Days of which the need's window must share one at least: `from` included, `until` excluded. */
  from?: IsoDay
  until?: IsoDay
  /** What must still be wanted. */
  quantity?: { milli: number; unit: Unit }
  budget?: NeedBudget
}

/** The filters as conditions on `needs`; the words of a text are the index's (`text-search.server.ts`). */
export function conditionsOf(filters: NeedFilters): (SQL | undefined)[] {
  const { material, communeCodes, from, until, quantity, budget } = filters
  return [
    material && eq(needs.material, material),
    communeCodes && inArray(needs.communeCode, [...communeCodes]),
    from === undefined ? undefined : gt(needs.neededUntil, from),
    until === undefined ? undefined : lt(needs.neededFrom, until),
    quantity && stillWants(quantity),
    budget && (budget === 'gratuit' ? eq(needs.budgetUnitCents, 0) : gt(needs.budgetUnitCents, 0)),
  ]
}

function stillWants({ milli, unit }: { milli: number; unit: Unit }): SQL | undefined {
  return or(
    ...leastInUnits(milli, unit).map((least) =>
      and(eq(needs.unit, least.unit), gte(needs.openMilli, least.milli)),
    ),
  )
}
