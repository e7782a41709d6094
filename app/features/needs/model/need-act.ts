import type { IsoDay } from '~/core/days'
import type { DomainErrorCode } from '~/core/result'
import type { NeedStatus, NeedView } from './need'

export const NEED_ACTS = ['edit', 'duplicate', 'pause', 'reopen', 'close'] as const
export type NeedAct = (typeof NEED_ACTS)[number]

type Judged = Pick<NeedView, 'status' | 'neededUntil' | 'openMilli'>

/**
 * Why a need may not take a status on a day, or null. Only an open need pauses. One that reopens must still have days
 * ahead (`need-window-passed`) and something wanted (`need-served`): it would be proposed nothing otherwise.
 */
export function checkNeedStatus(need: Judged, next: NeedStatus, today: IsoDay): DomainErrorCode | null {
  if (next === need.status || next === 'closed') return null
  if (need.status === 'hidden' || next === 'hidden') return 'conflict'
  if (next === 'paused') return need.status === 'open' ? null : 'conflict'
  if (need.neededUntil <= today) return 'need-window-passed'
  return need.openMilli > 0 ? null : 'need-served'
}

/** What reopening a need that is paused or closed waits for; null when it can be reopened, or is open. */
export function reopeningWaitsFor(need: Judged, today: IsoDay): 'need-window-passed' | 'need-served' | null {
  const refusal = checkNeedStatus(need, 'open', today)
  return refusal === 'need-window-passed' || refusal === 'need-served' ? refusal : null
}

const ACTS: Record<NeedStatus, readonly NeedAct[]> = {
  open: ['edit', 'duplicate', 'pause', 'close'],
  paused: ['reopen', 'edit', 'duplicate', 'close'],
  closed: ['reopen', 'edit', 'duplicate'],
  hidden: ['edit', 'duplicate', 'close'],
}

/** What the owner can do with a need on a day. Whatever reopening waits for is mended by editing. */
export function needActs(need: Judged, today: IsoDay): NeedAct[] {
  return ACTS[need.status].filter((act) => act !== 'reopen' || !reopeningWaitsFor(need, today))
}
