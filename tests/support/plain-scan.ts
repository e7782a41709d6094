import { isNotNull } from 'drizzle-orm'
import type { IsoDay } from '~/core/days'
import { listCommunes } from '~/features/communes/queries.server'
import type { LotView } from '~/features/lots/model/lot'
import { lotStateOf } from '~/features/lots/model/lot-state'
import { isVisibleTo, VISITOR } from '~/features/lots/model/visibility'
import { listViewers, selectLots } from '~/features/lots/queries.server'
import { matchLotOf, matchNeedOf } from '~/features/matching/model/match-sides'
import { topK } from '~/features/matching/model/rank'
import { scorePair } from '~/features/matching/model/score'
import { scoringInForce } from '~/features/matching/queries/scoring.server'
import type { NeedView } from '~/features/needs/model/need'
import { needStateOf } from '~/features/needs/model/need-state'
import { selectNeeds } from '~/features/needs/queries.server'
import { reader } from '~/platform/db.server'
import { matchPairs } from '~db/sqlite/matching'
import { organisations } from '~db/sqlite/organisations'

/** What matching must answer, read plainly from the tables. */
export async function plainScan(today: IsoDay) {
  const [lots, needs, scoring, communes] = await Promise.all([
    selectLots(),
    selectNeeds(),
    scoringInForce(),
    listCommunes(),
  ])
  const points = new Map(communes.map(({ code, lat, lon }) => [code, { lat, lon }]))
  const viewers = await listViewers(needs.map(({ organisationId }) => organisationId))
  const suspended = await reader().select().from(organisations).where(isNotNull(organisations.suspendedAtMs))
  const closed = suspended.map(({ id }) => id)
  const dismissed = await reader().select().from(matchPairs).where(isNotNull(matchPairs.dismissedAtMs))
  const mayMeet = (lot: LotView, need: NeedView) =>
    lot.organisationId !== need.organisationId &&
    isVisibleTo(lot, viewers.get(need.organisationId) ?? VISITOR, today) &&
    !dismissed.some((pair) => pair.lotId === lot.id && pair.needId === need.id)
  const scored = (lot: LotView, need: NeedView) => {
    const from = need.neededFrom < today ? today : need.neededFrom
    const needSide = matchNeedOf({ ...need, neededFrom: from }, points.get(need.communeCode)!)
    return scorePair(matchLotOf(lot, points.get(lot.communeCode)!), needSide, scoring)
  }
  const openLots = lots.filter((lot) => lotStateOf(lot, today) === 'open')
  const openNeeds = needs.filter(
    (need) => needStateOf(need, today) === 'open' && !closed.includes(need.organisationId),
  )
  return {
    lots,
    needs,
    /** What an index must hold of each: nothing of what nobody can be matched with. */
    sideOfLot: (lot: LotView) =>
      lotStateOf({ ...lot, organisationClosedAtMs: null }, today) === 'open'
        ? matchLotOf(lot, points.get(lot.communeCode)!)
        : undefined,
    sideOfNeed: (need: NeedView) =>
      needStateOf(need, today) === 'open' ? matchNeedOf(need, points.get(need.communeCode)!) : undefined,
    needsFor: (lot: LotView, k: number) =>
      topK(
        openNeeds.filter((need) => mayMeet(lot, need)),
        k,
        (need) => scored(lot, need),
      ),
    lotsFor: (need: NeedView, k: number) =>
      topK(
        openLots.filter((lot) => mayMeet(lot, need)),
        k,
        (lot) => scored(lot, need),
      ),
  }
}
