import type { IsoDay } from '~/core/days'

/** Years that pages of figures offer, latest first: three past, this one, the next, and the one asked for. */
export function offeredYears(today: IsoDay, chosen: number): number[] {
  const current = Number(today.slice(0, 4))
  const years = new Set([current + 1, current, current - 1, current - 2, current - 3, chosen])
  return [...years].sort((a, b) => b - a)
}
