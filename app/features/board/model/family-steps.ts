import type { MaterialType } from '~/core/material-types'
import type { IsoDay } from '~/core/days'
import { bucketOf, type Buckets } from './board-period'

/** Handed-over mass of a day or a month, by material. */
export type DatedSum = { day: IsoDay; material: MaterialType; massG: number; count: number }

export type FamilyStep = {
  start: IsoDay
  /** Grams by family, the others under `rest`. */
  massG: Partial<Record<MaterialType | 'rest', number>>
  totalG: number
  count: number
}

export type FamilySteps = {
  unit: Buckets['unit']
  /** The heaviest families of the period, at most four, heaviest first. */
  families: MaterialType[]
  steps: FamilyStep[]
}

const NAMED = 4

/** Mass by step of a period and by family: the heaviest four by name, what is left together. */
export function familySteps(sums: readonly DatedSum[], buckets: Buckets): FamilySteps {
  const totals = new Map<MaterialType, number>()
  for (const { material, massG } of sums) totals.set(material, (totals.get(material) ?? 0) + massG)
  const families = [...totals]
    .sort(([a, massA], [b, massB]) => massB - massA || (a < b ? -1 : 1))
    .slice(0, NAMED)
    .map(([material]) => material)
  const byStep = buckets.starts.map((): DatedSum[] => [])
  for (const sum of sums) byStep[bucketOf(buckets, sum.day)]?.push(sum)
  const steps = byStep.map((own, index): FamilyStep => ({
    start: buckets.starts[index] ?? '',
    massG: familyMasses(own, families),
    totalG: own.reduce((total, { massG }) => total + massG, 0),
    count: own.reduce((total, { count }) => total + count, 0),
  }))
  return { unit: buckets.unit, families, steps }
}

function familyMasses(own: readonly DatedSum[], families: readonly MaterialType[]): FamilyStep['massG'] {
  const masses: FamilyStep['massG'] = {}
  for (const { material, massG } of own) {
    const key = families.includes(material) ? material : 'rest'
    masses[key] = (masses[key] ?? 0) + massG
  }
  return masses
}
