import { and, asc, eq, gt, isNull, notExists } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { matchComputations, matchPairs } from '~db/sqlite/matching'

/** Lots with a live pair that was never scored by this version of the weights, by ascending id after this one. */
export async function listOutweighedLots(
  weightsVersion: string,
  afterId: string,
  limit: number,
): Promise<string[]> {
  const scored = reader()
    .select({ id: matchComputations.id })
    .from(matchComputations)
    .where(
      and(eq(matchComputations.pairId, matchPairs.id), eq(matchComputations.weightsVersion, weightsVersion)),
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
