import { nowMs } from '~/core/clock'
import { isoDayOf, type IsoDay } from '~/core/days'

/** Today and the days of a lot's instants, for a page that tells how far they are. */
export type LotDays = { today: IsoDay; publishedOn: IsoDay; changedOn: IsoDay }

export function lotDaysOf(lot: { publishedAtMs: number; updatedAtMs: number }): LotDays {
  return {
    today: isoDayOf(nowMs()),
    publishedOn: isoDayOf(lot.publishedAtMs),
    changedOn: isoDayOf(lot.updatedAtMs),
  }
}
