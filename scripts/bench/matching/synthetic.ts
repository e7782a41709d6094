import { addDays } from '~/core/days'
import { unitMass } from '~/core/material-masses'
import { MATERIAL_TYPES, type MaterialType } from '~/core/material-types'
import type { Unit } from '~/core/units'
import type { Condition, MatchLot, MatchNeed } from '~/features/matching/model/score'
import { seededRandom } from '../../train/random'

/** The day on which made needs and lots are compared. */
export const BENCH_DAY = '2026-09-01'

/** How materials are counted where nothing is weighed. */
const UNIT_OF: Partial<Record<MaterialType, Unit>> = {
  concrete: 'm3',
  brick: 'u',
  stone: 'm2',
  'roof-tile': 'm2',
  'structural-timber': 'm3',
  'structural-steel': 'kg',
  'other-metal': 'kg',
  'partition-board': 'm2',
  ceiling: 'm2',
  'raised-floor': 'm2',
  'wood-floor': 'm2',
  'soft-floor': 'm2',
  'ceramic-tile': 'm2',
  insulation: 'm3',
  'hvac-plumbing': 'u',
}

/** The one unit in which made sides count a material. */
export function unitOf(material: MaterialType): Unit {
  return UNIT_OF[material] ?? 'u'
}

/** Places where sites gather; the box is that of the Métropole. */
const PLACES = 60
const BOX = { lat: [48.68, 49.02], lon: [2.1, 2.62] } as const

type Dice = {
  real: () => number
  whole: (from: number, to: number) => number
  normal: () => number
  pick: <Item>(items: readonly Item[]) => Item
}

function diceOf(seed: number): Dice {
  const real = seededRandom(seed)
  const whole = (from: number, to: number) => from + Math.floor(real() * (to - from + 1))
  return {
    real,
    whole,
    /** Of mean 0 and deviation 1 (Box and Muller 1958). */
    normal: () => Math.sqrt(-2 * Math.log(1 - real())) * Math.cos(2 * Math.PI * real()),
    pick: (items) => items[whole(0, items.length - 1)]!,
  }
}

/**
 * Made sides of the shape of real ones: sites that gather in places, few materials that many want, quantities of a
 * log-normal law, windows of 2 to 16 weeks that begin within forty weeks. The same seed makes the same.
 */
export class Synthetic {
  private readonly dice: Dice
  private readonly places: { lat: number; lon: number; spread: number }[]

  constructor(seed: number) {
    this.dice = diceOf(seed)
    const { real } = this.dice
    this.places = Array.from({ length: PLACES }, () => ({
      lat: between(BOX.lat, real()),
      lon: between(BOX.lon, real()),
      spread: 0.005 + 0.02 * real(),
    }))
  }

  needs(count: number): MatchNeed[] {
    return Array.from({ length: count }, (_, at) => this.need(at))
  }

  lots(count: number): MatchLot[] {
    return Array.from({ length: count }, (_, at) => this.lot(at))
  }

  need(at: number): MatchNeed {
    const { real, whole } = this.dice
    return {
      ...this.side(at),
      radiusKm: whole(5, 30),
      minCondition: this.condition(0.35),
      budgetUnitCents: real() < 0.4 ? null : this.cents(),
      wanted: {},
    }
  }

  lot(at: number): MatchLot {
    const side = this.side(at)
    const { real } = this.dice
    return {
      ...side,
      condition: this.condition(0.65),
      unitPriceCents: real() < 0.4 ? 0 : this.cents(),
      massGPerUnit: unitMass(side.material, side.unit)?.gPerUnit ?? (real() < 0.5 ? null : 25_000),
      attributes: {},
    }
  }

  private side(at: number) {
    const { real, whole, normal, pick } = this.dice
    // The square of an even number draws the first materials most.
    const material = MATERIAL_TYPES[Math.floor(MATERIAL_TYPES.length * real() ** 2)]!
    const unit = unitOf(material)
    const { lat, lon, spread } = pick(this.places)
    const from = addDays(BENCH_DAY, whole(-60, 280))
    const amount = Math.max(1, Math.round(Math.exp(4.5 + 1.3 * normal())))
    return {
      id: String(at).padStart(8, '0'),
      material,
      unit,
      quantityMilli: Math.min(1e9, 1000 * amount),
      point: {
        lat: within(BOX.lat, lat + spread * normal()),
        lon: within(BOX.lon, lon + 1.5 * spread * normal()),
      },
      window: { from, until: addDays(from, whole(14, 112)) },
    }
  }

  private condition(share: number): Condition {
    const { real } = this.dice
    let steps = 1
    for (let die = 0; die < 4; die++) if (real() < share) steps++
    return steps as Condition
  }

  private cents(): number {
    return Math.round(Math.exp(6 + this.dice.normal()))
  }
}

function between([from, to]: readonly [number, number], share: number): number {
  return from + (to - from) * share
}

function within([from, to]: readonly [number, number], value: number): number {
  return Math.min(to, Math.max(from, value))
}
