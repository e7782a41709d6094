import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { addDays } from '~/core/days'
import { MATERIAL_TYPES } from '~/core/material-types'
import { UNITS } from '~/core/units'
import { FACTOR_SET } from '~/features/carbon/model/factors'
import { FORMULAS } from './formulas'
import { FORMULA_VERSION, scorePair, type Condition, type MatchLot, type MatchNeed } from './score'
import { SHIPPED_SCORING } from './scoring'
import { SHIPPED_WEIGHTS } from './weights'

/** The same numbers from 0 to 1 on every machine (Park and Miller, 1988). */
function numbers(): () => number {
  let state = 20_261
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

function pairOf(next: () => number): { lot: MatchLot; need: MatchNeed } {
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  const material = () => MATERIAL_TYPES[whole(0, 7)]!
  const unit = UNITS[whole(0, UNITS.length - 2)]!
  const point = () => ({ lat: 48.7 + whole(0, 300) / 1000, lon: 2.1 + whole(0, 500) / 1000 })
  const window = () => {
    const from = addDays('2026-01-01', whole(0, 40))
    return { from, until: addDays(from, whole(1, 90)) }
  }
  const side = () => ({ material: material(), unit, point: point(), window: window() })
  const lot = {
    ...side(),
    id: 'lot',
    quantityMilli: whole(1, 200_000),
    condition: whole(1, 5) as Condition,
    unitPriceCents: whole(0, 3) * 500,
    massGPerUnit: next() < 0.2 ? null : whole(1, 50_000),
    attributes: next() < 0.5 ? {} : { length: whole(900, 1100) },
  }
  const need = {
    ...side(),
    id: 'need',
    quantityMilli: whole(1, 200_000),
    radiusKm: whole(5, 60),
    minCondition: whole(1, 3) as Condition,
    budgetUnitCents: next() < 0.5 ? null : whole(1, 2000),
    wanted: next() < 0.5 ? {} : { length: { kind: 'number' as const, value: 1000, tolerance: 80 } },
  }
  return { lot, need: next() < 0.7 ? { ...need, material: lot.material } : need }
}

/**
 * What 3,000 fixed pairs score. Another formula takes another name, and its own line here; the one before keeps its line,
 * and stays among the formulas.
 */
const DIGESTS: Readonly<Record<string, string>> = {
  'v2 p0 desnz-2025.1': '307f3423be46f2a7',
}

it('is the version that scores as this one does, and any other formula takes another name', () => {
  expect(FORMULAS.get(FORMULA_VERSION)).toBe(scorePair)
  const rest = [SHIPPED_WEIGHTS.version, FACTOR_SET.version].join(' ')
  for (const [version, formula] of FORMULAS) expect(digestOf(formula)).toBe(DIGESTS[`${version} ${rest}`])
})

it('leaves the formulas before it where what they computed is redone', () => {
  const versions = Object.keys(DIGESTS).map((names) => names.split(' ')[0]!)
  expect([...FORMULAS.keys()].sort()).toEqual([...new Set(versions)].sort())
})

function digestOf(formula: typeof scorePair): string {
  const next = numbers()
  const hash = createHash('sha256')
  let scored = 0
  for (let index = 0; index < 3000; index++) {
    const { lot, need } = pairOf(next)
    const pair = formula(lot, need, SHIPPED_SCORING)
    if (pair.ok) scored++
    hash.update(pair.ok ? pair.parts.map(({ points }) => points).join(' ') : pair.reason)
  }
  expect(scored).toBeGreaterThan(300)
  return hash.digest('hex').slice(0, 16)
}
