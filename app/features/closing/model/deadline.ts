import { addDays, type IsoDay } from '~/core/days'

/** Days after the end of works within which the record is due (order of 26 March 2023, form 16288). */
export const CLOSING_DAYS = 90

export type ClosingDeadline = {
  endedOn: IsoDay
  dueOn: IsoDay
  stage: 'works-under-way' | 'due' | 'overdue'
}

/** When the record of a site is due: counted from the declared end of works, or else from the site's own last day. */
export function closingDeadline(
  site: { endsOn: IsoDay; worksEndedOn: IsoDay | null },
  today: IsoDay,
): ClosingDeadline {
  const endedOn = site.worksEndedOn ?? site.endsOn
  const dueOn = addDays(endedOn, CLOSING_DAYS)
  const stage = endedOn >= today ? 'works-under-way' : dueOn < today ? 'overdue' : 'due'
  return { endedOn, dueOn, stage }
}
