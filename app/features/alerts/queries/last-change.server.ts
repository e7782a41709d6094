import { desc, inArray } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { changes } from '~db/sqlite/platform'

/**
 * When anything that a list of lots shows last changed: a lot, its stock through a reservation, its organisation, or the
 * words by which a text finds it.
 */
export const lastLotChangeMs = (): Promise<number> =>
  lastChangeMs(['lot', 'organisation', 'reservation', 'vocabulary'])

/** When anything that a list of needs shows last changed: a need, its organisation, or the words by which a text finds it. */
export const lastNeedChangeMs = (): Promise<number> => lastChangeMs(['need', 'organisation', 'vocabulary'])

async function lastChangeMs(entities: (typeof changes.$inferSelect)['entity'][]): Promise<number> {
  const rows = await reader()
    .select({ atMs: changes.atMs })
    .from(changes)
    .where(inArray(changes.entity, entities))
    .orderBy(desc(changes.seq))
    .limit(1)
  return rows[0]?.atMs ?? 0
}
