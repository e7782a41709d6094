import { dayNumber, type IsoDay } from '~/core/days'
import type { LotStatus, LotView } from './lot'

/** Whether a lot can be reserved, or the first reason why not. */
export type LotState = 'open' | 'paused' | 'withdrawn' | 'hidden' | 'over' | 'full' | 'closed'

/** The state of a lot on a day: its status first, then its organisation, its dates, and what is left. */
export function lotStateOf(
  lot: Pick<LotView, 'status' | 'availableUntil' | 'availableMilli' | 'organisationClosedAtMs'>,
  today: IsoDay,
): LotState {
  if (lot.status !== 'published') return lot.status
  if (lot.organisationClosedAtMs !== null) return 'closed'
  if (lot.availableUntil <= today) return 'over'
  return lot.availableMilli > 0 ? 'open' : 'full'
}

/** From this many days before the skip, the deadline is written on marking yellow. */
const PRESSING_DAYS = 21

/** Whether the skip comes soon enough to be said loudly. */
export function isPressing(lot: Pick<LotView, 'availableUntil'>, today: IsoDay): boolean {
  const left = dayNumber(lot.availableUntil) - dayNumber(today)
  return left >= 0 && left <= PRESSING_DAYS
}

/**
 * Whether a lot may take a status: a withdrawn one stays so, and one whose window has passed does not come back
 * online before its dates are changed. One that the team hid may only be withdrawn. Taking the status it has changes nothing and is allowed.
 */
export function checkMove(
  lot: Pick<LotView, 'status' | 'availableUntil'>,
  to: LotStatus,
  today: IsoDay,
): 'ok' | 'conflict' | 'window-passed' {
  if (lot.status === to) return 'ok'
  if (lot.status === 'withdrawn' || to === 'hidden') return 'conflict'
  if (lot.status === 'hidden') return to === 'withdrawn' ? 'ok' : 'conflict'
  return to === 'published' && lot.availableUntil <= today ? 'window-passed' : 'ok'
}
