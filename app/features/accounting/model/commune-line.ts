import type { ToldAccount } from './told-account'

/** A commune in the table and on the map of the Métropole. */
export type CommuneLine = {
  code: string
  name: string
  departement: string
  /** Établissement public territorial; null in Paris. */
  eptName: string | null
  tileColumn: number
  tileRow: number
  account: ToldAccount
}

export const LINE_ORDERS = ['taux', 'nom', 'remis', 'inventorie'] as const
export type LineOrder = (typeof LINE_ORDERS)[number]

/** Lines by name, or by the largest figure first; communes without a rate come after the others. */
export function orderLines(lines: readonly CommuneLine[], order: LineOrder): CommuneLine[] {
  const figureOf = ({ account: { localReuse } }: CommuneLine) => {
    if (order === 'taux') return localReuse.rate ?? -1
    if (order === 'remis') return localReuse.numeratorG
    return order === 'inventorie' ? localReuse.denominatorG : 0
  }
  return [...lines].sort((a, b) => figureOf(b) - figureOf(a) || a.name.localeCompare(b.name, 'fr'))
}
