import type { IsoDay } from '~/core/days'
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
}

const HOURS = {
  morning: ['080000', '120000'],
  afternoon: ['130000', '170000'],
} satisfies Record<DayPart, readonly [string, string]>

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

/** One agreed pickup as an iCalendar file (RFC 5545, 2009). */
export function pickupCalendar(event: PickupEvent): string {
  const day = event.on.replaceAll('-', '')
  const [start, end] = HOURS[event.part]
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gisement//Enlevement//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...PARIS,
    'BEGIN:VEVENT',
    `UID:${event.id}@gisement`,
    `DTSTAMP:${utcStamp(event.changedAtMs)}`,
    `SEQUENCE:${Math.floor(event.changedAtMs / 1000) % 2 ** 31}`,
    `DTSTART;TZID=Europe/Paris:${day}T${start}`,
    `DTEND;TZID=Europe/Paris:${day}T${end}`,
    `SUMMARY:${escapeText(event.summary)}`,
    `LOCATION:${escapeText(event.location)}`,
    `DESCRIPTION:${escapeText(event.description)}`,
    `URL:${event.url}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
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
