import { paths } from '~/core/paths'
import { linkToken } from '~/features/alerts/alert-links.server'
import { env } from '~/platform/env.server'

/** The private address of a calendar, under the name that the public knows the service by. */
export function calendarUrl(id: string): string {
  return env().publicUrl + paths.calendarFeed(linkToken('calendar', id))
}

/** An address of the product under that name, for what leaves it. */
export function publicUrlOf(path: string): string {
  return env().publicUrl + path
}
