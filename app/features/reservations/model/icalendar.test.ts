import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeText, foldLine } from '~/core/icalendar'
import { pickupCalendar } from './icalendar'

const EVENT = {
  id: '0199',
  on: '2026-10-24',
  part: 'afternoon',
  summary: 'Enlèvement : briques, 40 u',
  location: '1 rue de la Mairie; cour B',
  description: 'Accès\npar la cour',
  url: 'https://gisement.example/reservations/0199',
  changedAtMs: Date.parse('2026-10-01T08:30:15Z'),
  organizer: { name: 'Gise"ment\r\nX:1', address: 'agenda@gisement.example' },
} as const

describe('a calendar file', () => {
  const lines = pickupCalendar(EVENT, 'PUBLISH').split('\r\n')

  it('has one event, in Paris time, whole lines ended by CRLF', () => {
    expect(lines[0]).toBe('BEGIN:VCALENDAR')
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', ''])
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
    expect(lines).toContain('DTSTART;TZID=Europe/Paris:20261024T130000')
    expect(lines).toContain('DTEND;TZID=Europe/Paris:20261024T170000')
    expect(lines).toContain('DTSTAMP:20261001T083015Z')
    expect(lines).toContain('TZID:Europe/Paris')
  })

  it('escapes what has a meaning', () => {
    expect(lines).toContain('SUMMARY:Enlèvement : briques\\, 40 u')
    expect(lines).toContain('LOCATION:1 rue de la Mairie\\; cour B')
    expect(lines).toContain('DESCRIPTION:Accès\\npar la cour')
  })

  it('is published by someone, and taken back with the same id and a later version', () => {
    expect(lines).toContain('METHOD:PUBLISH')
    expect(lines).toContain('ORGANIZER;CN="GisementX:1":mailto:agenda@gisement.example')
    expect(lines.join()).not.toContain('STATUS:')
    const later = { ...EVENT, changedAtMs: EVENT.changedAtMs + 5000 }
    const off = pickupCalendar(later, 'CANCEL').split('\r\n')
    expect(off).toContain('METHOD:CANCEL')
    expect(off).toContain('STATUS:CANCELLED')
    const of = (name: string, from: string[]) => from.find((line) => line.startsWith(`${name}:`))
    expect(of('UID', off)).toBe(of('UID', lines))
    const version = (from: string[]) => Number(of('SEQUENCE', from)?.slice('SEQUENCE:'.length))
    expect(version(off)).toBe(version(lines) + 5)
  })

  it('cannot be given lines by a text', () => {
    const forged = { ...EVENT, summary: 'a\r\nEND:VEVENT\rX\u0007:1' }
    const written = pickupCalendar(forged, 'PUBLISH').split('\r\n')
    expect(written.filter((line) => line === 'END:VEVENT')).toHaveLength(1)
    expect(written).toContain('SUMMARY:a\\nEND:VEVENT\\nX:1')
  })
})

describe('folding', () => {
  it('keeps 75 octets on a line and cuts no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const line = escapeText(text)
        const folded = foldLine(line)
        for (const part of folded.split('\r\n')) {
          expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75)
        }
        expect(folded.replaceAll('\r\n ', '')).toBe(line)
      }),
    )
  })
})
