import { calendarFile } from '~/core/icalendar'
import { paths } from '~/core/paths'
import type { Workshop } from '~/features/programme/model/workshop'

/** Workshops as a calendar file; those cancelled are left out. */
export function workshopCalendar(workshops: readonly Workshop[], origin: string, name?: string): string {
  const compact = (hour: string) => `${hour.replace(':', '')}00`
  return calendarFile({
    about: 'Programme',
    name,
    events: workshops
      .filter(({ isCancelled }) => !isCancelled)
      .map((workshop) => ({
        id: `workshop-${workshop.id}`,
        on: workshop.onDay,
        hours: [compact(workshop.fromHour), compact(workshop.untilHour)],
        summary: workshop.title,
        location: workshop.place,
        description: workshop.programme,
        url: origin + paths.workshop(workshop.id),
        changedAtMs: workshop.updatedAtMs,
      })),
  })
}
