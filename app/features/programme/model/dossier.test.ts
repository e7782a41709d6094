import { describe, expect, it } from 'vitest'
import {
  actsFrom,
  DOSSIER_STATES,
  endOfExperiment,
  isIn,
  isOver,
  missingIn,
  stateAfter,
  type DossierAnswers,
} from './dossier'

const FULL: DossierAnswers = {
  aim: 'Remettre en service les portes des écoles.',
  sites: 'École Jean-Macé',
  referent: 'Une agente',
  referentEmail: 'referent@ville.example',
  elected: 'Un élu',
  startMonth: '2026-10',
  months: 6,
  askedCents: 1_200_000,
  targetMassG: 5_000_000,
  targetRatePercent: null,
  targetSurveys: null,
  otherTarget: '',
}

describe('a dossier', () => {
  it.each([
    ['draft', ['submit', 'withdraw']],
    ['submitted', ['withdraw', 'admit', 'decline', 'postpone']],
    ['postponed', ['submit', 'withdraw', 'admit', 'decline']],
    ['admitted', ['withdraw', 'start']],
    ['running', ['report']],
    ['reported', ['scale']],
    ['scaled', []],
    ['declined', []],
    ['withdrawn', []],
  ] as const)('that is %s allows %j', (state, acts) => {
    expect(actsFrom(state)).toEqual(acts)
  })

  it('goes from draft to scaled up through every stage', () => {
    const acts = ['submit', 'postpone', 'submit', 'admit', 'start', 'report', 'scale'] as const
    const states = acts.reduce<(typeof DOSSIER_STATES)[number][]>(
      (way, act) => [...way, stateAfter(way.at(-1) ?? 'draft', act) ?? 'withdrawn'],
      ['draft'],
    )
    expect(states.slice(1)).toEqual([
      'submitted',
      'postponed',
      'submitted',
      'admitted',
      'running',
      'reported',
      'scaled',
    ])
  })

  it('is either over, in the track, or on its way', () => {
    for (const state of DOSSIER_STATES) expect(isOver(state) && isIn(state)).toBe(false)
    expect(DOSSIER_STATES.filter(isIn)).toEqual(['admitted', 'running', 'reported', 'scaled'])
  })

  it('says in the order of its form what it lacks', () => {
    expect(missingIn(FULL)).toEqual([])
    expect(missingIn({ ...FULL, elected: '', months: null, targetMassG: null })).toEqual([
      'elected',
      'months',
      'targets',
    ])
    expect(missingIn({ ...FULL, targetMassG: null, otherTarget: 'Autre' })).toEqual([])
    // Nothing asked for is an answer.
    expect(missingIn({ ...FULL, askedCents: 0 })).toEqual([])
  })
})

it.each([
  ['2026-10-01', 1, '2026-11-01'],
  ['2026-10-15', 3, '2027-01-15'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2027-12-31', 2, '2028-02-29'],
  ['2026-03-01', 12, '2027-03-01'],
] as const)('an experiment from %s for %i months ends on %s', (startedOn, months, endsOn) => {
  expect(endOfExperiment(startedOn, months)).toBe(endsOn)
})
