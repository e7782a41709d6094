import type { LoaderFunctionArgs } from '@remix-run/node'
import { addDays } from '~/core/days'
import { calendarFile } from '~/core/icalendar'
import { paths } from '~/core/paths'
import { conditionalReply } from '~/http/conditional.server'
import { lotSummary } from '~/http/lot-feed.server'
import { publicLots } from '~/http/public-lots.server'
import { translator } from '~/messages/catalogue'
import { feeds } from '~/messages/feeds'

const EVENTS = 500

/** The last day of each lot that the same search shows to any visitor, as a calendar to follow. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { locale, name, lots, origin, changedAtMs } = await publicLots(request, EVENTS)
  const t = translator(locale, feeds)
  const body = calendarFile({
    about: 'Lots',
    name: t('calendar', { name }),
    events: lots.map((lot) => ({
      id: `lot-${lot.id}`,
      on: addDays(lot.availableUntil, -1),
      summary: t('lastDay', { lot: lot.title }),
      location: lot.communeName,
      description: `${lot.reference}\n${lotSummary(lot, locale)}`,
      url: origin + paths.lot(lot.id),
      changedAtMs: lot.updatedAtMs,
    })),
  })
  return conditionalReply(request, { body, type: 'text/calendar', changedAtMs })
}
