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

/** Whom a calendar file names as its publisher: the sender of this installation's e-mails. */
export function calendarOrganizer(): { name: string; address: string } {
  const { mailFrom } = env()
  const address = /<([^<>]+)>\s*$/.exec(mailFrom)?.[1] ?? mailFrom
  return { name: 'Gisement', address: address.trim() }
}
