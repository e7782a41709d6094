import { desc, eq } from 'drizzle-orm'
import { reader, type Db } from '~/platform/db.server'
import { users } from '~db/sqlite/identity'
import { matchWeights } from '~db/sqlite/matching'
import { isSameWeights } from '../model/weight-percents'
import type { WeightVersion } from '../model/weight-version'
import { makeWeights, SHIPPED_WEIGHTS, type Weights } from '../model/weights'

/** The weights that every score takes: the newest that the Métropole's team set, else those that ship. */
export async function weightsInForce(db: Db = reader()): Promise<Weights> {
  const [row] = await db
    .select({ version: matchWeights.version, of: matchWeights.weights })
    .from(matchWeights)
    .orderBy(desc(matchWeights.setAtMs))
    .limit(1)
  return row ? weightsOf(row) : SHIPPED_WEIGHTS
}

/** Weights of a version that results kept; null when neither set nor shipped under that name. */
export async function findWeights(version: string): Promise<Weights | null> {
  if (version === SHIPPED_WEIGHTS.version) return SHIPPED_WEIGHTS
  const [row] = await reader()
    .select({ version: matchWeights.version, of: matchWeights.weights })
    .from(matchWeights)
    .where(eq(matchWeights.version, version))
    .limit(1)
  return row ? weightsOf(row) : null
}

/** Every version that is or was in force, the newest first, those that ship last; `setBy` is for the team alone. */
export async function listWeightVersions(): Promise<(WeightVersion & { setBy: string | null })[]> {
  const rows = await reader()
    .select({
      version: matchWeights.version,
      of: matchWeights.weights,
      reason: matchWeights.reason,
      setAtMs: matchWeights.setAtMs,
      setBy: users.name,
    })
    .from(matchWeights)
    .leftJoin(users, eq(users.id, matchWeights.setByUserId))
    .orderBy(desc(matchWeights.setAtMs))
  const set = rows.map(({ version, of, ...row }) => {
    const weights = weightsOf({ version, of })
    return {
      ...row,
      ...weights,
      isRestored: row.reason === '' && isSameWeights(weights.of, SHIPPED_WEIGHTS.of),
    }
  })
  return [...set, { ...SHIPPED_WEIGHTS, setAtMs: null, isRestored: false, reason: '', setBy: null }]
}

/** @throws RangeError when a row was written past `makeWeights`: a score founded on it would not add up */
function weightsOf({ version, of }: { version: string; of: Record<string, number> }): Weights {
  return makeWeights(version, of)
}
