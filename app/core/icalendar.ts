import { addDays, type IsoDay } from './days'

/** A calendar of iCalendar (RFC 5545, 2009). `changedAtMs` orders the versions of an event. */
export type CalendarEvent = {
  id: string
  /** A whole day, or a part of one in the time of Paris, as HHMMSS. */
  on: IsoDay
  hours?: readonly [from: string, until: string]
  summary: string
  location: string
  description: string
  url: string
  changedAtMs: number
  /** Who publishes it: a file that says that an event is off must name them (RFC 5546, 2009, §3.2.5). */
  organizer?: { name: string; address: string }
}

/** Paris since 1996: summer time from the last Sunday of March to the last of October, at 01:00 UTC. */
const PARIS = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Paris',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** A calendar file. `name` is what programs call it when they follow its address, and then they ask again each hour. */
export function calendarFile({
  about,
  name,
  method = 'PUBLISH',
  events,
}: {
  /** What it holds, a word of its PRODID. */
  about: string
  name?: string
  /** `CANCEL` takes the events back; `PUBLISH`, the default, adds or changes them. */
  method?: 'PUBLISH' | 'CANCEL'
  events: readonly CalendarEvent[]
}): string {
  const named = name && [
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
  ]
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Gisement//${about}//FR`,
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...(named || []),
    ...(events.some(({ hours }) => hours) ? PARIS : []),
    ...events.flatMap((event) => eventLines(event, method)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent, method: 'PUBLISH' | 'CANCEL'): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@gisement`,
    `DTSTAMP:${utcStamp(event.changedAtMs)}`,
    `SEQUENCE:${Math.floor(event.changedAtMs / 1000) % 2 ** 31}`,
    ...(event.organizer ? [organizerLine(event.organizer)] : []),
    ...(method === 'CANCEL' ? ['STATUS:CANCELLED'] : []),
    ...times(event),
    `SUMMARY:${escapeText(event.summary)}`,
    `LOCATION:${escapeText(event.location)}`,
    `DESCRIPTION:${escapeText(event.description)}`,
    `URL:${event.url}`,
    'END:VEVENT',
  ]
}

/** A name is quoted, so it loses what would end the quotes (RFC 5545 §3.1). */
function organizerLine({ name, address }: { name: string; address: string }): string {
  return `ORGANIZER;CN="${name.replace(/["\p{Cc}]/gu, '')}":mailto:${address}`
}

function times({ on, hours }: CalendarEvent): string[] {
  const compact = (day: IsoDay) => day.replaceAll('-', '')
  if (hours) {
    const [from, until] = hours.map((hour) => `TZID=Europe/Paris:${compact(on)}T${hour}`)
    return [`DTSTART;${from}`, `DTEND;${until}`]
  }
  // A deadline keeps nobody busy.
  return [
    `DTSTART;VALUE=DATE:${compact(on)}`,
    `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
    'TRANSP:TRANSPARENT',
  ]
}

/** TEXT of RFC 5545 §3.3.11: backslash, semicolon, comma and line break are escaped; other controls are dropped. */
export function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, (char) => `\\${char}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')
}

const MAX_OCTETS = 75

/** Lines of 75 octets at most, continued after a space (RFC 5545 §3.1); a character is never cut in two. */
export function foldLine(line: string): string {
  const encoder = new TextEncoder()
  let folded = ''
  let octets = 0
  for (const char of line) {
    const size = encoder.encode(char).length
    if (octets + size > MAX_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += char
    octets += size
  }
  return folded
}

function utcStamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}
