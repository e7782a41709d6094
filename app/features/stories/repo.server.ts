import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { reinstallations, storyConsents } from '~db/sqlite/stories'

export async function findReinstallation(tx: Tx, reservationId: string) {
  const rows = await tx
    .select()
    .from(reinstallations)
    .where(eq(reinstallations.reservationId, reservationId))
    .limit(1)
  return rows[0] ?? null
}

export async function insertReinstallation(tx: Tx, row: typeof reinstallations.$inferInsert): Promise<void> {
  await tx.insert(reinstallations).values(row)
}

/** Writes what a side allows, in place of what it allowed before. */
export async function upsertConsent(tx: Tx, row: typeof storyConsents.$inferInsert): Promise<void> {
  const { isPublic, isNamed, userId, atMs } = row
  await tx
    .insert(storyConsents)
    .values(row)
    .onConflictDoUpdate({
      target: [storyConsents.reservationId, storyConsents.side],
      set: { isPublic, isNamed, userId, atMs },
    })
}

/** Hides a story, or shows it again (null); whether it was the other way before. */
export async function setStoryHidden(tx: Tx, id: string, hiddenAtMs: number | null): Promise<boolean> {
  const before =
    hiddenAtMs === null ? isNotNull(reinstallations.hiddenAtMs) : isNull(reinstallations.hiddenAtMs)
  const changed = await tx
    .update(reinstallations)
    .set({ hiddenAtMs })
    .where(and(eq(reinstallations.id, id), before))
    .returning({ id: reinstallations.id })
  return changed.length === 1
}
