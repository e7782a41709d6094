import { inArray, isNotNull, max } from 'drizzle-orm'
import type { IsoDay } from '~/core/days'
import type { GeoPoint } from '~/core/geo-point'
import { MATERIAL_TYPES } from '~/core/material-types'
import { listCommunes } from '~/features/communes/queries.server'
import type { LotView } from '~/features/lots/model/lot'
import { VISITOR, type LotViewer } from '~/features/lots/model/visibility'
import { listOpenLotsOf, listViewers } from '~/features/lots/queries.server'
import type { NeedView } from '~/features/needs/model/need'
import { listOpenNeedsFor } from '~/features/needs/queries.server'
import { reader } from '~/platform/db.server'
import type { ChangedEntity } from '~/platform/changes.server'
import { matchPairs } from '~db/sqlite/matching'
import { changes } from '~db/sqlite/platform'
import { commonMilli, fromDayOn, matchLotOf, matchNeedOf } from '../model/match-sides'
import type { PairIds, PlanLot, PlanNeed, PlanSnapshot } from '../model/plan/plan-snapshot'
import { findLatestPlan, listPairsOfPlan } from './plans.server'
import { scoringInForce } from './scoring.server'

/** What a plan is made of: a change of anything else leaves it as it is. */
const READ: readonly ChangedEntity[] = [
  'lot',
  'need',
  'reservation',
  'organisation',
  'pair-dismissal',
  'match-weights',
  'factors',
]

/** The number of the last change of what a plan reads; 0 before the first. */
export async function findLastPlanChange(): Promise<number> {
  const rows = await reader()
    .select({ seq: max(changes.seq) })
    .from(changes)
    .where(inArray(changes.entity, [...READ]))
  return rows[0]?.seq ?? 0
}

/**
 * Open lots and needs as they stand, with what is free and what is still wanted: parts held by reservations are in
 * neither, so that a plan never touches them. Tens of thousands of rows: for a thread.
 */
export async function readPlanSnapshot(today: IsoDay): Promise<PlanSnapshot> {
  const [lots, needs, communes, dismissed, scoring, latest] = await Promise.all([
    listOpenLotsOf(MATERIAL_TYPES, today),
    listOpenNeedsFor(MATERIAL_TYPES),
    listCommunes(),
    listDismissedPairs(),
    scoringInForce(),
    findLatestPlan(),
  ])
  const points = new Map(communes.map(({ code, lat, lon }) => [code, { lat, lon }]))
  const viewers = await listViewers(needs.map(({ organisationId }) => organisationId))
  return {
    today,
    lots: lots.map((lot) => planLotOf(lot, points.get(lot.communeCode)!)),
    needs: needs.map((need) => planNeedOf(need, points.get(need.communeCode)!, { today, viewers })),
    dismissed,
    shown: latest && (await listPairsOfPlan(latest.id)),
    scoring,
  }
}

async function listDismissedPairs(): Promise<PairIds[]> {
  return reader()
    .select({ lotId: matchPairs.lotId, needId: matchPairs.needId })
    .from(matchPairs)
    .where(isNotNull(matchPairs.dismissedAtMs))
}

function planLotOf(lot: LotView, point: GeoPoint): PlanLot {
  const { organisationId, publicFrom, territoryCode, territoryFrom, organisationClosedAtMs } = lot
  return {
    side: matchLotOf(lot, point),
    stages: { organisationId, publicFrom, territoryCode, territoryFrom, organisationClosedAtMs },
    communeCode: lot.communeCode,
    isWhole: lot.isWhole,
    minTakeMilli: commonMilli(lot.minTakeMilli ?? 0, lot.unit),
  }
}

function planNeedOf(
  need: NeedView,
  point: GeoPoint,
  { today, viewers }: { today: string; viewers: ReadonlyMap<string, LotViewer> },
): PlanNeed {
  return {
    side: fromDayOn(matchNeedOf(need, point), today),
    organisationId: need.organisationId,
    communeCode: need.communeCode,
    viewer: viewers.get(need.organisationId) ?? VISITOR,
  }
}
