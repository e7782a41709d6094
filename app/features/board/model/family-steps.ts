import type { MaterialType } from '~/core/material-types'
import type { IsoDay } from '~/core/days'
import { bucketOf, type Buckets } from './board-period'
import { hiddenCells } from './suppression'

/** Handed-over mass of a day or a month, by material. */
export type DatedSum = { day: IsoDay; material: MaterialType; massG: number; count: number }

export type FamilyStep = {
  start: IsoDay
  /** Grams by family, the others under `rest`; empty where the step is not told. */
  massG: Partial<Record<MaterialType | 'rest', number>>
  /** Null where the step rests on too few handovers. */
  totalG: number | null
  count: number | null
}

export type FamilySteps = {
  unit: Buckets['unit']
  /** The heaviest families of the period, at most four, heaviest first. */
  families: MaterialType[]
  steps: FamilyStep[]
}

const NAMED = 4

/** Mass by step of a period and by family: the heaviest four by name, what is left and what is too small together. */
export function familySteps(sums: readonly DatedSum[], buckets: Buckets, fewest: number): FamilySteps {
  const totals = new Map<MaterialType, number>()
  for (const { material, massG } of sums) totals.set(material, (totals.get(material) ?? 0) + massG)
  const families = [...totals]
    .sort(([a, massA], [b, massB]) => massB - massA || (a < b ? -1 : 1))
    .slice(0, NAMED)
    .map(([material]) => material)
  const byStep = buckets.starts.map((): DatedSum[] => [])
  for (const sum of sums) byStep[bucketOf(buckets, sum.day)]?.push(sum)
  const counts = byStep.map((own) => own.reduce((total, { count }) => total + count, 0))
  const hidden = hiddenCells(counts, fewest)
  const steps = byStep.map((own, index): FamilyStep => {
    const start = buckets.starts[index] ?? ''
    if (hidden.has(index)) return { start, massG: {}, totalG: null, count: null }
    const totalG = own.reduce((total, { massG }) => total + massG, 0)
    return { start, massG: familyMasses(own, families, fewest), totalG, count: counts[index] ?? 0 }
  })
  return { unit: buckets.unit, families, steps }
}

function familyMasses(own: readonly DatedSum[], families: readonly MaterialType[], fewest: number) {
  const keys: (MaterialType | 'rest')[] = [...families, 'rest']
  const cells = keys.map((key) => {
    const rows = own.filter(({ material }) =>
      families.includes(material) ? material === key : key === 'rest',
    )
    return {
      key,
      massG: rows.reduce((sum, { massG }) => sum + massG, 0),
      count: rows.reduce((sum, { count }) => sum + count, 0),
    }
  })
  const folded = hiddenCells(
    cells.map(({ count }) => count),
    fewest,
  )
  const masses: FamilyStep['massG'] = {}
  cells.forEach(({ key, massG }, index) => {
    const shown = folded.has(index) ? 'rest' : key
    if (massG > 0) masses[shown] = (masses[shown] ?? 0) + massG
  })
  return masses
}
