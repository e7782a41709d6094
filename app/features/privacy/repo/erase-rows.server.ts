import { sql, type SQL } from 'drizzle-orm'
import { deferForeignKeys, requiredColumnsOf } from '~/platform/dialects/catalogue.server'
import type { Tx } from '~/platform/transaction.server'
import type { NotedTable } from '../model/inventory/inventory'
import { CHILDREN_FIRST, ownRows } from './rows-of.server'
import type { Subject } from './subject'

/** What stands where a text was that others still see, in both languages: no reader's language is known there. */
const GONE = 'Texte effacé avec le compte · Text erased with the account'

/** What replaces a value where an empty one would say something else. `id` makes the address of the row its own. */
const BLANKS: Readonly<Record<string, SQL>> = {
  'users.email': sql`'supprime+' || id || '@compte.invalid'`,
  'users.name': sql`'Compte supprimé'`,
  'organisations.name': sql`'Organisation fermée'`,
  'sites.name': sql`'Chantier effacé'`,
  'sites.address': sql`'effacée'`,
  'reservation_messages.text': sql`${GONE}`,
  'reservation_disputes.text': sql`${GONE}`,
  'programme_posts.text': sql`${GONE}`,
  'reinstallations.words': sql`${GONE}`,
  'programme_seats.name': sql`'Personne effacée'`,
  'events.detail': sql`'{}'`,
}

/** What is on its way is worked off first: `purgePassedOn` comes after it. */
const LATER: readonly string[] = ['outbox', 'jobs']

export type ErasedFile = { table: string; storageKey: string }

/**
 * Erases what the inventory says of a person, table by table, inside the caller's transaction: rows go, values go, ids
 * stay and lead to nobody. @returns the files whose rows are gone, for whoever removes them from the disk
 */
export async function eraseRows(tx: Tx, subject: Subject): Promise<ErasedFile[]> {
  // Rows that point at one another go in several statements; the commit sees whether they all went.
  await deferForeignKeys(tx)
  const files: ErasedFile[] = []
  for (const noted of CHILDREN_FIRST) {
    if (LATER.includes(noted.table)) continue
    const rows = ownRows(noted.table, subject)
    if (!rows) continue
    if (noted.columns.some(({ fate }) => fate === 'deleted'))
      files.push(...(await deleteRows(tx, noted, rows)))
    else await clearRows(tx, noted, rows)
  }
  return files
}

async function deleteRows(tx: Tx, { table, columns }: NotedTable, rows: SQL): Promise<ErasedFile[]> {
  const isFiled = columns.some(({ category, column }) => category === 'file' && column === 'storage_key')
  const found = isFiled
    ? await tx.all<{ key: string | null }>(
        sql`SELECT storage_key AS key FROM ${sql.identifier(table)} WHERE ${rows}`,
      )
    : []
  await tx.run(sql`DELETE FROM ${sql.identifier(table)} WHERE ${rows}`)
  return found.flatMap(({ key }) => (key === null ? [] : [{ table, storageKey: key }]))
}

async function clearRows(tx: Tx, { table, columns }: NotedTable, rows: SQL): Promise<void> {
  const cleared = columns.filter(({ fate }) => fate === 'cleared')
  if (cleared.length === 0) return
  const required = await requiredColumnsOf(tx, table)
  const values = cleared.map(({ column }) => {
    const blank = BLANKS[`${table}.${column}`] ?? (required.has(column) ? sql`''` : sql`NULL`)
    return sql`${sql.identifier(column)} = ${blank}`
  })
  await tx.run(sql`UPDATE ${sql.identifier(table)} SET ${sql.join(values, sql`, `)} WHERE ${rows}`)
}
