import { desc, eq } from 'drizzle-orm'
import { reader, type Db } from '~/platform/db.server'
import { matchWeights } from '~db/sqlite/matching'
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

/** @throws RangeError when a row was written past `makeWeights`: a score founded on it would not add up */
function weightsOf({ version, of }: { version: string; of: Record<string, number> }): Weights {
  return makeWeights(version, of)
}
