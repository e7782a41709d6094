import type { IsoDay } from '~/core/days'
import type { LotViewer, StagedLot } from '~/features/lots/model/visibility'
import type { MatchLot, MatchNeed } from '../score'
import type { Scoring } from '../scoring'

/** A lot that the plan may give; its quantities are thousandths of the common unit (kg for tonnes). */
export type PlanLot = {
  side: MatchLot
  /** Who sees it when. */
  stages: StagedLot
  communeCode: string
  isWhole: boolean
  /** The least that one need may take; 0 for any part. */
  minTakeMilli: number
}

/** A need that the plan may serve. */
export type PlanNeed = {
  side: MatchNeed
  organisationId: string
  communeCode: string
  viewer: LotViewer
}

/** Everything that a plan is made from, as plain data that a thread can be sent. Held parts are in no quantity. */
export type PlanSnapshot = {
  today: IsoDay
  lots: PlanLot[]
  needs: PlanNeed[]
  /** Pairs that one side set aside. */
  dismissed: PairIds[]
  /** Pairs of the plan before, which people may have seen; null when there was none. */
  shown: PairIds[] | null
  scoring: Scoring
}

export type PairIds = { lotId: string; needId: string }

/** The key of a pair in a set. */
export function keyOfPair({ lotId, needId }: PairIds): string {
  return `${lotId} ${needId}`
}

/** The same snapshot whatever the order in which the database gave its rows. */
export function inOrder(snapshot: PlanSnapshot): PlanSnapshot {
  const byId = (a: { side: { id: string } }, b: { side: { id: string } }) => compare(a.side.id, b.side.id)
  const byPair = (a: PairIds, b: PairIds) => compare(keyOfPair(a), keyOfPair(b))
  return {
    ...snapshot,
    lots: snapshot.lots.toSorted(byId),
    needs: snapshot.needs.toSorted(byId),
    dismissed: snapshot.dismissed.toSorted(byPair),
    shown: snapshot.shown?.toSorted(byPair) ?? null,
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
