import { describe, expect, it } from 'vitest'
import { familySteps, type DatedSum } from './family-steps'

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
    const { families, steps } = familySteps(sums, STEPS)
    expect(families).toEqual(['brick', 'concrete', 'door', 'insulation'])
    expect(steps.map(({ totalG }) => totalG)).toEqual([900, 500, 100])
    expect(steps[2]!.massG).toEqual({ rest: 100 })
  })

  it('are nothing, which is not unknown, in a step without handovers', () => {
    const { steps } = familySteps([sum('2026-02-01', 'brick', 300, 1)], STEPS)
    expect(steps.map(({ totalG, count }) => [totalG, count])).toEqual([
      [0, 0],
      [300, 1],
      [0, 0],
    ])
  })
})
