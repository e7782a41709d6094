import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '~/core/days'
import { isVisibleTo, stageOf, VISITOR, type LotStage, type LotViewer, type StagedLot } from './visibility'

const TODAY = '2026-09-15'
const day = fc.integer({ min: -20, max: 20 }).map((days) => addDays(TODAY, days))
const staged: fc.Arbitrary<StagedLot> = fc.record({
  organisationId: fc.constantFrom('a', 'b'),
  publicFrom: day,
  territoryCode: fc.constantFrom(null, '93048', 'T8'),
  territoryFrom: fc.option(day),
  organisationClosedAtMs: fc.constantFrom(null, 1),
})
const viewer: fc.Arbitrary<LotViewer> = fc.record({
  organisationId: fc.constantFrom(null, 'a', 'c'),
  territoryCodes: fc.subarray(['93048', 'T8', '75056']),
  seesAll: fc.boolean(),
})
const WIDTH: Record<LotStage, number> = { organisation: 0, territory: 1, public: 2 }

describe('the stage of a lot', () => {
  const lot = {
    organisationId: 'a',
    publicFrom: addDays(TODAY, 10),
    territoryCode: 'T8',
    territoryFrom: addDays(TODAY, 5),
    organisationClosedAtMs: null,
  }
  const agent = { organisationId: 'ville', territoryCodes: ['93048', 'T8'], seesAll: false }

  it.each([
    [0, 'organisation', false, false],
    [4, 'organisation', false, false],
    [5, 'territory', true, false],
    [9, 'territory', true, false],
    [10, 'public', true, true],
  ] as const)('after %i days is %s', (days, stage, toAgent, toVisitor) => {
    const today = addDays(TODAY, days)
    expect(stageOf(lot, today)).toBe(stage)
    expect(isVisibleTo(lot, agent, today)).toBe(toAgent)
    expect(isVisibleTo(lot, VISITOR, today)).toBe(toVisitor)
    expect(isVisibleTo(lot, { ...VISITOR, organisationId: 'a' }, today)).toBe(true)
    expect(isVisibleTo(lot, { ...VISITOR, seesAll: true }, today)).toBe(true)
  })

  it('shows nobody but its own organisation and the Métropole what a closed one offered', () => {
    const closed = { ...lot, organisationClosedAtMs: 1 }
    const today = addDays(TODAY, 10)
    expect([agent, VISITOR].map((who) => isVisibleTo(closed, who, today))).toEqual([false, false])
    expect(isVisibleTo(closed, { ...VISITOR, organisationId: 'a' }, today)).toBe(true)
    expect(isVisibleTo(closed, { ...VISITOR, seesAll: true }, today)).toBe(true)
  })

  it('only widens as days pass, and so does who sees the lot', () => {
    fc.assert(
      fc.property(staged, viewer, fc.nat(40), (one, who, days) => {
        const later = addDays(TODAY, days)
        expect(WIDTH[stageOf(one, later)]).toBeGreaterThanOrEqual(WIDTH[stageOf(one, TODAY)])
        if (isVisibleTo(one, who, TODAY)) expect(isVisibleTo(one, who, later)).toBe(true)
      }),
    )
  })

  it('shows everyone what it shows a visitor', () => {
    fc.assert(
      fc.property(staged, viewer, (one, who) => {
        if (isVisibleTo(one, VISITOR, TODAY)) expect(isVisibleTo(one, who, TODAY)).toBe(true)
      }),
    )
  })
})
