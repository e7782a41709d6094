import { describe, expect, it } from 'vitest'
import { bucketsOf, resolvePeriod, type PeriodQuery } from './board-period'
import { familiesIn, familyFilter, handoverQuery, monthOf, stepQuery } from './handover-list'

const period = (query: PeriodQuery) => resolvePeriod(query, '2026-06-15', false)
const YEAR = period({ annee: 2026 })

describe('a list of handovers', () => {
  it('has an address that says no more than it needs', () => {
    expect(handoverQuery(YEAR, { perimetre: 'annee' })).toBe('?annee=2026')
    expect(handoverQuery(YEAR, { perimetre: 'taux', mois: 3, famille: 'door' }, 2)).toBe(
      '?annee=2026&perimetre=taux&mois=3&famille=door&page=2',
    )
    expect(handoverQuery(period({ annee: 2026, trimestre: 2 }), { perimetre: 'entrant' })).toBe(
      '?annee=2026&trimestre=2&perimetre=entrant',
    )
    expect(handoverQuery(period({ du: '2026-01-05', au: '2026-02-10' }), { perimetre: 'annee' })).toBe(
      '?du=2026-01-05&au=2026-02-10',
    )
  })

  it('keeps a month of a year, and none of another period', () => {
    expect(monthOf(YEAR, { mois: 12 })).toEqual({ from: '2026-12-01', until: '2027-01-01' })
    expect(monthOf(YEAR, {})).toBeNull()
    expect(monthOf(period({ annee: 2026, trimestre: 2 }), { mois: 5 })).toBeNull()
  })

  it('is that of one step of a chart, whose days it names', () => {
    const step = (query: PeriodQuery, start: string, view: 'public' | 'detail' = 'detail') => {
      const own = period(query)
      return stepQuery({ period: own, view }, bucketsOf(own.interval), start)
    }
    expect(step({ annee: 2026 }, '2026-03-01')).toBe('?annee=2026&mois=3')
    const free = { du: '2025-11-20', au: '2026-03-10' }
    expect(step(free, '2025-11-20')).toBe('?du=2025-11-20&au=2025-11-30')
    expect(step(free, '2026-03-01')).toBe('?du=2026-03-01&au=2026-03-10')
    const quarter = { annee: 2026, trimestre: 2 }
    expect(step(quarter, '2026-04-08')).toBe('?du=2026-04-08&au=2026-04-14')
    expect(step(quarter, '2026-06-24')).toBe('?du=2026-06-24&au=2026-06-30')
    expect(step(quarter, '2026-04-08', 'public')).toBeNull()
  })

  it('keeps a family of a step, or all but those that have a name of their own', () => {
    const rest = familyFilter('rest', ['brick', 'door'])
    const buckets = bucketsOf(YEAR.interval)
    expect(stepQuery({ period: YEAR, view: 'public' }, buckets, '2026-03-01', rest)).toBe(
      '?annee=2026&mois=3&hors=brick.door',
    )
    expect(familiesIn('door.nothing.brick')).toEqual(['brick', 'door'])
    expect(familyFilter('door', ['brick', 'door'])).toEqual({ famille: 'door' })
  })
})
