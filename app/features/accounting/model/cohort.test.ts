import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '~/core/days'
import { calendarYear, monthsOfYear } from '~/core/period'
import { accountCohort, type AccountedSite, isInCohort } from './cohort'

const YEAR = calendarYear(2026)

function site(id: string, change: Partial<AccountedSite> = {}): AccountedSite {
  return {
    id,
    worksUntil: '2026-07-01',
    inventory: { totalG: 100_000_000, reusableG: 20_000_000 },
    handedOverG: 0,
    handedOverInPeriodG: change.handedOverG ?? 0,
    ...change,
  }
}

describe('isInCohort', () => {
  it.each([
    ['last day 31 December 2025', { worksUntil: '2026-01-01' }, false],
    ['last day 1 January 2026', { worksUntil: '2026-01-02' }, true],
    ['last day 31 December 2026', { worksUntil: '2027-01-01' }, true],
    ['last day 1 January 2027', { worksUntil: '2027-01-02' }, false],
    ['no end known', { worksUntil: null }, false],
    ['no inventory', { inventory: null }, false],
    ['nothing handed over', { handedOverG: 0 }, true],
    ['an empty inventory', { inventory: { totalG: 0, reusableG: 0 } }, true],
  ] as [string, Partial<AccountedSite>, boolean][])('%s', (_, change, expected) => {
    expect(isInCohort(site('a', change), YEAR)).toBe(expected)
  })
})

describe('accountCohort', () => {
  it('counts a year by hand', () => {
    // Cohort: school 300 t (60 reusable, 12 handed over), offices 500 t (140 reusable, 28 handed over),
    // housing 200 t (nothing reusable, nothing handed over).
    // Local rate (12 + 28 + 0) / (300 + 500 + 200) = 40/1,000 = 4 %; realisation 40 / (60 + 140 + 0) = 20 %.
    // Beside: a hall without inventory (3 t this year) and a tower that ends in 2027 (5 t, of which 4 this year)
    // = 7 t over 2 sites; a barn gave 6 t another year and is not of this one.
    const tonnes = (t: number) => t * 1_000_000
    const account = accountCohort(
      [
        site('school', {
          inventory: { totalG: tonnes(300), reusableG: tonnes(60) },
          handedOverG: tonnes(12),
        }),
        site('offices', {
          inventory: { totalG: tonnes(500), reusableG: tonnes(140) },
          handedOverG: tonnes(28),
          worksUntil: '2027-01-01',
        }),
        site('housing', { inventory: { totalG: tonnes(200), reusableG: 0 } }),
        site('hall', { inventory: null, handedOverG: tonnes(3) }),
        site('tower', {
          worksUntil: '2027-06-01',
          handedOverG: tonnes(5),
          handedOverInPeriodG: tonnes(4),
        }),
        site('barn', { inventory: null, handedOverG: tonnes(6), handedOverInPeriodG: 0 }),
        site('shed', { inventory: null }),
      ],
      YEAR,
    )
    expect(account).toEqual({
      siteIds: ['school', 'offices', 'housing'],
      localReuse: { rate: 0.04, numeratorG: tonnes(40), denominatorG: tonnes(1_000), flagged: false },
      realisation: { rate: 0.2, numeratorG: tonnes(40), denominatorG: tonnes(200), flagged: false },
      outside: { handedOverG: tonnes(7), siteCount: 2 },
    })
  })

  it('has no rate without a site in the cohort', () => {
    const account = accountCohort([site('hall', { inventory: null, handedOverG: 3_000 })], YEAR)
    expect(account.localReuse.rate).toBeNull()
    expect(account.outside).toEqual({ handedOverG: 3_000, siteCount: 1 })
  })

  it('flags more handed over than inventoried', () => {
    const account = accountCohort([site('a', { handedOverG: 100_000_001 })], YEAR)
    expect(account.localReuse.flagged).toBe(true)
  })

  const anySite: fc.Arbitrary<AccountedSite> = fc.record({
    id: fc.uuid(),
    worksUntil: fc.option(fc.integer({ min: 0, max: 1100 }).map((days) => addDays('2025-01-01', days))),
    inventory: fc.option(
      fc.record({ totalG: fc.integer({ min: 0, max: 1e12 }), reusableG: fc.integer({ min: 0, max: 1e12 }) }),
    ),
    handedOverG: fc.integer({ min: 5e11, max: 1e12 }),
    handedOverInPeriodG: fc.integer({ min: 0, max: 5e11 }),
  })

  it('loses no handover: whole lives inside and the year outside', () => {
    fc.assert(
      fc.property(fc.array(anySite, { maxLength: 30 }), (sites) => {
        const { localReuse, outside } = accountCohort(sites, YEAR)
        const all = sites.reduce(
          (total, site) => total + (isInCohort(site, YEAR) ? site.handedOverG : site.handedOverInPeriodG),
          0,
        )
        expect(localReuse.numeratorG + outside.handedOverG).toBe(all)
      }),
    )
  })

  it('puts each site of the year in exactly one month', () => {
    fc.assert(
      fc.property(anySite, (one) => {
        const months = monthsOfYear(2026).filter((month) => isInCohort(one, month))
        expect(months).toHaveLength(isInCohort(one, YEAR) ? 1 : 0)
      }),
    )
  })
})
