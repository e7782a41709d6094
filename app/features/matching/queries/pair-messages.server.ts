import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { events } from '~db/sqlite/platform'
import type { PairMessage } from '../model/contact'

/** What the two sides of pairs wrote to each other, oldest first, by pair. */
export async function listPairMessages(pairIds: readonly string[]): Promise<Map<string, PairMessage[]>> {
  const byPair = new Map<string, PairMessage[]>()
  if (pairIds.length === 0) return byPair
  const rows = await reader()
    .select({ pairId: events.entityId, detail: events.detail, atMs: events.atMs })
    .from(events)
    .where(
      and(
        eq(events.entity, 'match-pair'),
        inArray(events.entityId, [...pairIds]),
        eq(events.kind, 'contacted'),
      ),
    )
    .orderBy(asc(events.atMs), sql`${events}.rowid`)
  for (const { pairId, detail, atMs } of rows) {
    const { organisationId, text } = detail
    if (typeof organisationId !== 'string' || typeof text !== 'string') continue
    byPair.set(pairId, [...(byPair.get(pairId) ?? []), { atMs, organisationId, text }])
  }
  return byPair
}
