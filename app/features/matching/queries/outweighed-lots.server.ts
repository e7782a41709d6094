import { and, asc, eq, gt, isNull, notExists } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { matchComputations, matchPairs } from '~db/sqlite/matching'
import type { Scoring } from '../model/scoring'

/** Lots with a live pair that was never scored with these versions of weights and factors, by ascending id after this one. */
export async function listOutweighedLots(
  { weights, factors }: Scoring,
  afterId: string,
  limit: number,
): Promise<string[]> {
  const scored = reader()
    .select({ id: matchComputations.id })
    .from(matchComputations)
    .where(
      and(
        eq(matchComputations.pairId, matchPairs.id),
        eq(matchComputations.weightsVersion, weights.version),
        eq(matchComputations.factorVersion, factors.version),
      ),
    )
  const rows = await reader()
    .selectDistinct({ lotId: matchPairs.lotId })
    .from(matchPairs)
    .where(
      and(
        gt(matchPairs.lotId, afterId),
        eq(matchPairs.isStale, false),
        isNull(matchPairs.dismissedAtMs),
        notExists(scored),
      ),
    )
    .orderBy(asc(matchPairs.lotId))
    .limit(limit)
  return rows.map(({ lotId }) => lotId)
}
