import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { solveAllocation } from '~/features/matching/model/allocation/solve'
import { type BenchPart, tell } from './part'

type Element = { length: number; area: number; inertia: number; material: 'Timber' | 'Steel' }

/** kgCO2e per cubic metre of a new element and of a reused one, as the published case sets them. */
const FACTORS = { Timber: { made: 28.9, reused: 2.25 }, Steel: { made: 9263, reused: 278 } } as const

/** Gains are counted in whole micrograms of a tonne (milligrams), well under the precision of the data. */
const PER_KG = 1_000_000

/**
 * The case of ElementMatch (Huang, Tomczak, Łuczkowski and others, doi 10.1177/14780771241234447): 1,000 structural
 * elements wanted, 1,000 offered, each offered one used once, uncut rests lost. Answers kgCO2e of the best assignment.
 */
export const benchElementMatch: BenchPart = ({ data }) => {
  if (!existsSync(path.join(data, 'demand.csv'))) {
    tell('Left out: the case is not there; give its folder with --data DIR.')
    return null
  }
  const wanted = elementsOf(path.join(data, 'demand.csv'))
  const offered = elementsOf(path.join(data, 'supply.csv'))
  const pairs = offered.flatMap((supply, lot) =>
    wanted.flatMap((demand, need) => {
      const gain = fits(supply, demand) ? Math.round(PER_KG * gainKg(supply, demand)) : 0
      return gain > 0 ? [{ lot, need, gain }] : []
    }),
  )
  const solved = solveAllocation({
    lots: offered.map((_, index) => ({ id: `s${index}`, capacity: 1 })),
    needs: wanted.map((_, index) => ({ id: `d${index}`, capacity: 1 })),
    arcs: {
      lot: Int32Array.from(pairs, ({ lot }) => lot),
      need: Int32Array.from(pairs, ({ need }) => need),
      gain: Float64Array.from(pairs, ({ gain }) => gain),
    },
  })
  const allNew = wanted.reduce((sum, demand) => sum + madeKg(demand), 0)
  tell(`${pairs.length} pairs gain; ${solved.parts.length} chosen; all new ${allNew.toFixed(3)} kgCO2e`)
  tell(`optimality gap ${solved.bound - solved.gain}`)
  return Math.round((allNew - solved.gain / PER_KG) * 100) / 100
}

function elementsOf(file: string): Element[] {
  const rows = parse<Record<string, string>>(readFileSync(file), { columns: true })
  return rows.map((row) => ({
    length: Number(row['Length']),
    area: Number(row['Area']),
    inertia: Number(row['Moment of Inertia']),
    material: row['Material'] as Element['material'],
  }))
}

function fits(supply: Element, demand: Element): boolean {
  return (
    supply.material === demand.material &&
    supply.length >= demand.length &&
    supply.area >= demand.area &&
    supply.inertia >= demand.inertia
  )
}

function madeKg({ length, area, material }: Element): number {
  return length * area * FACTORS[material].made
}

function gainKg(supply: Element, demand: Element): number {
  return madeKg(demand) - demand.length * supply.area * FACTORS[demand.material].reused
}
