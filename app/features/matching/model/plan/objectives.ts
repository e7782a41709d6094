import { dayNumber } from '~/core/days'
import { SHOWN_BONUS } from '../allocation/solve'
import { urgencyOf } from '../allocation/urgency'
import type { Objective } from './plan-division'
import { placeKey } from './pair-list'
import type { PlanSnapshot } from './plan-snapshot'

/** Thousandths of its gain that each lot and each need add to a pair, by the days they have left. */
export function urgenciesOf({ today, lots, needs }: PlanSnapshot): {
  lots: Float64Array
  needs: Float64Array
} {
  const of = ({ side }: { side: { window: { until: string } } }) =>
    urgencyOf(dayNumber(side.window.until) - dayNumber(today) - 1)
  return { lots: Float64Array.from(lots, of), needs: Float64Array.from(needs, of) }
}

/** Gains as they are: what proves the bound. */
export function plainObjective({ lots, needs }: PlanSnapshot): Objective {
  return {
    ofLots: new Float64Array(lots.length).fill(1),
    ofNeeds: new Float64Array(needs.length),
    shown: new Set(),
    ofShown: 0,
  }
}

/** Gains in thousandths, more of them for what goes soon and for what was shown. */
export function preferredObjective(snapshot: PlanSnapshot): Objective {
  const { lots, needs } = snapshot
  const urgency = urgenciesOf(snapshot)
  const placeOfLot = new Map(lots.map(({ side }, place) => [side.id, place]))
  const placeOfNeed = new Map(needs.map(({ side }, place) => [side.id, place]))
  const shown = new Set<number>()
  for (const { lotId, needId } of snapshot.shown ?? []) {
    const [lot, need] = [placeOfLot.get(lotId), placeOfNeed.get(needId)]
    if (lot !== undefined && need !== undefined) shown.add(placeKey(lot, need, needs.length))
  }
  return {
    ofLots: urgency.lots.map((more) => 1000 + more),
    ofNeeds: urgency.needs,
    shown,
    ofShown: SHOWN_BONUS,
  }
}
