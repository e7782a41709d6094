import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarFile } from '~/core/icalendar'
import { readLinkToken } from '~/features/alerts/alert-links.server'
import { listDeadlines } from '~/features/alerts/list-deadlines.server'
import { findCalendar } from '~/features/alerts/queries/calendar-links.server'
import { PART_HOURS } from '~/features/reservations/model/icalendar'
import { publicUrlOf } from '~/http/calendar-url.server'
import { orNotFound } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { deadlines } from '~/messages/deadlines'

/** Days back that calendars keep: what was a few weeks ago is still looked up. */
const DAYS_BEFORE = 30

/**
 * The dates of an organisation for the calendar of one of its members, by a secret link. Addresses of sites and contacts
 * are on the pages that it leads to, for those who sign in.
 */
export async function loader({ params }: LoaderFunctionArgs) {
  const id = orNotFound(readLinkToken('calendar', params.token ?? ''))
  const { organisationId, organisationName, locale } = orNotFound(await findCalendar(id))
  const t = translator(locale, deadlines)
  const body = calendarFile({
    about: 'Echeances',
    name: t('calendar.name', { organisation: organisationName }),
    events: (await listDeadlines(organisationId, DAYS_BEFORE)).map((one) => ({
      ...one,
      hours: one.part ? PART_HOURS[one.part] : undefined,
      summary: t('calendar.event', { kind: t(`kind.${one.kind}`), title: one.title }),
      location: one.commune,
      description: one.who ? t('calendar.with', { who: one.who }) : '',
      url: publicUrlOf(one.path),
    })),
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex',
    },
  })
}
