import { describe, expect, it } from 'vitest'
import { bucketOf, bucketsOf, periodQuery, periodSlug, resolvePeriod } from './board-period'

const TODAY = '2026-09-15'
const of = (query: Parameters<typeof resolvePeriod>[0], wholeMonths = false) =>
  resolvePeriod(query, TODAY, wholeMonths)

describe('the period of an address', () => {
  it.each([
    [{}, '2026-01-01', '2027-01-01', '?annee=2026', '2026'],
    [{ annee: 2024 }, '2024-01-01', '2025-01-01', '?annee=2024', '2024'],
    [{ annee: 2025, trimestre: 1 }, '2025-01-01', '2025-04-01', '?annee=2025&trimestre=1', '2025-t1'],
    [{ trimestre: 4 }, '2026-10-01', '2027-01-01', '?annee=2026&trimestre=4', '2026-t4'],
    [
      { du: '2026-02-03', au: '2026-04-15' },
      '2026-02-03',
      '2026-04-16',
      '?du=2026-02-03&au=2026-04-15',
      '2026-02-03_2026-04-15',
    ],
  ])('%j goes from %s to %s', (query, from, until, address, slug) => {
    const period = of(query)
    expect(period.interval).toEqual({ from, until })
    expect(period.isFallback).toBe(false)
    expect(periodQuery(period)).toBe(address)
    expect(periodSlug(period)).toBe(slug)
  })

  it.each([
    [{ du: '2026-04-15', au: '2026-02-03' }],
    [{ du: '2026-02-30', au: '2026-03-03' }],
    [{ du: '2026-02-01' }],
    [{ du: '2010-01-01', au: '2026-01-01' }],
    [{ du: '0001-01-01', au: '0001-02-01' }],
  ])('%j is no period: the year stands in, and says so', (query) => {
    expect(of(query)).toMatchObject({ kind: 'year', year: 2026, isFallback: true })
  })

  it('grows to whole months for the public', () => {
    const { interval } = of({ du: '2026-02-03', au: '2026-12-15' }, true)
    expect(interval).toEqual({ from: '2026-02-01', until: '2027-01-01' })
    expect(of({ du: '2026-02-03', au: '2026-02-03' }, true).interval).toEqual({
      from: '2026-02-01',
      until: '2026-03-01',
    })
  })
})

describe('the steps of a chart', () => {
  it('are weeks for a quarter and months for more', () => {
    const quarter = bucketsOf(of({ annee: 2026, trimestre: 1 }).interval)
    expect(quarter).toMatchObject({ unit: 'week' })
    expect(quarter.starts).toHaveLength(13)
    const year = bucketsOf(of({ annee: 2026 }).interval)
    expect(year.unit).toBe('month')
    expect(year.starts).toHaveLength(12)
    expect(year.starts.at(-1)).toBe('2026-12-01')
  })

  it('begin with the period and leave no day out', () => {
    const buckets = bucketsOf({ from: '2025-11-20', until: '2026-06-10' })
    expect(buckets.starts.slice(0, 3)).toEqual(['2025-11-20', '2025-12-01', '2026-01-01'])
    expect(bucketOf(buckets, '2025-11-20')).toBe(0)
    expect(bucketOf(buckets, '2025-12-31')).toBe(1)
    expect(bucketOf(buckets, '2026-06-09')).toBe(7)
  })
})
