import { nowMs } from '~/core/clock'
import { foldText } from '~/core/fold'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { sha256 } from '~/platform/sha256.server'
import { newStorageKey, removeFile, storeFile } from '~/platform/storage.server'
import { readTable } from '~/platform/tables/read-table.server'
import type { Table, TableFile } from '~/platform/tables/table'
import { withTx } from '~/platform/transaction.server'
import { storedMapping } from '../model/fields'
import { guessSheet, headsOf } from '../model/guess-columns'
import { MAX_IMPORT_ROWS, MAX_OPEN_IMPORTS } from '../model/limits'
import { findMapping } from '../queries.server'
import {
  countOpenImports,
  findImportRow,
  insertImport,
  insertRows,
  ownsSite,
  removeImport,
  updateImport,
} from '../repo.server'

type StartImport = { actor: Actor; siteId: string; id: string; file: TableFile }

/**
 * Reads a CSV or XLSX file for the inventory of one's own site, guesses what its columns are and keeps its rows to be
 * looked at; the inventory is not touched. Sending the same id twice reads once; a sending that broke off starts afresh.
 * Refuses as the reading of tables does, with `import-rows` for too many, and `import-limit` for too many unfinished.
 */
export async function startImport({ actor, siteId, id, file }: StartImport): Promise<Result<{ id: string }>> {
  const read = await readInventorySheet(file)
  if (!read.ok) return read
  const described = await describeSheet(actor.organisationId, read.value)
  const storageKey = read.value.sheets.length > 1 ? `${newStorageKey()}-inventory.xlsx` : null
  // Before its row: a row never names a file that is not there.
  if (storageKey) await storeFile('documents', storageKey, file.bytes)
  const begun = await withTx(async (tx): Promise<Result<{ isNew: boolean }>> => {
    if (!(await ownsSite(tx, actor.organisationId, siteId))) return refused('not-found')
    const existing = await findImportRow(tx, id)
    if (existing && existing.organisationId !== actor.organisationId) return refused('conflict')
    if (existing && existing.rowCount > 0) return ok({ isNew: false })
    if (existing) await removeImport(tx, id)
    if ((await countOpenImports(tx, actor.organisationId)) >= MAX_OPEN_IMPORTS) {
      return refused('import-limit', { params: { max: MAX_OPEN_IMPORTS } })
    }
    await insertImport(tx, {
      ...{ id, siteId, organisationId: actor.organisationId, authorUserId: actor.userId },
      ...{ status: 'checking', fileName: tidyName(file.name), sha256: sha256(file.bytes), storageKey },
      ...{ ...described, rowCount: 0, createdAtMs: nowMs() },
    })
    return ok({ isNew: true })
  })
  if (storageKey && !(begun.ok && begun.value.isNew)) await removeFile('documents', storageKey)
  if (!begun.ok) return begun
  if (!begun.value.isNew) return ok({ id })
  const isStored = await storeRows({ id, organisationId: actor.organisationId, revision: 0 }, read.value, {})
  if (!isStored && storageKey) await removeFile('documents', storageKey)
  return isStored ? ok({ id }) : refused('edited-meanwhile')
}

/** Reads a sheet with the reasons of imports for what is refused. */
export async function readInventorySheet(file: TableFile, sheet?: string): Promise<Result<Table>> {
  const read = await readTable(file, { maxRows: MAX_IMPORT_ROWS, sheet, prefer: 'longest' })
  if (read.ok) return read
  const code = OWN_REASONS[read.error.code as keyof typeof OWN_REASONS]
  return code ? refused(code, { params: { max: MAX_IMPORT_ROWS } }) : read
}

const OWN_REASONS = {
  'table-rows': 'import-rows',
  'table-too-large': 'import-too-large',
  'table-columns': 'import-columns',
  'table-empty': 'import-empty',
  'table-type': 'import-type',
} as const

/** What is known of a sheet once it is read: heads, and what its columns are taken for. */
export async function describeSheet(organisationId: string, table: Table, headRow?: number | null) {
  const { rows, rowNumbers, sheet, sheets } = table
  const asked = headRow === undefined || headRow === null ? headRow : rowNumbers.indexOf(headRow)
  const { headIndex, mapping } = guessSheet(rows, asked === -1 ? undefined : asked)
  const heads = headIndex === null ? [] : headsOf(rows, headIndex)
  const chosen = heads.length > 0 ? await findMapping(organisationId, headsKeyOf(heads)) : null
  return {
    ...{ sheet, sheets, heads, mapping: chosen ?? storedMapping(mapping) },
    headRow: headIndex === null ? null : (rowNumbers[headIndex] ?? null),
  }
}

/** What sheets with the same heads have in common, however these are written. */
export function headsKeyOf(heads: readonly string[]): string {
  return sha256(heads.map(foldText).join('|'))
}

/** Rows of one transaction: some ten milliseconds. */
const ROWS_AT_ONCE = 500

type At = { id: string; organisationId: string; revision: number }

/**
 * Keeps the rows of a sheet, in many short transactions: `rowCount` says that all of them are there, with what else
 * changes then. False when something else changed the import meanwhile.
 */
export async function storeRows(
  at: At,
  table: Table,
  change: Parameters<typeof updateImport>[2],
): Promise<boolean> {
  const rows = table.rows.map((cells, index) => ({
    ...{ importId: at.id, row: table.rowNumbers[index] ?? index + 1, cells },
    ...{ corrections: {}, isSkipped: false },
  }))
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await withTx((tx) => insertRows(tx, rows.slice(start, start + ROWS_AT_ONCE)))
  }
  return withTx((tx) => updateImport(tx, { ...at, status: 'checking' }, { ...change, rowCount: rows.length }))
}

/** A file's name without what a page could not show. */
function tidyName(name: string): string {
  return (
    name
      .replace(/[\p{C}<>]/gu, '')
      .trim()
      .slice(0, 120) || 'inventaire'
  )
}
