import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { readStoredFile } from '~/platform/storage.server'
import type { Table } from '~/platform/tables/table'
import { withTx } from '~/platform/transaction.server'
import { storedMapping, type ImportMapping } from '../model/fields'
import { findImport, listRows, type ImportView } from '../queries.server'
import { removeRows, updateImport, writeMapping } from '../repo.server'
import { describeSheet, headsKeyOf, readInventorySheet, storeRows } from './start-import.server'

type OfImport = { actor: Actor; importId: string }

/** Says which column is which, for this import and the organisation's next ones with the same heads. */
export async function chooseColumns(input: OfImport & { mapping: ImportMapping }): Promise<Result<null>> {
  const { actor, mapping } = input
  const view = await findChecking(input)
  if (!view) return refused('not-found')
  if (mapping.columns.product === undefined) return refused('import-no-product', { field: 'product' })
  const stored = storedMapping(mapping)
  return withTx(async (tx) => {
    if (!(await updateImport(tx, { ...view, status: 'checking' }, { mapping: stored })))
      return refused('edited-meanwhile')
    if (view.heads.length > 0) {
      const key = { organisationId: actor.organisationId, headsKey: headsKeyOf(view.heads) }
      await writeMapping(tx, { ...key, mapping: stored, updatedAtMs: nowMs() })
    }
    return ok(null)
  })
}

/** Says which row holds the heads (null: none); the columns are guessed again from there. */
export async function chooseHeads(input: OfImport & { headRow: number | null }): Promise<Result<null>> {
  const view = await findChecking(input)
  if (!view) return refused('not-found')
  const rows = await listRows(view.id)
  if (input.headRow !== null && !rows.some(({ row }) => row === input.headRow)) {
    return refused('invalid', { field: 'headRow' })
  }
  const table: Table = {
    rows: rows.map(({ cells }) => [...cells]),
    rowNumbers: rows.map(({ row }) => row),
    ...{ sheet: view.sheet, sheets: view.sheets },
  }
  const { heads, mapping, headRow } = await describeSheet(input.actor.organisationId, table, input.headRow)
  return withTx(async (tx) =>
    (await updateImport(tx, { ...view, status: 'checking' }, { heads, mapping, headRow }))
      ? ok(null)
      : refused('edited-meanwhile'),
  )
}

/** Reads another sheet of the workbook in place of the one that was read; corrections go with the rows that they were of. */
export async function chooseSheet(input: OfImport & { sheet: string }): Promise<Result<null>> {
  const view = await findChecking(input)
  if (!view) return refused('not-found')
  if (!view.storageKey || !view.sheets.includes(input.sheet)) return refused('invalid', { field: 'sheet' })
  const bytes = await readStoredFile('documents', view.storageKey, view.sha256)
  if (!bytes) return refused('invalid', { field: 'sheet' })
  const read = await readInventorySheet({ bytes, name: view.fileName }, input.sheet)
  if (!read.ok) return refused(read.error.code, { ...read.error, field: 'sheet' })
  const described = await describeSheet(input.actor.organisationId, read.value)
  const revision = view.revision + 1
  const isEmptied = await withTx(async (tx) => {
    const isOurs = await updateImport(tx, { ...view, status: 'checking' }, { ...described, rowCount: 0 })
    if (isOurs) await removeRows(tx, view.id)
    return isOurs
  })
  if (!isEmptied) return refused('edited-meanwhile')
  const at = { id: view.id, organisationId: view.organisationId, revision }
  return (await storeRows(at, read.value, {})) ? ok(null) : refused('edited-meanwhile')
}

async function findChecking({ actor, importId }: OfImport): Promise<ImportView | null> {
  const view = await findImport(actor.organisationId, importId)
  return view?.status === 'checking' && view.rowCount > 0 ? view : null
}
