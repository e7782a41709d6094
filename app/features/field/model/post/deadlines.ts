import { addDays, dayNumber, type IsoDay } from '~/core/days'

/** What a chip says of the day on which a lot goes to the skip. */
export type DeadlineName = 'today' | 'week' | 'days-7' | 'days-14' | 'days-30' | 'site-end'

/** `until` is excluded, as the answer `availableUntil` is: the last collection is the day before. */
export type Deadline = { name: DeadlineName; until: IsoDay }

/** Saturday: people collect until Friday evening. The epoch was a Thursday. */
const DAYS_FROM_EPOCH_TO_SATURDAY = 2

/**
 * The deadlines to offer, soonest first, one name a day: those that the site outlasts, and its own end while that is
 * ahead. A site without an end, or that has ended, leaves all the others.
 */
export function deadlineChips(today: IsoDay, siteEndsOn: IsoDay | null): Deadline[] {
  const isAhead = siteEndsOn !== null && siteEndsOn > today
  const named: Deadline[] = [
    { name: 'today', until: addDays(today, 1) },
    { name: 'week', until: nextSaturday(today) },
    { name: 'days-7', until: addDays(today, 7) },
    { name: 'days-14', until: addDays(today, 14) },
    { name: 'days-30', until: addDays(today, 30) },
  ]
  const end: Deadline[] = isAhead ? [{ name: 'site-end', until: siteEndsOn }] : []
  const within = named.filter(({ until }) => !isAhead || until < siteEndsOn)
  return [...within, ...end]
    .sort((a, b) => dayNumber(a.until) - dayNumber(b.until))
    .filter(({ until }, at, all) => all.findIndex((other) => other.until === until) === at)
}

/** The day to start from: what the site's last lot said while that is ahead, else the end of the site, else none. */
export function startingDeadline(
  today: IsoDay,
  { endsOn, lastUntil }: { endsOn: IsoDay | null; lastUntil: IsoDay | null },
): IsoDay | null {
  if (lastUntil !== null && lastUntil > today && (endsOn === null || endsOn <= today || lastUntil <= endsOn))
    return lastUntil
  return endsOn !== null && endsOn > today ? endsOn : null
}

/** The first Saturday after today. */
function nextSaturday(today: IsoDay): IsoDay {
  const sinceSaturday = (dayNumber(today) - DAYS_FROM_EPOCH_TO_SATURDAY + 7) % 7
  return addDays(today, 7 - sinceSaturday)
}
