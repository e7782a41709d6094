import { and, desc, eq, inArray } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { keptLots } from '~db/sqlite/keep'

/** The lots that a person keeps, the last kept first. */
export async function listKeptIds(userId: string): Promise<string[]> {
  const rows = await reader()
    .select({ lotId: keptLots.lotId })
    .from(keptLots)
    .where(eq(keptLots.userId, userId))
    .orderBy(desc(keptLots.keptAtMs), desc(keptLots.lotId))
  return rows.map(({ lotId }) => lotId)
}

/** Which of these lots a person keeps, in no order. */
export async function whichAreKept(userId: string, lotIds: readonly string[]): Promise<string[]> {
  if (lotIds.length === 0) return []
  const rows = await reader()
    .select({ lotId: keptLots.lotId })
    .from(keptLots)
    .where(and(eq(keptLots.userId, userId), inArray(keptLots.lotId, [...lotIds])))
  return rows.map(({ lotId }) => lotId)
}
