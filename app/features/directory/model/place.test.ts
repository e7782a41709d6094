import { describe, expect, it } from 'vitest'
import {
  decisionsFor,
  isCheckDue,
  isOpenToProposer,
  placeStateOf,
  publicPart,
  roundedPosition,
  stateAfter,
  type Place,
} from './place'

const TODAY = '2026-09-15'

describe('a check', () => {
  it.each([
    ['2026-09-15', false],
    ['2025-09-16', false],
    ['2025-09-15', true],
    [null, true],
  ])('of %s is due: %s', (checkedOn, due) => {
    expect(isCheckDue(checkedOn, TODAY)).toBe(due)
  })

  it('that is due shows on published entries alone', () => {
    expect(placeStateOf({ state: 'published', checkedOn: '2024-01-01' }, TODAY)).toBe('a-revoir')
    expect(placeStateOf({ state: 'published', checkedOn: TODAY }, TODAY)).toBe('publie')
    expect(placeStateOf({ state: 'proposed', checkedOn: null }, TODAY)).toBe('propose')
    expect(placeStateOf({ state: 'withdrawn', checkedOn: '2024-01-01' }, TODAY)).toBe('retire')
  })
})

it.each([
  ['proposed', ['publish', 'refuse']],
  ['published', ['recheck', 'withdraw']],
  ['refused', ['publish']],
  ['withdrawn', ['publish']],
] as const)('of a %s entry, the Métropole may %j', (state, decisions) => {
  expect(decisionsFor(state)).toEqual(decisions)
  for (const decision of decisions) {
    const after = stateAfter(decision)
    // A recheck alone leaves the state as it is.
    expect(after === state).toBe(decision === 'recheck')
  }
})

it('is its proposer’s to change until it is published, and after a refusal', () => {
  expect((['proposed', 'published', 'refused', 'withdrawn'] as const).map(isOpenToProposer)).toEqual([
    true,
    false,
    true,
    false,
  ])
})

it('keeps positions to a thousandth of a degree', () => {
  expect(roundedPosition({ lat: 48.86449, lon: 2.44351 })).toEqual({ lat: 48.864, lon: 2.444 })
})

it('shows nothing of who proposed it or why it was refused', () => {
  const place = { id: 'x', name: 'Halle', reason: 'secret', proposedByName: 'secret' } as Place
  expect(JSON.stringify(publicPart(place))).not.toContain('secret')
})
