import type { DayInterval, IsoDay } from '~/core/days'
import { groupOf } from './shown-handover'

/** A handover as the rule sees it. */
export type LedgerKey = {
  seq: number
  fromCommuneCode: string
  toCommuneCode: string | null
  handedOverOn: IsoDay
}

/** Whether a count is above nothing and below the fewest that the public is told. */
export function isTooFew(count: number, threshold: number): boolean {
  return count > 0 && count < threshold
}

/**
 * The one rule of every public figure: the handovers of a commune that has fewer than `threshold` in a calendar year
 * are in none. What is told is made of the others alone, which the public lists tell one by one, so that no total,
 * period or perimeter can be subtracted from another to find what is left out. Whole years of the whole Métropole alone
 * count more (`pooledOf`).
 */
export function withheldOf<Entry extends LedgerKey>(entries: readonly Entry[], threshold: number): Entry[] {
  const counts = new Map<string, number>()
  for (const entry of entries) counts.set(groupOf(entry), (counts.get(groupOf(entry)) ?? 0) + 1)
  return entries.filter((entry) => isTooFew(counts.get(groupOf(entry)) ?? 0, threshold))
}

/**
 * The withheld handovers that the public total of the whole Métropole still counts: those of each calendar year that
 * the period holds whole, where they are at least `threshold` together. A commune has fewer, so that they come from two
 * at least, and no other figure counts a part of them.
 */
export function pooledOf<Entry extends LedgerKey>(
  withheld: readonly Entry[],
  period: DayInterval,
  threshold: number,
): Entry[] {
  const byYear = new Map<string, Entry[]>()
  for (const entry of withheld) {
    const year = entry.handedOverOn.slice(0, 4)
    byYear.set(year, [...(byYear.get(year) ?? []), entry])
  }
  return [...byYear].flatMap(([year, entries]) => {
    const isWhole = period.from <= `${year}-01-01` && `${Number(year) + 1}-01-01` <= period.until
    return isWhole && entries.length >= threshold ? entries : []
  })
}

/**
 * What of the withheld is kept from the agent of some communes: not what their communes gave or took, which they see
 * whole.
 */
export function withheldFromAgentOf<Entry extends LedgerKey>(
  withheld: readonly Entry[],
  communeCodes: readonly string[],
): Entry[] {
  const own = new Set(communeCodes)
  return withheld.filter(
    ({ fromCommuneCode, toCommuneCode }) =>
      !own.has(fromCommuneCode) && !(toCommuneCode !== null && own.has(toCommuneCode)),
  )
}

/** Which communes a set of handovers left in a period. */
export function communesOf(entries: readonly LedgerKey[], { from, until }: DayInterval): Set<string> {
  return new Set(
    entries.flatMap(({ handedOverOn: day, fromCommuneCode }) =>
      from <= day && day < until ? [fromCommuneCode] : [],
    ),
  )
}
