import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '~/core/days'
import { deadlineChips, startingDeadline } from './deadlines'

const namesOf = (...args: Parameters<typeof deadlineChips>) => deadlineChips(...args).map(({ name }) => name)

describe('deadline chips', () => {
  it('offers the days to come, and the end of the site last', () => {
    // 10 March 2027 is a Wednesday.
    expect(deadlineChips('2027-03-10', '2027-06-30')).toEqual([
      { name: 'today', until: '2027-03-11' },
      { name: 'week', until: '2027-03-13' },
      { name: 'days-7', until: '2027-03-17' },
      { name: 'days-14', until: '2027-03-24' },
      { name: 'days-30', until: '2027-04-09' },
      { name: 'site-end', until: '2027-06-30' },
    ])
  })

  it.each([
    ['a site about to end', '2027-03-10', '2027-03-15', ['today', 'week', 'site-end']],
    ['a site that ends on a day with a name', '2027-03-10', '2027-03-17', ['today', 'week', 'site-end']],
    ['a site that has ended', '2027-03-10', '2027-03-01', ['today', 'week', 'days-7', 'days-14', 'days-30']],
    ['a Friday, whose end of week is today', '2027-03-12', null, ['today', 'days-7', 'days-14', 'days-30']],
    [
      'a Saturday, whose end of week is the next',
      '2027-03-13',
      null,
      ['today', 'week', 'days-14', 'days-30'],
    ],
    ['a Sunday', '2027-03-14', null, ['today', 'week', 'days-7', 'days-14', 'days-30']],
  ] as const)('for %s', (_, today, end, names) => {
    expect(namesOf(today, end)).toEqual(names)
  })

  it('offers at least one day, all ahead, each once, in order, none after the end of a site that goes on', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days))
    fc.assert(
      fc.property(days, fc.option(days), (today, end) => {
        const untils = deadlineChips(today, end).map(({ until }) => until)
        expect(untils.length).toBeGreaterThan(0)
        expect(untils.every((until) => until > today)).toBe(true)
        expect(untils).toEqual([...new Set(untils)].sort())
        if (end !== null && end > today) expect(untils.at(-1)).toBe(end)
      }),
    )
  })
})

describe('the day to start from', () => {
  const today = '2027-03-10'
  it.each([
    ['the last lot’s, while ahead', { endsOn: '2027-06-30', lastUntil: '2027-04-01' }, '2027-04-01'],
    [
      'the end of the site, once the last lot has left',
      { endsOn: '2027-06-30', lastUntil: today },
      '2027-06-30',
    ],
    [
      'the end of the site, when it comes sooner',
      { endsOn: '2027-03-20', lastUntil: '2027-04-01' },
      '2027-03-20',
    ],
    ['none when all is past', { endsOn: '2027-03-01', lastUntil: null }, null],
    [
      'the last lot’s, at a site that has ended',
      { endsOn: '2027-03-01', lastUntil: '2027-04-01' },
      '2027-04-01',
    ],
  ] as const)('is %s', (_, context, until) => {
    expect(startingDeadline(today, context)).toBe(until)
  })
})
