import type { MaterialType } from '~/core/material-types'

type DatedMass = { handedOverOn: string; material: MaterialType; massG: number }

export type MonthlyMasses = {
  /** The heaviest materials of the year, at most four, heaviest first. */
  materials: MaterialType[]
  /** Twelve months, `YYYY-MM`; grams by material, the rest under `rest`. */
  months: { month: string; massG: Partial<Record<MaterialType | 'rest', number>> }[]
}

const SHOWN = 4

/** Handed-over mass of a year by month and material: the heaviest four by name, the others together. */
export function monthlyMasses(rows: readonly DatedMass[], year: number): MonthlyMasses {
  const totals = new Map<MaterialType, number>()
  for (const { material, massG } of rows) totals.set(material, (totals.get(material) ?? 0) + massG)
  const materials = [...totals]
    .sort(([a, massA], [b, massB]) => massB - massA || (a < b ? -1 : 1))
    .slice(0, SHOWN)
    .map(([material]) => material)
  const months = Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`
    const massG: Partial<Record<MaterialType | 'rest', number>> = {}
    for (const row of rows.filter(({ handedOverOn }) => handedOverOn.startsWith(month))) {
      const key = materials.includes(row.material) ? row.material : 'rest'
      massG[key] = (massG[key] ?? 0) + row.massG
    }
    return { month, massG }
  })
  return { materials, months }
}
