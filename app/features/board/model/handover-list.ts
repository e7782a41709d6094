import { addDays, type DayInterval, type IsoDay } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import { calendarMonth } from '~/core/period'
import type { BoardView } from './board'
import { periodQuery, type BoardPeriod, type Buckets } from './board-period'

/** Which handovers a list counts; each figure of a board names one. */
export const HANDOVER_SCOPES = ['annee', 'taux', 'hors-taux', 'entrant'] as const
export type HandoverScope = (typeof HANDOVER_SCOPES)[number]

/** The catalogue key of each scope. */
export const SCOPE_KEYS = {
  annee: 'annee',
  taux: 'taux',
  'hors-taux': 'horsTaux',
  entrant: 'entrant',
} as const satisfies Record<HandoverScope, string>

/** What a list keeps of its period's handovers, as its address holds it. */
export type HandoverFilters = {
  perimetre: HandoverScope
  /** 1 to 12: the handovers of one month. Of a period that is a year only. */
  mois?: number
  famille?: MaterialType
}

/** The handovers of one page of a list. */
export const HANDOVERS_A_PAGE = 50

/** The query string of a list of handovers; what is default is left out, but for the period. */
export function handoverQuery(
  period: BoardPeriod,
  { perimetre, mois, famille }: HandoverFilters,
  page = 1,
): string {
  const params = new URLSearchParams(periodQuery(period))
  if (perimetre !== 'annee') params.set('perimetre', perimetre)
  if (mois) params.set('mois', String(mois))
  if (famille) params.set('famille', famille)
  if (page > 1) params.set('page', String(page))
  return `?${params.toString()}`
}

/** The days that a list keeps handovers of beside what its scope counts; null for all of the scope. */
export function monthOf(period: BoardPeriod, { mois }: Pick<HandoverFilters, 'mois'>): DayInterval | null {
  return mois && period.kind === 'year' ? calendarMonth(period.year, mois) : null
}

/**
 * The address of the list of what a step of a chart adds up. Null for weeks that everyone reads: public periods are
 * whole months, and the list would not be that of the step.
 */
export function stepQuery(
  { period, view }: { period: BoardPeriod; view: BoardView },
  { unit, starts }: Buckets,
  start: IsoDay,
): string | null {
  if (unit === 'week' && view === 'public') return null
  if (unit === 'month' && period.kind === 'year') {
    return handoverQuery(period, { perimetre: 'annee', mois: Number(start.slice(5, 7)) })
  }
  const next = starts[starts.indexOf(start) + 1]
  const last = addDays(next ?? period.interval.until, -1)
  return `?du=${start}&au=${last}`
}
