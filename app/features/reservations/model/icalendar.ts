import type { IsoDay } from '~/core/days'
import { calendarFile } from '~/core/icalendar'
import type { DayPart } from '~/core/lot-terms'

/** What a calendar shows of a pickup. `changedAtMs` orders its versions. */
export type PickupEvent = {
  id: string
  on: IsoDay
  part: DayPart
  summary: string
  location: string
  description: string
  url: string
  changedAtMs: number
  organizer: { name: string; address: string }
}

/** The hours in Paris of the parts of a day, as HHMMSS. */
export const PART_HOURS: Record<DayPart, readonly [string, string]> = {
  morning: ['080000', '120000'],
  afternoon: ['130000', '170000'],
}

/** One pickup as an iCalendar file: agreed (`PUBLISH`), or taken back from a calendar that has it (`CANCEL`). */
export function pickupCalendar({ part, ...event }: PickupEvent, method: 'PUBLISH' | 'CANCEL'): string {
  return calendarFile({ about: 'Enlevement', method, events: [{ ...event, hours: PART_HOURS[part] }] })
}
