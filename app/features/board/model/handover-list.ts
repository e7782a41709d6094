import { addDays, type DayInterval, type IsoDay } from '~/core/days'
import { MATERIAL_TYPES, type MaterialType } from '~/core/material-types'
import { calendarMonth } from '~/core/period'
import type { BoardView } from './board'
import { periodQuery, type BoardPeriod, type Buckets } from './board-period'

/** Which handovers a list counts; each figure of a board names one. */
export const HANDOVER_SCOPES = [
  'annee',
  'taux',
  'hors-taux',
  'entrant',
  'echanges',
  'proches',
  'sur-place',
] as const
export type HandoverScope = (typeof HANDOVER_SCOPES)[number]

/**
 * The scope that says whether a list leaves handovers out: parts of a figure would tell what those are like. What is
 * outside the rate is told apart of whole years alone, as the sites of the rate of a part of one are others.
 */
export function wholeScopeOf(scope: HandoverScope, isWholeYears: boolean): HandoverScope {
  if (scope === 'hors-taux' && !isWholeYears) return 'annee'
  return scope === 'proches' || scope === 'sur-place' ? 'annee' : scope
}

/** The catalogue key of each scope. */
export const SCOPE_KEYS = {
  annee: 'annee',
  taux: 'taux',
  'hors-taux': 'horsTaux',
  entrant: 'entrant',
  echanges: 'echanges',
  proches: 'proches',
  'sur-place': 'surPlace',
} as const satisfies Record<HandoverScope, string>

/** What a list keeps of its period's handovers, as its address holds it. */
export type HandoverFilters = {
  perimetre: HandoverScope
  /** 1 to 12: the handovers of one month. Of a period that is a year only. */
  mois?: number
  famille?: MaterialType
  /** All but these families: what a chart draws together. */
  hors?: MaterialType[]
  /** The ends of a flow, as `sideKey` names them. Of the scope `echanges` only. */
  de?: string
  vers?: string
}

/** The filter that a part of a chart stands for: a family, or all but those that are named. */
export function familyFilter(
  key: MaterialType | 'rest',
  named: readonly MaterialType[],
): Pick<HandoverFilters, 'famille' | 'hors'> {
  return key === 'rest' ? { hors: [...named] } : { famille: key }
}

/** Families as an address lists them; names that are none are left out. */
export function familiesIn(text: string): MaterialType[] {
  const asked = new Set(text.split('.'))
  return MATERIAL_TYPES.filter((type) => asked.has(type))
}

/** The handovers of one page of a list. */
export const HANDOVERS_A_PAGE = 50

/** The query string of a list of handovers; what is default is left out, but for the period. */
export function handoverQuery(
  period: BoardPeriod,
  { perimetre, mois, famille, hors, de, vers }: HandoverFilters,
  page = 1,
): string {
  const params = new URLSearchParams(periodQuery(period))
  if (perimetre !== 'annee') params.set('perimetre', perimetre)
  if (mois) params.set('mois', String(mois))
  if (famille) params.set('famille', famille)
  if (hors && hors.length > 0) params.set('hors', hors.join('.'))
  if (de) params.set('de', de)
  if (vers) params.set('vers', vers)
  if (page > 1) params.set('page', String(page))
  return `?${params.toString()}`
}

/** The days that a list keeps handovers of beside what its scope counts; null for all of the scope. */
export function monthOf(period: BoardPeriod, { mois }: Pick<HandoverFilters, 'mois'>): DayInterval | null {
  return mois && period.kind === 'year' ? calendarMonth(period.year, mois) : null
}

/**
 * The address of the list of what a step of a chart adds up, or a family of it. Null for weeks that everyone reads: public periods are
 * whole months, and the list would not be that of the step.
 */
export function stepQuery(
  { period, view }: { period: BoardPeriod; view: BoardView },
  { unit, starts }: Buckets,
  start: IsoDay,
  family: Pick<HandoverFilters, 'famille' | 'hors'> = {},
): string | null {
  if (unit === 'week' && view === 'public') return null
  if (unit === 'month' && period.kind === 'year') {
    return handoverQuery(period, { perimetre: 'annee', mois: Number(start.slice(5, 7)), ...family })
  }
  const next = starts[starts.indexOf(start) + 1]
  const last = addDays(next ?? period.interval.until, -1)
  const interval = { from: start, until: addDays(last, 1) }
  return handoverQuery({ ...period, kind: 'free', interval }, { perimetre: 'annee', ...family })
}
