import type { FlowSide } from '../allocation/column-flow'
import type { Allocation, AllocationPart } from '../allocation/problem'
import { wordHash } from '../allocation/tie-order'
import type { TreeLinks } from '../allocation/tree-links'
import { findCandidates } from './candidates'
import type { Solver } from './solver'
import { plainObjective, preferredObjective } from './objectives'
import { pairsAmong, placeKey, wish, type PairList } from './pair-list'
import type { PairTable } from './pair-table'
import { PlanDivision, type Objective } from './plan-division'
import { problemOf, problemOfAll } from './plan-problem'
import { beyondOf } from './price-out'
import { giveWhole } from './whole-lots'

/** Trees of the division that proves the bound, and of that which is the plan; null where it was too late for one. */
export type PlanLinks = { proof: TreeLinks | null; plan: TreeLinks | null }

type Answer = Pick<Allocation, 'parts' | 'bound' | 'method'>

/** Rounds of taking out parts under the least that a lot gives, before the last of them are just left out. */
const MOST_ROUNDS = 60

const NEVER = () => false

/**
 * What a plan may give, answer by answer, each without the pairs that those before it lost. Lots in one piece go exactly
 * where the problem is small, else first, and the rest is divided, to the bound of free division.
 */
export class PlanAnswers {
  private readonly shut = new Set<number>()
  private readonly objective: Objective
  /** Lots given in one piece before the rest is divided; null where there are none. */
  private readonly whole: AllocationPart[] | null
  private division: PlanDivision | null = null
  private proof: { bound: number; links: TreeLinks } | null = null
  private isTooLate = false

  constructor(
    private readonly table: PairTable,
    private readonly solver: Solver,
    private readonly before: PlanLinks | null,
  ) {
    const { lots } = table.snapshot
    this.objective = preferredObjective(table.snapshot)
    const isWhole = (lot: number) => lots[lot]!.isWhole
    this.whole = lots.some((_, lot) => isWhole(lot)) ? giveWhole(table, isWhole, this.objective).parts : null
  }

  /** Whether another answer would be found in time. */
  get mayGoOn(): boolean {
    return !this.isTooLate
  }

  links(): PlanLinks {
    return { proof: this.proof?.links ?? null, plan: this.division?.links() ?? null }
  }

  /** @param lost pairs that are in none of the answers from now on */
  async next(lost: readonly { lot: number; need: number }[]): Promise<Answer> {
    for (const { lot, need } of lost) this.shut.add(this.keyOf(lot, need))
    return (await this.exact()) ?? this.divided(lost) ?? this.late()
  }

  private async exact(): Promise<Answer | null> {
    if (!this.table.snapshot.lots.some(({ isWhole }) => isWhole)) return null
    const problem = problemOfAll(this.table, (lot, need) => this.shut.has(this.keyOf(lot, need)))
    return problem && this.solver.keepWhole(problem)
  }

  /** The best division; null when it is too late for it. */
  private divided(lost: readonly { lot: number; need: number }[]): Answer | null {
    if (this.isTooLate) return null
    const isLate = this.solver.startClock?.() ?? NEVER
    if (this.division === null) this.division = this.begun(isLate)
    else this.division.close(lost)
    if (this.division && this.settleLarge(this.division, isLate)) {
      const parts = [
        ...(this.whole ?? []),
        ...this.division.parts().filter((part) => this.isLargeEnough(part)),
      ]
      return { parts, bound: this.proof!.bound, method: 'simplex' }
    }
    this.isTooLate = true
    this.division = null
    return null
  }

  /** Proves the bound, and stands where what is preferred is divided from. */
  private begun(isLate: () => boolean): PlanDivision | null {
    const { table, before } = this
    const { snapshot } = table
    const { objective } = this
    const shown = this.shownPairs(objective)
    const plain = plainObjective(snapshot)
    const isWarm = before?.proof != null
    const pairs = isWarm ? pairsOfTree(table, before.proof!) : findCandidates(table)
    const proof = new PlanDivision(table, this.sides(null), plain, { pairs, links: before?.proof ?? null })
    if (!proof.settle(isLate, false)) return null
    this.proof = { bound: proof.bound(), links: proof.links() }
    if (!isWarm && this.whole === null) {
      proof.turnTo(objective, shown)
      return proof
    }
    const links = before?.plan ?? this.proof.links
    const known = new Map<number, Set<number>>()
    wishTree(known, links)
    shown.lot.forEach((lot, at) => wish(known, lot, shown.need[at]!))
    return new PlanDivision(table, this.sides(this.whole), objective, {
      pairs: pairsAmong(table, known),
      links,
    })
  }

