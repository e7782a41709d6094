import type { Tx } from '~/platform/transaction.server'
import { classifications } from '~db/sqlite/classifier'

/** Keeps what the model said of a photo; a newer model's word replaces an older one's. */
export async function upsertClassification(tx: Tx, row: typeof classifications.$inferInsert): Promise<void> {
  await tx
    .insert(classifications)
    .values(row)
    .onConflictDoUpdate({ target: classifications.photoId, set: row })
}
