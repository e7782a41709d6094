import { describe, expect, it } from 'vitest'
import { familySteps, type DatedSum } from './family-steps'

/** The fewest handovers told to everyone, and to those who see every figure. */
const [PUBLIC, DETAIL] = [3, 1] as const

const buckets = { unit: 'month', starts: ['2026-01-01', '2026-02-01', '2026-03-01'] } as const
const STEPS = { ...buckets, starts: [...buckets.starts] }
const sum = (day: string, material: DatedSum['material'], massG: number, count: number): DatedSum => ({
  ...{ day, material, massG, count },
})

describe('masses by step and family', () => {
  it('name the four heaviest families and add up the others', () => {
    const sums = [
      sum('2026-01-01', 'brick', 500, 9),
      sum('2026-01-01', 'concrete', 400, 9),
      sum('2026-02-01', 'door', 300, 9),
      sum('2026-02-01', 'insulation', 200, 9),
      sum('2026-03-01', 'furniture', 100, 9),
    ]
    const { families, steps } = familySteps(sums, STEPS, DETAIL)
    expect(families).toEqual(['brick', 'concrete', 'door', 'insulation'])
    expect(steps.map(({ totalG }) => totalG)).toEqual([900, 500, 100])
    expect(steps[2]!.massG).toEqual({ rest: 100 })
  })

  it('hide a step of too few handovers, and the one that would give it away', () => {
    const sums = [
      sum('2026-01-01', 'brick', 500, 9),
      sum('2026-02-01', 'brick', 300, 1),
      sum('2026-03-01', 'brick', 200, 4),
    ]
    const totals = (fewest: number) => familySteps(sums, STEPS, fewest).steps.map(({ totalG }) => totalG)
    expect(totals(DETAIL)).toEqual([500, 300, 200])
    expect(totals(PUBLIC)).toEqual([500, null, null])
  })

  it('fold a family of too few handovers into the others, with a second one', () => {
    const sums = [
      sum('2026-01-01', 'brick', 500, 9),
      sum('2026-01-01', 'door', 90, 1),
      sum('2026-01-01', 'concrete', 60, 5),
    ]
    const [step] = familySteps(sums, STEPS, PUBLIC).steps
    expect(step).toMatchObject({ totalG: 650, massG: { brick: 500, rest: 150 } })
  })
})
