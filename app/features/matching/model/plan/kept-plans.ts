/** Plans kept in full, whatever their day. */
const NEWEST = 5
/** Days of which the last plan is kept. */
const DAYS = 90

/** Which plans are no longer kept: all but the newest few and the last one of each of ninety days. Newest first. */
export function outdatedPlans(plans: readonly { id: string; day: string }[]): string[] {
  const days = new Set<string>()
  const outdated: string[] = []
  plans.forEach(({ id, day }, place) => {
    const isLastOfDay = !days.has(day) && days.size < DAYS
    if (isLastOfDay) days.add(day)
    if (!isLastOfDay && place >= NEWEST) outdated.push(id)
  })
  return outdated
}
