import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'

/** Midnight in Paris, to the hour that is never after it. */
export function dayStartMs(): number {
  const today = isoDayOf(nowMs())
  const winter = Date.parse(`${today}T00:00:00+01:00`)
  const summer = Date.parse(`${today}T00:00:00+02:00`)
  return isoDayOf(summer) === today ? summer : winter
}
