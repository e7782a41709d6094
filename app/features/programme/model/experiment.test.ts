import { describe, expect, it } from 'vitest'
import { compareGroups } from './comparison'
import {
  budgetTotals,
  budgetWarnings,
  comparedPeriods,
  milestoneState,
  type BudgetLine,
  type PeriodFigures,
} from './experiment'
import { missingPart, readFigures, targetResults } from './report'
import { stageOf } from './stage'
import { isFor, isRegistrationOpen, isSheetOpen } from './workshop'

const line = (plannedCents: number, committedCents = 0, spentCents = 0): BudgetLine => ({
  id: 'x',
  label: 'Dépose soignée',
  ...{ plannedCents, committedCents, spentCents },
})

describe('a budget', () => {
  it('sums its lines', () => {
    expect(budgetTotals([line(100, 50, 20), line(10, 5, 5)])).toEqual({
      plannedCents: 110,
      committedCents: 55,
      spentCents: 25,
    })
  })

  it.each([
    [[line(100)], 100, []],
    [[line(101)], 100, ['over-grant']],
    [[line(50, 60)], 100, ['over-planned']],
    [[line(50, 20, 30)], 100, ['spent-uncommitted']],
    [[line(50, 60, 120)], 100, ['over-grant', 'over-planned', 'spent-uncommitted']],
  ] as const)('of %j against %i warns of %j', (lines, granted, warnings) => {
    expect(budgetWarnings(lines, granted)).toEqual(warnings)
  })
})

describe('the periods set side by side', () => {
  const experiment = { startedOn: '2026-09-01', endsOn: '2026-12-01' }
  it('are as long as each other, and stop today while the experiment runs', () => {
    expect(comparedPeriods(experiment, '2026-09-10')).toEqual({
      before: { from: '2026-08-22', until: '2026-09-01' },
      during: { from: '2026-09-01', until: '2026-09-11' },
    })
  })
  it('stop at the end of the experiment, and are empty before it', () => {
    expect(comparedPeriods(experiment, '2027-05-01').during).toEqual({
      from: '2026-09-01',
      until: '2026-12-01',
    })
    expect(comparedPeriods(experiment, '2026-08-01')).toEqual({
      before: { from: '2026-09-01', until: '2026-09-01' },
      during: { from: '2026-09-01', until: '2026-09-01' },
    })
  })
})

it.each([
  ['2026-09-10', null, '2026-09-10', 'open'],
  ['2026-09-09', null, '2026-09-10', 'late'],
  ['2026-09-09', '2026-09-12', '2026-09-20', 'reached'],
] as const)('a milestone due on %s, done on %s, is on %s %s', (dueOn, doneOn, today, state) => {
  expect(milestoneState({ dueOn, doneOn }, today)).toBe(state)
})

const DURING: PeriodFigures = {
  period: { from: '2026-09-01', until: '2026-12-01' },
  handedOverG: 4_000_000,
  handovers: 3,
  rate: null,
  rateNumeratorG: 0,
  rateDenominatorG: 0,
  surveys: 2,
}

describe('an end report', () => {
  it('sets each target beside what was found, and says nothing where there is nothing to say', () => {
    const targets = { targetMassG: 5_000_000, targetRatePercent: 20, targetSurveys: 2 }
    expect(targetResults(targets, DURING)).toEqual([
      { kind: 'mass', target: 5_000_000, reached: 4_000_000, isReached: false },
      { kind: 'rate', target: 0.2, reached: null, isReached: null },
      { kind: 'surveys', target: 2, reached: 2, isReached: true },
    ])
    expect(
      targetResults({ targetMassG: null, targetRatePercent: null, targetSurveys: null }, DURING),
    ).toEqual([])
  })

  it('asks for every part', () => {
    const long = 'Une phrase assez longue.'
    expect(missingPart({ results: long, lessons: long, difficulties: 'Court', sequel: '' })).toBe(
      'difficulties',
    )
    expect(missingPart({ results: long, lessons: long, difficulties: long, sequel: long })).toBeNull()
  })

  it('reads back only figures of its own shape', () => {
    expect(readFigures({ before: DURING, during: DURING })).toEqual({ before: DURING, during: DURING })
    expect(readFigures({ before: DURING })).toBeNull()
    expect(readFigures(null)).toBeNull()
  })
})

it.each([
  [null, false, 'none'],
  ['draft', true, 'none'],
  ['submitted', true, 'applied'],
  ['postponed', false, 'applied'],
  ['admitted', false, 'admitted'],
  ['admitted', true, 'workshops'],
  ['running', true, 'experiment'],
  ['reported', false, 'experiment'],
  ['scaled', true, 'scaled'],
  ['declined', true, 'none'],
  ['withdrawn', false, 'none'],
] as const)('a commune whose dossier is %s, with a seat: %s, stands at %s', (state, isAtWorkshops, stage) => {
  expect(stageOf(state, isAtWorkshops)).toBe(stage)
})

it('takes medians of each group, per site over those that have one and per inhabitant over all', () => {
  const commune = (isIn: boolean, handedOverG: number, sites: number) => ({
    ...{ isIn, handedOverG, sites },
    population: 1000,
  })
  const { inTrack, others } = compareGroups([
    commune(true, 4000, 2),
    commune(true, 0, 0),
    commune(false, 3000, 1),
    commune(false, 0, 3),
    commune(false, 1000, 1),
  ])
  expect(inTrack).toEqual({ communes: 2, withSites: 1, perSiteG: 2000, perInhabitantG: 2 })
  expect(others).toEqual({ communes: 3, withSites: 3, perSiteG: 1000, perInhabitantG: 1 })
  expect(compareGroups([]).inTrack).toEqual({
    communes: 0,
    withSites: 0,
    perSiteG: null,
    perInhabitantG: null,
  })
})

describe('a workshop', () => {
  const day = { onDay: '2026-10-01', isCancelled: false }
  it('takes registrations until its day, and keeps its sheet from then on', () => {
    expect(isRegistrationOpen(day, '2026-09-30')).toBe(true)
    expect(isRegistrationOpen(day, '2026-10-01')).toBe(false)
    expect(isSheetOpen(day, '2026-09-30')).toBe(false)
    expect(isSheetOpen(day, '2026-10-01')).toBe(true)
    expect(isRegistrationOpen({ ...day, isCancelled: true }, '2026-09-01')).toBe(false)
  })
  it.each([
    ['agents', 'agent', true],
    ['agents', 'elected', false],
    ['elected', 'elected', true],
    ['elected', 'agent', false],
    ['both', 'agent', true],
  ] as const)('for %s takes an %s: %s', (audience, role, taken) => {
    expect(isFor(audience, role)).toBe(taken)
  })
})
