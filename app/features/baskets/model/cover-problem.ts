import type { IsoDay } from '~/core/days'
import type { GeoPoint } from '~/core/geo-point'
import type { MaterialType } from '~/core/material-types'
import type { LotView } from '~/features/lots/model/lot'
import { leastTakeMilli } from '~/features/lots/model/least-take'
import type { AllocationProblem } from '~/features/matching/model/allocation/problem'
import { matchLotOf, matchNeedOf } from '~/features/matching/model/match-sides'
import { gainOf } from '~/features/matching/model/plan/gain'
import { scorePair, type MatchLot, type MatchNeed } from '~/features/matching/model/score'
import type { Scoring } from '~/features/matching/model/scoring'
import type { BillLine } from './bill'
import { groupBy } from './group-by'

/** Where, when and how good a bill's materials are wanted. */
export type BasketTerms = {
  communeCode: string
  neededFrom: IsoDay
  neededUntil: IsoDay
  radiusKm: number
  minCondition: number
}

export type BasketLine = BillLine & { id: string; position: number }

/** A lot that its reader may see, as the pages show it and as the score does. */
export type CoverLot = { view: LotView; side: MatchLot; point: GeoPoint }

/**
 * Lines of one material and unit, wanted together: one organisation takes for all of them, so that a lot that goes in one
 * piece, or by a least quantity, may serve several.
 */
export type LineGroup = { lines: BasketLine[]; need: MatchNeed }

export type CoverProblem = AllocationProblem & { lotOf: CoverLot[]; groups: LineGroup[] }

/** A lot at its commune's public point. */
export function coverLotOf(view: LotView, point: GeoPoint): CoverLot {
  return { view, side: matchLotOf(view, point), point }
}

/** The lines whose material is known, grouped; tonnes are counted as kilograms. */
export function groupLines(
  lines: readonly BasketLine[],
  terms: BasketTerms,
  point: GeoPoint,
  today: IsoDay,
): LineGroup[] {
  const known = lines.filter(
    (line): line is BasketLine & { material: MaterialType } => line.material !== null,
  )
  const alike = groupBy(known, ({ material, unit }) => `${material} ${unit === 't' ? 'kg' : unit}`)
  return [...alike].map(([id, own]) => {
    const { material, unit } = own[0]!
    const common = unit === 't' ? 'kg' : unit
    const wanted = own.reduce((sum, line) => sum + commonMilli(line), 0)
    const need = matchNeedOf(
      {
        ...{ id, material, unit: common, openMilli: wanted, attributes: {}, budgetUnitCents: null },
        ...{ radiusKm: terms.radiusKm, minCondition: terms.minCondition },
        neededFrom: terms.neededFrom > today ? terms.neededFrom : today,
        neededUntil: terms.neededUntil,
      },
      point,
    )
    return { lines: own, need }
  })
}

/** A line's quantity in thousandths of the unit that pairs are compared in. */
export function commonMilli({ quantityMilli, unit }: Pick<BasketLine, 'quantityMilli' | 'unit'>): number {
  return quantityMilli * unitFactor(unit)
}

/** How many common units make one of these. */
export function unitFactor(unit: string): number {
  return unit === 't' ? 1000 : 1
}

/**
 * What may serve what, for the solver: every lot that passes the filters of the score, is worth its trip, and of which
 * the group wants as much as the giver gives at least. `leftAside` counts lots whose trips would emit more than they save.
 */
export function coverProblem(
  groups: readonly LineGroup[],
  lots: readonly CoverLot[],
  scoring: Scoring,
): { problem: CoverProblem; leftAside: number } {
  const arcs = { lot: [] as number[], need: [] as number[], gain: [] as number[] }
  const used: CoverLot[] = []
  let leftAside = 0
  for (const lot of lots) {
    const least = leastTakeMilli(lot.view) * unitFactor(lot.view.unit)
    let [hasArc, isWasteful] = [false, false]
    groups.forEach(({ need }, place) => {
      // A bill prescribes: what could stand in for a material is not proposed for it.
      if (need.unit !== lot.side.unit || lot.side.material !== need.material) return
      if (least > need.quantityMilli) return
      const pair = scorePair(lot.side, need, scoring)
      if (!pair.ok) return
      const gain = gainOf(lot.side, pair, () => pair.score)
      if (!gain) return void (isWasteful = true)
      hasArc = true
      arcs.lot.push(used.length)
      arcs.need.push(place)
      arcs.gain.push(gain.perMilli)
    })
    if (hasArc) used.push(lot)
    else if (isWasteful) leftAside += 1
  }
  const problem = {
    lots: used.map(({ view, side }) => ({
      id: view.id,
      capacity: side.quantityMilli,
      isWhole: view.isWhole,
      minTake: leastTakeMilli(view) * unitFactor(view.unit),
    })),
    needs: groups.map(({ need }) => ({ id: need.id, capacity: need.quantityMilli })),
    arcs: {
      lot: Int32Array.from(arcs.lot),
      need: Int32Array.from(arcs.need),
      gain: Float64Array.from(arcs.gain),
    },
  }
  return { problem: { ...problem, lotOf: used, groups: [...groups] }, leftAside }
}

/** The same problem with some of its lots only. */
export function restrictTo(problem: CoverProblem, isKept: (lot: CoverLot) => boolean): CoverProblem {
  const places = new Map<number, number>()
  problem.lotOf.forEach((lot, place) => isKept(lot) && places.set(place, places.size))
  const { lot, need, gain } = problem.arcs
  const kept = [...lot.keys()].filter((arc) => places.has(lot[arc]!))
  return {
    ...problem,
    lots: problem.lots.filter((_, place) => places.has(place)),
    lotOf: problem.lotOf.filter((_, place) => places.has(place)),
    arcs: {
      lot: Int32Array.from(kept, (arc) => places.get(lot[arc]!)!),
      need: Int32Array.from(kept, (arc) => need[arc]!),
      gain: Float64Array.from(kept, (arc) => gain[arc]!),
    },
  }
}
