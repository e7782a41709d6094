import type { Tx } from '~/platform/transaction.server'
import { vocabularyVersions } from '~db/sqlite/vocabulary'

/** Puts a version in force; those before stay. */
export async function insertVocabulary(tx: Tx, row: typeof vocabularyVersions.$inferInsert): Promise<void> {
  await tx.insert(vocabularyVersions).values(row)
}
