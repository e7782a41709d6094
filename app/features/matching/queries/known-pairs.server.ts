import { and, asc, desc, eq, gt, inArray, isNull, notExists } from 'drizzle-orm'
import { findLot, selectLots } from '~/features/lots/queries.server'
import { isOpen as isLotOpen } from '~/features/lots/queries/open-lots.server'
import type { LotView } from '~/features/lots/model/lot'
import { findNeed, selectNeeds } from '~/features/needs/queries.server'
import type { NeedView } from '~/features/needs/model/need'
import { reader } from '~/platform/db.server'
import { lots } from '~db/sqlite/lots'
import { matchPairs } from '~db/sqlite/matching'
import { needs } from '~db/sqlite/needs'

type Couple = { lot: LotView; need: NeedView }

/** Pairs of one lot or need that are scored again at once, the last ones changed first. */
const RESCORED_AT_ONCE = 300

/** A lot with the needs of its pairs that nobody set aside, and with these needs. Empty without such a lot. */
export async function listCouplesOfLot(lotId: string, needIds: readonly string[]): Promise<Couple[]> {
  const lot = await findLot(lotId)
  if (!lot) return []
  const known = await reader()
    .select({ id: matchPairs.needId })
    .from(matchPairs)
    .where(and(eq(matchPairs.lotId, lotId), isNull(matchPairs.dismissedAtMs)))
    .orderBy(desc(matchPairs.updatedAtMs))
    .limit(RESCORED_AT_ONCE)
  const ids = [...new Set([...needIds, ...known.map(({ id }) => id)])]
  const found = ids.length === 0 ? [] : await selectNeeds().where(inArray(needs.id, ids))
  return found.map((need) => ({ lot, need }))
}

/** A need with the lots of its pairs that nobody set aside, and with these lots. Empty without such a need. */
export async function listCouplesOfNeed(needId: string, lotIds: readonly string[]): Promise<Couple[]> {
  const need = await findNeed(needId)
  if (!need) return []
  const known = await reader()
    .select({ id: matchPairs.lotId })
    .from(matchPairs)
    .where(and(eq(matchPairs.needId, needId), isNull(matchPairs.dismissedAtMs)))
    .orderBy(desc(matchPairs.updatedAtMs))
    .limit(RESCORED_AT_ONCE)
  const ids = [...new Set([...lotIds, ...known.map(({ id }) => id)])]
  const found = ids.length === 0 ? [] : await selectLots().where(inArray(lots.id, ids))
  return found.map((lot) => ({ lot, need }))
}

/** Open lots that never had a pair, by ascending id after this one. */
export async function listUnpairedLots(afterId: string, limit: number): Promise<string[]> {
  const paired = reader().select({ id: matchPairs.id }).from(matchPairs).where(eq(matchPairs.lotId, lots.id))
  const rows = await reader()
    .select({ id: lots.id })
    .from(lots)
    .where(and(isLotOpen(), gt(lots.id, afterId), notExists(paired)))
    .orderBy(asc(lots.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}
