import { createHash } from 'node:crypto'
import { VISITOR } from '~/features/lots/model/visibility'
import { findCandidates, reachOf } from '~/features/matching/model/plan/candidates'
import { makeNextPlan, type MadePlan } from '~/features/matching/model/plan/make-plan'
import { PairTable } from '~/features/matching/model/plan/pair-table'
import { gapOf } from '~/features/matching/model/plan/plan'
import {
  inOrder,
  type PlanLot,
  type PlanNeed,
  type PlanSnapshot,
} from '~/features/matching/model/plan/plan-snapshot'
import type { Solver } from '~/features/matching/model/plan/solver'
import { giveWhole } from '~/features/matching/model/plan/whole-lots'
import type { MatchLot, MatchNeed } from '~/features/matching/model/score'
import { SHIPPED_SCORING } from '~/features/matching/model/scoring'
import { solverWithin } from '~/features/matching/plan-solver'
import { startCpuClock } from '~/platform/cpu-time'
import { type BenchPart, sizeName, tell } from './part'
import { BENCH_DAY, Synthetic } from './synthetic'

const SIZES = [10_000, 40_000]

/** Things that happen between two plans, a fifth each of lots posted, needs posted, lots gone, needs resized, set aside. */
const CHANGES = 50

const SOLVER: Solver = solverWithin(Infinity)

/**
 * The whole plan of a made market, minimum takes and lots in one piece included: processor seconds from nothing and after
 * fifty changes from where the plan before stands, whether both are the same to the byte, what is kept of the plan
 * before, and where the time goes. `memoryMb` is by how much the process grew at most.
 */
export const benchPlan: BenchPart = async ({ sizes }) => {
  const figures: Record<string, unknown> = {}
  for (const size of sizes ?? SIZES) {
    figures[sizeName(size)] = await measure(size)
    tell(JSON.stringify(figures[sizeName(size)]))
  }
  return figures
}

async function measure(size: number) {
  const made = new Synthetic(22)
  const lots = made.lots(size + CHANGES).map(planLot)
  const needs = made.needs(size + CHANGES).map(planNeed)
  const first = snapshotOf(lots.slice(0, size), needs.slice(0, size))
  const phases = phasesOf(first)
  const before = process.memoryUsage.rss()
  const clock = startCpuClock()
  const begun = await makeNextPlan(first, SOLVER, null)
  const firstS = clock().cpuMs / 1000
  const memoryMb = Math.round(process.resourceUsage().maxRSS / 1024 - before / 2 ** 20)
  tell(`${sizeName(size)}: a first plan in ${firstS.toFixed(1)} s`)
  const next = withShown(changed(first, { lots: lots.slice(size), needs: needs.slice(size) }), begun.plan)
  const warmClock = startCpuClock()
  const warm = await makeNextPlan(next, SOLVER, begun.standing)
  const warmS = warmClock().cpuMs / 1000
  const coldClock = startCpuClock()
  const cold = await makeNextPlan(next, SOLVER, null)
  const coldS = coldClock().cpuMs / 1000
  return {
    pairs: cold.plan.figures.candidates,
    firstCpuS: rounded(firstS),
    coldCpuS: rounded(coldS),
    warmCpuS: rounded(warmS),
    ratio: rounded(warmS / coldS),
    isSame: hashOf(warm.plan) === hashOf(cold.plan),
    gap: gapOf(cold.plan.figures),
    moved: cold.plan.figures.moved,
    memoryMb,
    phases,
  }
}

/** Processor seconds of what can be told apart; the rest of a plan is dividing. */
function phasesOf(given: PlanSnapshot): Record<string, number> {
  const snapshot = inOrder(given)
  const timed = <Made>(name: string, make: () => Made): Made => {
    const clock = startCpuClock()
    const result = make()
    phases[name] = rounded(clock().cpuMs / 1000)
    return result
  }
  const phases: Record<string, number> = {}
  const table = timed('pairs', () => new PairTable(snapshot))
  timed('candidates', () => findCandidates(table))
  timed('reach', () => reachOf(table))
  timed('unsplit', () => giveWhole(table, () => true))
  timed('pairsAgain', () => new PairTable(snapshot, { before: table }))
  return phases
}

function planLot(side: MatchLot, at: number): PlanLot {
  return {
    side,
    stages: {
      organisationId: `giver-${at % 500}`,
      publicFrom: BENCH_DAY,
      territoryCode: null,
      territoryFrom: null,
      organisationClosedAtMs: null,
    },
    communeCode: '93066',
    isWhole: at % 50 === 0,
    minTakeMilli: at % 20 === 1 ? 1000 * Math.round(side.quantityMilli / 4000) : 0,
  }
}

function planNeed(side: MatchNeed, at: number): PlanNeed {
  const communeCode = at % 2 === 0 ? '93048' : '75056'
  return { side, organisationId: `taker-${at % 500}`, communeCode, viewer: VISITOR }
}

function snapshotOf(lots: PlanLot[], needs: PlanNeed[]): PlanSnapshot {
  return { today: BENCH_DAY, lots, needs, dismissed: [], shown: null, scoring: SHIPPED_SCORING }
}

function changed(
  snapshot: PlanSnapshot,
  { lots, needs }: { lots: readonly PlanLot[]; needs: readonly PlanNeed[] },
): PlanSnapshot {
  const each = CHANGES / 5
  const step = Math.floor(snapshot.lots.length / each)
  return {
    ...snapshot,
    lots: [...snapshot.lots.filter((_, at) => at % step !== 1), ...lots.slice(0, each)],
    needs: [
      ...snapshot.needs.map((need, at) =>
        at % step === 2
          ? { ...need, side: { ...need.side, quantityMilli: need.side.quantityMilli + 5000 } }
          : need,
      ),
      ...needs.slice(0, each),
    ],
  }
}

/** The pairs of the plan before are shown, and ten of them set aside. */
function withShown(snapshot: PlanSnapshot, { parts }: MadePlan): PlanSnapshot {
  const shown = parts.map(({ lotId, needId }) => ({ lotId, needId }))
  const step = Math.ceil(shown.length / (CHANGES / 5))
  return { ...snapshot, shown, dismissed: shown.filter((_, at) => at % step === 3) }
}

function hashOf(plan: MadePlan): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex')
}

function rounded(value: number): number {
  return Number(value.toFixed(2))
}
