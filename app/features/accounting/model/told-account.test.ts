import { expect, it } from 'vitest'
import { accountCohort, type AccountedSite } from './cohort'
import { toldAccount } from './told-account'

const YEAR = { from: '2026-01-01', until: '2027-01-01' }
const site = (id: string, worksUntil: string, handedOverG: number): AccountedSite => ({
  ...{ id, worksUntil, handedOverG, handedOverInPeriodG: handedOverG },
  inventory: { totalG: 100, reusableG: 50 },
})
const withheld = (fromSiteId: string, handedOverOn: string) => ({
  ...{ seq: 1, fromCommuneCode: 'A', toCommuneCode: null, handedOverOn, fromSiteId },
})
/** A school of the year's rate, and a tower whose works end later. */
const told = (schoolG: number, towerG: number, left: ReturnType<typeof withheld>[]) =>
  toldAccount(
    accountCohort([site('school', '2026-07-01', schoolG), site('tower', '2027-07-01', towerG)], YEAR),
    left,
    YEAR,
  )

it.each([
  ['nothing is left out', 10, 5, [], { rate: 'whole', outside: 'whole' }],
  ['nothing was handed over', 0, 0, [], { rate: 'whole', outside: 'whole' }],
  [
    'the rate lacks one of another year',
    10,
    5,
    [withheld('school', '2025-06-01')],
    { rate: 'partial', outside: 'whole' },
  ],
  [
    'only that one makes the rate',
    0,
    5,
    [withheld('school', '2025-06-01')],
    { rate: 'few', outside: 'whole' },
  ],
  [
    'what stands beside lacks one',
    10,
    5,
    [withheld('tower', '2026-06-01')],
    { rate: 'whole', outside: 'partial' },
  ],
  [
    'that one is all there is beside',
    10,
    0,
    [withheld('tower', '2026-06-01')],
    { rate: 'whole', outside: 'few' },
  ],
  ['it is of another year', 10, 0, [withheld('tower', '2025-06-01')], { rate: 'whole', outside: 'whole' }],
])('%s', (_, schoolG, towerG, left, telling) => {
  expect(told(schoolG, towerG, left).telling).toEqual(telling)
})

it('has no rate where only withheld handovers make it, and a lower bound where others do', () => {
  const left = [withheld('school', '2026-06-01')]
  expect(told(0, 0, left).localReuse).toMatchObject({ rate: null, numeratorG: 0, denominatorG: 100 })
  expect(told(10, 0, left).localReuse.rate).toBe(0.1)
})
