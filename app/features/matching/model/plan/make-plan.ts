import { lengthDays } from '~/core/days'
import { greatCircleKm } from '~/core/geo-point'
import { massGOfUnits } from '~/core/material-masses'
import { netBenefit } from '~/features/carbon/model/net-benefit'
import type { Allocation, AllocationPart, AllocationProblem } from '../allocation/problem'
import { scorePair } from '../score'
import { materialFit } from '../substitutions'
import { findCandidates, type Candidate } from './candidates'
import { coverageOf } from './coverage'
import { gramsPerUnit } from './gain'
import type { Moved, PlanFigures, PlanPart, Unsplit } from './plan'
import { PairTable } from './pair-table'
import {
  inOrder,
  keyOfPair,
  type PairIds,
  type PlanLot,
  type PlanNeed,
  type PlanSnapshot,
} from './plan-snapshot'
import { posed, pricedOut, type Posed } from './price-out'
import { giveWhole, withoutParts } from './whole-lots'

/** How a problem is solved, kept out of here so that the plan does not depend on it. */
export type Solver = {
  /** Lots may be split. `shown` are the pairs of the plan before, kept where little is lost. */
  divide: (problem: AllocationProblem, shown: readonly PairIds[]) => Allocation
  /** Obeys `isWhole`; null when the problem is too large for it. */
  keepWhole: (problem: AllocationProblem) => Promise<Allocation | null>
}

export type MadePlan = { parts: PlanPart[]; figures: PlanFigures }

/** Makes the plan of a snapshot. The same data in any order gives the same plan. */
export async function makePlan(given: PlanSnapshot, solver: Solver): Promise<MadePlan> {
  const snapshot = inOrder(given)
  const table = new PairTable(snapshot)
  const candidates = findCandidates(table)
  const shown = snapshot.shown ?? []
  const all = pricedOut(table, candidates.pairs, (problem) => solver.divide(problem, shown))
  const { drafts, gain, bound, method, leftOut } = await bestOf(snapshot, all, {
    ...solver,
    divide: (problem, before) => (problem === all.problem ? all.divided : solver.divide(problem, before)),
  })
  const parts = drafts.map(({ part }) => part).sort(byUrgency)
  const figures: PlanFigures = {
    lots: snapshot.lots.length,
    needs: snapshot.needs.length,
    candidates: all.pairs.length,
    ...totalsOf(parts),
    leftOut,
    gain,
    bound,
    method,
    unsplit: await unsplitOf(all.problem, solver),
    moved: movedOf(snapshot, parts),
    coverage: coverageOf(snapshot, parts, candidates.reach),
  }
  return { parts, figures }
}

/** Rounds of allocating again without the parts that are not worth their trip. */
const MOST_ROUNDS = 4

type Draft = { part: PlanPart; pair: Candidate; gain: number }
type Drafted = Pick<Allocation, 'gain' | 'bound' | 'method'> & { drafts: Draft[]; leftOut: number }

/**
 * The allocation without the parts so small that their trip costs more than they save: what these carried is allocated
 * again over the other pairs, and the round that keeps most is the plan. The bound stays that of every pair.
 */
async function bestOf(
  snapshot: PlanSnapshot,
  all: Posed & { beyond: number },
  solver: Solver,
): Promise<Drafted> {
  const first = await drafted(snapshot, all, solver)
  let best = first
  let losing = first.losing
  let [pairs, leftOut] = [all.pairs, 0]
  for (let round = 1; losing.size > 0; round++) {
    leftOut += losing.size
    if (round === MOST_ROUNDS) break
    pairs = pairs.filter((pair) => !losing.has(pair))
    const next = await drafted(snapshot, posed(snapshot, pairs), solver)
    if (next.gain > best.gain) best = next
    losing = next.losing
  }
  const { drafts, gain, method } = best
  // What HiGHS proves of lots in one piece is of the pairs that it saw.
  const beyond = first.method === 'whole' ? 0 : all.beyond
  return { drafts, gain, method, bound: first.bound + beyond, leftOut }
}

async function drafted(snapshot: PlanSnapshot, { pairs, problem }: Posed, solver: Solver) {
  const keyOf = (lot: number, need: number) => lot * snapshot.needs.length + need
  const byPlace = new Map(pairs.map((pair) => [keyOf(pair.lot, pair.need), pair]))
  const { parts, bound, method } = await solve(problem, snapshot.shown ?? [], solver)
  const made = parts.map((part) => draftOf(snapshot, part, byPlace.get(keyOf(part.lot, part.need))!))
  const isWorth = ({ part }: Draft) => part.netG === null || part.netG > 0
  const drafts = made.filter(isWorth)
  return {
    drafts,
    gain: drafts.reduce((sum, draft) => sum + draft.gain, 0),
    losing: new Set(made.filter((draft) => !isWorth(draft)).map(({ pair }) => pair)),
    bound,
    method,
  }
}

