import type { IsoDay } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import { leastInUnits, type Unit } from '~/core/units'
import type { NeedBudget } from './need-search-query'

/** What the filters and the order of a search look at, of a need that is open. */
export type NeedFacts = {
  id: string
  title: string
  organisationId: string
  material: MaterialType
  communeCode: string
  unit: Unit
  openMilli: number
  neededFrom: IsoDay
  neededUntil: IsoDay
  /** `neededUntil` as `dayNumber` counts it. */
  untilDay: number
  budgetUnitCents: number | null
  createdAtMs: number
}

/** Filters of a search as facts are held to them; the words of a search are the index's. */
export type NeedFactFilters = {
  material?: MaterialType
  communeCodes?: readonly string[]
  from?: IsoDay
  until?: IsoDay
  quantity?: { milli: number; unit: Unit }
  budget?: NeedBudget
}

/** Whether a need still wants something: `isOpen` of the queries, said of one need. */
export function isWanting(
  need: NeedFacts,
  { today, closed }: { today: IsoDay; closed: ReadonlySet<string> },
): boolean {
  return need.openMilli > 0 && need.neededUntil > today && !closed.has(need.organisationId)
}

/** Whether a need meets the filters, as the conditions of the query say it. */
export function meets(need: NeedFacts, filters: NeedFactFilters): boolean {
  const { material, communeCodes, from, until, quantity, budget } = filters
  if (material !== undefined && need.material !== material) return false
  if (communeCodes && !communeCodes.includes(need.communeCode)) return false
  if (from !== undefined && need.neededUntil <= from) return false
  if (until !== undefined && need.neededFrom >= until) return false
  if (quantity && !stillWants(need, quantity)) return false
  if (budget === 'gratuit') return need.budgetUnitCents === 0
  return budget === undefined || (need.budgetUnitCents ?? 0) > 0
}

function stillWants(need: NeedFacts, { milli, unit }: { milli: number; unit: Unit }): boolean {
  return leastInUnits(milli, unit).some((least) => least.unit === need.unit && need.openMilli >= least.milli)
}

/** How much nearness, the deadline and the material plead for a need beside its words. */
const NEAR = 0.06
const ENDING = 0.03
const SAME_MATERIAL = 0.1
/** A need that ends in more days than this is not urgent. */
const URGENT_DAYS = 45

/** How well a need answers a search, as `relevance` says it of lots; a need has no photo to be complete with. */
export function needRelevance(
  need: NeedFacts,
  asked: {
    text: number
    material: MaterialType | null
    today: number
    distance: { km: number; radiusKm: number } | null
  },
): number {
  const { distance } = asked
  const nearness = distance && distance.radiusKm > 0 ? Math.max(0, 1 - distance.km / distance.radiusKm) : 0
  return (
    asked.text +
    NEAR * nearness +
    ENDING * Math.max(0, 1 - (need.untilDay - asked.today) / URGENT_DAYS) +
    (need.material === asked.material ? SAME_MATERIAL : 0)
  )
}
