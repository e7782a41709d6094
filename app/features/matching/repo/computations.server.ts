import { desc, eq, sql } from 'drizzle-orm'
import { placeholdersOf, preparedQuery } from '~/platform/prepared.server'
import type { Tx } from '~/platform/transaction.server'
import { matchComputations } from '~db/sqlite/matching'

export type ComputationRow = typeof matchComputations.$inferSelect

/** The latest computation kept of a pair; null for a pair that has none. */
export async function findLatestComputation(tx: Tx, pairId: string): Promise<ComputationRow | null> {
  const [row] = await latestOf(tx).execute({ pairId })
  return row ?? null
}

const latestOf = preparedQuery((db) =>
  db
    .select()
    .from(matchComputations)
    .where(eq(matchComputations.pairId, sql.placeholder('pairId')))
    .orderBy(desc(matchComputations.computedAtMs), desc(matchComputations.id))
    .limit(1)
    .prepare(),
)

export async function insertComputation(tx: Tx, row: ComputationRow): Promise<void> {
  await insertion(tx).execute(row)
}

const insertion = preparedQuery((db) =>
  db
    .insert(matchComputations)
    .values(
      placeholdersOf([
        ...(['id', 'pairId', 'lotSide', 'needSide', 'formulaVersion', 'weightsVersion'] as const),
        ...(['factorVersion', 'scoreCenti', 'partsCenti', 'computedAtMs'] as const),
      ]),
    )
    .prepare(),
)
