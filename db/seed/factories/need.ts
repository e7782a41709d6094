import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { foldText } from '~/core/fold'
import { newId } from '~/core/ids'
import type { needs } from '~db/sqlite/needs'

export type NeedRow = typeof needs.$inferSelect

/**
 * A need: by default 30 m² of parquet within 30 km over the next 60 days, in condition 2 or better.
 * `openMilli` follows `quantityMilli`.
 */
export function makeNeed(need: Pick<NeedRow, 'organisationId' | 'communeCode'> & Partial<NeedRow>): NeedRow {
  const today = isoDayOf(nowMs())
  const made = {
    id: newId(),
    siteId: null,
    material: 'wood-floor' as const,
    title: 'Parquet pour un tiers-lieu',
    unit: 'm2' as const,
    quantityMilli: 30_000,
    neededFrom: today,
    neededUntil: addDays(today, 60),
    radiusKm: 30,
    minCondition: 2,
    budgetUnitCents: null,
    status: 'open' as const,
    description: '',
    attributes: {},
    createdAtMs: nowMs(),
    ...need,
  }
  return {
    ...made,
    searchText: need.searchText ?? foldText(`${made.title} ${made.description}`),
    openMilli: need.openMilli ?? made.quantityMilli,
    updatedAtMs: need.updatedAtMs ?? made.createdAtMs,
  }
}
