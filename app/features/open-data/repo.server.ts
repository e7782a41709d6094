import { and, eq, lt, sql } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { apiWindows } from '~db/sqlite/open-data'

/** Counts one more request of a network in a window. @returns how many there are with it */
export async function addRequest(tx: Tx, senderKey: string, startsAtMs: number): Promise<number> {
  const rows = await tx
    .insert(apiWindows)
    .values({ senderKey, startsAtMs, requests: 1 })
    .onConflictDoUpdate({
      target: [apiWindows.senderKey, apiWindows.startsAtMs],
      set: { requests: sql`${apiWindows.requests} + 1` },
    })
    .returning({ requests: apiWindows.requests })
  return rows[0]?.requests ?? 1
}

export async function readRequests(tx: Tx, senderKey: string, startsAtMs: number): Promise<number> {
  const rows = await tx
    .select({ requests: apiWindows.requests })
    .from(apiWindows)
    .where(and(eq(apiWindows.senderKey, senderKey), eq(apiWindows.startsAtMs, startsAtMs)))
  return rows[0]?.requests ?? 0
}

export async function deleteWindowsBefore(tx: Tx, beforeMs: number): Promise<void> {
  await tx.delete(apiWindows).where(lt(apiWindows.startsAtMs, beforeMs))
}
