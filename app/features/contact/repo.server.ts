import { eq } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { contactMessages } from '~db/sqlite/contact'

export async function insertMessage(tx: Tx, message: typeof contactMessages.$inferInsert): Promise<void> {
  await tx.insert(contactMessages).values(message)
}

export async function isMessageKnown(tx: Tx, id: string): Promise<boolean> {
  const found = await tx
    .select({ id: contactMessages.id })
    .from(contactMessages)
    .where(eq(contactMessages.id, id))
    .limit(1)
  return found.length > 0
}

/** Marks a message as handled, or as open again. */
export async function setHandled(
  tx: Tx,
  id: string,
  handled: { atMs: number; byUserId: string } | null,
): Promise<void> {
  await tx
    .update(contactMessages)
    .set({ handledAtMs: handled?.atMs ?? null, handledByUserId: handled?.byUserId ?? null })
    .where(eq(contactMessages.id, id))
}
