import { lengthDays } from '~/core/days'
import { greatCircleKm } from '~/core/geo-point'
import { massGOfUnits } from '~/core/material-masses'
import { netBenefit } from '~/features/carbon/model/net-benefit'
import type { Allocation, AllocationPart } from '../allocation/problem'
import { scorePair } from '../score'
import { materialFit } from '../substitutions'
import { reachOf } from './candidates'
import { coverageOf } from './coverage'
import { gramsPerUnit } from './gain'
import { pairsAmong, placeKey, wish } from './pair-list'
import { PairTable } from './pair-table'
import type { Moved, PlanFigures, PlanPart, Unsplit } from './plan'
import { PlanAnswers } from './plan-answers'
import { inOrder, keyOfPair, type PlanLot, type PlanNeed, type PlanSnapshot } from './plan-snapshot'
import { problemOfAll } from './plan-problem'
import { placedIn, type Standing } from './standing'
import type { Solver } from './solver'
import { giveWhole } from './whole-lots'

export type MadePlan = { parts: PlanPart[]; figures: PlanFigures }

/** Makes the plan of a snapshot. The same data in any order gives the same plan. */
export async function makePlan(given: PlanSnapshot, solver: Solver): Promise<MadePlan> {
  return (await makeNextPlan(given, solver, null)).plan
}

/**
 * Makes the plan of a snapshot from where the one before stands. What stands is a hint alone: the plan is that of the
 * snapshot to the byte, as if made from nothing.
 * @param before what the plan before left standing, which is used up; null for none
 */
export async function makeNextPlan(
  given: PlanSnapshot,
  solver: Solver,
  before: Standing | null,
): Promise<{ plan: MadePlan; standing: Standing }> {
  const snapshot = inOrder(given)
  const table = new PairTable(snapshot, { before: before?.table })
  const answers = new PlanAnswers(table, solver, before && placedIn(before, snapshot))
  const { drafts, gain, bound, method, leftOut } = await bestOf(table, answers)
  const parts = drafts.map(({ part }) => part).sort(byUrgency)
  const { reach, pairs } = reachOf(table)
  const figures: PlanFigures = {
    lots: snapshot.lots.length,
    needs: snapshot.needs.length,
    candidates: pairs,
    ...totalsOf(parts),
    leftOut,
    gain,
    bound,
    method,
    unsplit: await unsplitOf(table, solver),
    moved: movedOf(snapshot, parts),
    coverage: coverageOf(snapshot, parts, reach),
  }
  return { plan: { parts, figures }, standing: { table, ...answers.links() } }
}

/** Rounds of allocating again without the parts that are not worth their trip. */
const MOST_ROUNDS = 4

type Draft = { part: PlanPart; lot: number; need: number; gain: number }
type Drafted = Pick<Allocation, 'gain' | 'bound' | 'method'> & { drafts: Draft[]; leftOut: number }

/**
 * The allocation without the parts so small that their trip costs more than they save: what these carried is allocated
 * again over the other pairs, and the round that keeps most is the plan. The bound stays that of every pair.
 */
async function bestOf(table: PairTable, answers: PlanAnswers): Promise<Drafted> {
  const first = drafted(table, await answers.next([]))
  let best = first
  let losing = first.losing
  let leftOut = 0
  for (let round = 1; losing.length > 0; round++) {
    leftOut += losing.length
    if (round === MOST_ROUNDS || !answers.mayGoOn) break
    const next = drafted(table, await answers.next(losing))
    if (next.gain > best.gain) best = next
    losing = next.losing
  }
  const { drafts, gain, method } = best
  return { drafts, gain, method, bound: first.bound, leftOut }
}

function drafted(table: PairTable, { parts, bound, method }: Pick<Allocation, 'parts' | 'bound' | 'method'>) {
  const { snapshot } = table
  const wanted = new Map<number, Set<number>>()
  for (const { lot, need } of parts) wish(wanted, lot, need)
  const pairs = pairsAmong(table, wanted)
  const keyOf = (lot: number, need: number) => placeKey(lot, need, snapshot.needs.length)
  const gains = new Map<number, number>()
  pairs.lot.forEach((lot, at) => gains.set(keyOf(lot, pairs.need[at]!), Math.abs(pairs.gain[at]!)))
  const made = parts.map((part): Draft => {
    const gain = part.quantity * gains.get(keyOf(part.lot, part.need))!
    return { part: partOf(snapshot, part), lot: part.lot, need: part.need, gain }
  })
  const isWorth = ({ part }: Draft) => part.netG === null || part.netG > 0
  const drafts = made.filter(isWorth)
  return {
    drafts,
    gain: drafts.reduce((sum, draft) => sum + draft.gain, 0),
    losing: made.filter((draft) => !isWorth(draft)),
    bound,
    method,
  }
}

/** With every lot in one piece: exactly where the problem is small. */
async function unsplitOf(table: PairTable, { keepWhole }: Solver): Promise<Unsplit> {
  const problem = problemOfAll(table)
  const lots = problem?.lots.map((lot) => ({ ...lot, isWhole: true }))
  const exact = problem && (await keepWhole({ ...problem, lots: lots! }))
  if (exact) return { kind: 'exact', gain: exact.gain }
  return { kind: 'at-least', gain: giveWhole(table, () => true).gain }
}

function partOf(
  { lots, needs, scoring }: PlanSnapshot,
  { lot: lotPlace, need: needPlace, quantity }: AllocationPart,
): PlanPart {
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
  return {
    lotId: lot.side.id,
    needId: need.side.id,
    quantityMilli: quantity,
    netG: net.ok ? net.netG : null,
    massG,
    scoreCenti: score.ok ? Math.round(score.score * 100) : 0,
    criticalOn: firstEnd(lot, need),
  }
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
