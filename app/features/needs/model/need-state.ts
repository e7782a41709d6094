import { dayNumber, type IsoDay } from '~/core/days'
import type { NeedView } from './need'

/** Whether lots are proposed to a need, or the first reason why not. */
export type NeedState = 'open' | 'paused' | 'closed' | 'hidden' | 'past' | 'served'

/** The state of a need on a day: its owner's choice first, then its dates, then what is still wanted. */
export function needStateOf(
  need: Pick<NeedView, 'status' | 'neededUntil' | 'openMilli'>,
  today: IsoDay,
): NeedState {
  if (need.status !== 'open') return need.status
  if (need.neededUntil <= today) return 'past'
  return need.openMilli > 0 ? 'open' : 'served'
}

/** From this many days before its deadline, a need is marked in yellow. */
const PRESSING_DAYS = 21

/** Whether the deadline comes soon enough to be said loudly. */
export function isNeedPressing(need: Pick<NeedView, 'neededUntil'>, today: IsoDay): boolean {
  return dayNumber(need.neededUntil) - dayNumber(today) <= PRESSING_DAYS
}
