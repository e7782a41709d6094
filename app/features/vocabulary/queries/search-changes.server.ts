import { and, eq, gt, max } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { preparedQuery } from '~/platform/prepared.server'
import { searchChanges } from '~db/sqlite/vocabulary'

export type SearchedEntity = 'lot' | 'need'

/** The number of the last change that a search must read; 0 before the first. */
export async function findLastSearchChange(): Promise<number> {
  const [row] = await lastSearchChange().execute()
  return row?.seq ?? 0
}

const lastSearchChange = preparedQuery((db) =>
  db
    .select({ seq: max(searchChanges.seq) })
    .from(searchChanges)
    .prepare(),
)

/** The records of an entity that changed after a change, each once. */
export async function listSearchChangesSince(entity: SearchedEntity, seq: number): Promise<string[]> {
  const rows = await reader()
    .select({ id: searchChanges.entityId })
    .from(searchChanges)
    .where(and(gt(searchChanges.seq, seq), eq(searchChanges.entity, entity)))
  return rows.map(({ id }) => id)
}
