import type { MaterialType } from '~/core/material-types'
import type { LedgerRow } from './ledger-row'

/** Which handovers a list counts; each figure of a commune's page names one. */
export const HANDOVER_SCOPES = ['annee', 'taux', 'hors-taux', 'entrant'] as const
export type HandoverScope = (typeof HANDOVER_SCOPES)[number]

/** The catalogue key of each scope. */
export const SCOPE_KEYS = {
  annee: 'annee',
  taux: 'taux',
  'hors-taux': 'horsTaux',
  entrant: 'entrant',
} as const satisfies Record<HandoverScope, string>

/** The filters of a list of handovers, as its address holds them; `mois` is 1 to 12. */
export type HandoverFilters = {
  annee: number
  perimetre: HandoverScope
  mois?: number
  famille?: MaterialType
}

/** The query string of a list of handovers; what is default is left out, but for the year. */
export function handoverQuery({ annee, perimetre, mois, famille }: HandoverFilters): string {
  const params = new URLSearchParams({ annee: String(annee) })
  if (perimetre !== 'annee') params.set('perimetre', perimetre)
  if (mois) params.set('mois', String(mois))
  if (famille) params.set('famille', famille)
  return `?${params.toString()}`
}

/** The rows of a scope that fall in the month and family asked for. */
export function filterHandovers(
  rows: readonly LedgerRow[],
  { mois, famille }: Pick<HandoverFilters, 'mois' | 'famille'>,
): LedgerRow[] {
  return rows.filter(
    ({ handedOverOn, material }) =>
      (!mois || Number(handedOverOn.slice(5, 7)) === mois) && (!famille || material === famille),
  )
}
