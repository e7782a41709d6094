import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type { importRows, imports } from '~db/sqlite/imports'

export type ImportRow = typeof imports.$inferSelect
export type ImportedRow = typeof importRows.$inferSelect

/** An import to a site that is being looked at, of a sheet without rows. */
export function makeImport(
  overrides: Partial<ImportRow> & Pick<ImportRow, 'organisationId' | 'siteId' | 'authorUserId'>,
): ImportRow {
  return {
    id: newId(),
    status: 'checking',
    fileName: 'diagnostic-pemd.csv',
    sha256: '',
    storageKey: null,
    sheet: null,
    sheets: [],
    headRow: null,
    revision: 0,
    heads: [],
    mapping: {},
    materials: {},
    withDrafts: false,
    choices: null,
    rowCount: 0,
    doneCount: 0,
    failure: null,
    createdAtMs: nowMs(),
    finishedAtMs: null,
    undoneAtMs: null,
    ...overrides,
  }
}

export function makeImportedRow(
  overrides: Partial<ImportedRow> & Pick<ImportedRow, 'importId' | 'row' | 'cells'>,
): ImportedRow {
  return { corrections: {}, isSkipped: false, ...overrides }
}