type Solved = Pick<Allocation, 'parts' | 'bound' | 'method'>

/** With lots in one piece: exactly where the problem is small, else those first and the rest divided, to the same bound. */
async function solve(
  problem: AllocationProblem,
  shown: readonly PairIds[],
  { divide, keepWhole }: Solver,
): Promise<Solved> {
  const isWhole = (lot: number) => problem.lots[lot]!.isWhole === true
  const isWanted = problem.arcs.lot.some(isWhole)
  if (!isWanted) return divide(problem, shown)
  const exact = await keepWhole(problem)
  if (exact) return exact
  const given = giveWhole(problem, isWhole)
  const rest = divide(withoutParts(problem, given, isWhole), shown)
  const { bound } = divide(problem, shown)
  return { parts: [...given, ...rest.parts], bound, method: rest.method }
}

async function unsplitOf(problem: AllocationProblem, { keepWhole }: Solver): Promise<Unsplit> {
  const whole = { ...problem, lots: problem.lots.map((lot) => ({ ...lot, isWhole: true })) }
  const exact = await keepWhole(whole)
  if (exact) return { kind: 'exact', gain: exact.gain }
  const { arcs } = problem
  const worth = new Map([...arcs.gain.keys()].map((arc) => [`${arcs.lot[arc]} ${arcs.need[arc]}`, arc]))
  const gain = giveWhole(whole, () => true).reduce(
    (sum, { lot, need, quantity }) => sum + quantity * arcs.gain[worth.get(`${lot} ${need}`)!]!,
    0,
  )
  return { kind: 'at-least', gain }
}

function draftOf(
  { lots, needs, scoring }: PlanSnapshot,
  { lot: lotPlace, need: needPlace, quantity }: AllocationPart,
  pair: Candidate,
): Draft {
  const [lot, need] = [lots[lotPlace]!, needs[needPlace]!]
  const gPerUnit = gramsPerUnit(lot.side)
  const massG = gPerUnit === null ? null : massGOfUnits(quantity, gPerUnit)
  const net = netBenefit({
    material: lot.side.material,
    massG,
    straightKm: greatCircleKm(lot.side.point, need.side.point),
    substitution: materialFit(lot.side.material, need.side.material),
    factorSet: scoring.factors,
  })
  const score = scorePair(lot.side, need.side, scoring)
  const part: PlanPart = {
    lotId: lot.side.id,
    needId: need.side.id,
    quantityMilli: quantity,
    netG: net.ok ? net.netG : null,
    massG,
    scoreCenti: score.ok ? Math.round(score.score * 100) : 0,
    criticalOn: firstEnd(lot, need),
  }
  return { part, pair, gain: quantity * pair.perMilli }
}

/** Windows end before their last day, which is thus the first on which one side is gone. */
function firstEnd(lot: PlanLot, need: PlanNeed): string {
  const [a, b] = [lot.side.window, need.side.window]
  return lengthDays({ from: a.until, until: b.until }) > 0 ? a.until : b.until
}

/** What must be decided first, first; then what gains most. */
function byUrgency(a: PlanPart, b: PlanPart): number {
  if (a.criticalOn !== b.criticalOn) return a.criticalOn < b.criticalOn ? -1 : 1
  const gain = (b.netG ?? 0) - (a.netG ?? 0)
  return gain !== 0 ? gain : keyOfPair(a) < keyOfPair(b) ? -1 : 1
}

function totalsOf(parts: readonly PlanPart[]) {
  const claimed = parts.filter(({ netG }) => netG !== null)
  const unclaimed = parts.filter(({ netG }) => netG === null)
  const massOf = (some: readonly PlanPart[]) => some.reduce((sum, { massG }) => sum + (massG ?? 0), 0)
  return {
    pairs: parts.length,
    lotsServed: new Set(parts.map(({ lotId }) => lotId)).size,
    needsServed: new Set(parts.map(({ needId }) => needId)).size,
    netG: claimed.reduce((sum, { netG }) => sum + (netG ?? 0), 0),
    massG: massOf(parts),
    unclaimed: unclaimed.length,
    unclaimedMassG: massOf(unclaimed),
  }
}

function movedOf({ lots, needs, shown }: PlanSnapshot, parts: readonly PlanPart[]): Moved | null {
  if (!shown) return null
  const lotIds = new Set(lots.map(({ side }) => side.id))
  const needIds = new Set(needs.map(({ side }) => side.id))
  const before = new Set(
    shown.filter(({ lotId, needId }) => lotIds.has(lotId) && needIds.has(needId)).map(keyOfPair),
  )
  const kept = parts.filter((part) => before.has(keyOfPair(part))).length
  return { kept, gone: before.size - kept, added: parts.length - kept }
}