  private shownPairs({ shown }: Objective): PairList {
    const needs = this.table.snapshot.needs.length
    const wanted = new Map<number, Set<number>>()
    for (const key of shown) wish(wanted, Math.floor(key / needs), key % needs)
    return pairsAmong(this.table, wanted)
  }

  /** Shuts the pairs that carry less than their lot gives at least, and divides again, until none does. */
  private settleLarge(division: PlanDivision, isLate: () => boolean): boolean {
    for (let round = 0; ; round++) {
      if (!division.settle(isLate, true)) return false
      const small = division.parts().filter((part) => !this.isLargeEnough(part))
      if (small.length === 0 || round === MOST_ROUNDS) return true
      // What was shown was large enough, and may be again without the others.
      const others = small.filter(({ lot, need }) => !this.objective.shown.has(this.keyOf(lot, need)))
      division.close(others.length > 0 ? others : small)
    }
  }

  private isLargeEnough({ lot, need, quantity }: AllocationPart): boolean {
    const { lots, needs } = this.table.snapshot
    const { side, minTakeMilli } = lots[lot]!
    return quantity >= Math.min(minTakeMilli, side.quantityMilli, needs[need]!.side.quantityMilli)
  }

  /** What is found in no time, of the candidates alone. */
  private late(): Answer {
    const { table, solver } = this
    const isShut = (lot: number, need: number) => this.shut.has(this.keyOf(lot, need))
    const problem = problemOf(table.snapshot, without(findCandidates(table), isShut))
    const sides = this.sides(this.whole)
    const left = {
      ...problem,
      lots: problem.lots.map((lot, at) => ({ ...lot, capacity: sides.lots[at]!.capacity })),
      needs: problem.needs.map((need, at) => ({ ...need, capacity: sides.needs[at]!.capacity })),
    }
    const shown = table.snapshot.shown ?? []
    const divided = solver.divide(left, shown)
    const parts = [...(this.whole ?? []), ...divided.parts]
    const proof = this.whole === null ? divided : solver.divide(problem, shown)
    const bound = this.proof?.bound ?? proof.bound + beyondOf(table, proof.duals)
    return { parts, bound, method: divided.method }
  }

  /** What is left of lots and needs beside some parts. Lots in one piece give nothing else. */
  private sides(parts: readonly AllocationPart[] | null): { lots: FlowSide[]; needs: FlowSide[] } {
    const { lots, needs } = this.table.snapshot
    const taken = new Map<number, number>()
    for (const { need, quantity } of parts ?? []) taken.set(need, (taken.get(need) ?? 0) + quantity)
    return {
      lots: lots.map(({ side, isWhole }) => ({
        capacity: parts && isWhole ? 0 : side.quantityMilli,
        hash: wordHash(side.id),
      })),
      needs: needs.map(({ side }, need) => ({
        capacity: side.quantityMilli - (taken.get(need) ?? 0),
        hash: wordHash(side.id),
      })),
    }
  }

  private keyOf(lot: number, need: number): number {
    return placeKey(lot, need, this.table.snapshot.needs.length)
  }
}

function pairsOfTree(table: PairTable, links: TreeLinks): PairList {
  const wanted = new Map<number, Set<number>>()
  wishTree(wanted, links)
  return pairsAmong(table, wanted)
}

function wishTree(wanted: Map<number, Set<number>>, { ofLots, ofNeeds }: TreeLinks): void {
  ofLots.forEach((need, lot) => need >= 0 && wish(wanted, lot, need))
  ofNeeds.forEach((lot, need) => lot >= 0 && wish(wanted, lot, need))
}

function without(pairs: PairList, isOut: (lot: number, need: number) => boolean): PairList {
  const kept = [...pairs.lot.keys()].filter((at) => !isOut(pairs.lot[at]!, pairs.need[at]!))
  return {
    lot: Int32Array.from(kept, (at) => pairs.lot[at]!),
    need: Int32Array.from(kept, (at) => pairs.need[at]!),
    gain: Int32Array.from(kept, (at) => pairs.gain[at]!),
  }
}
