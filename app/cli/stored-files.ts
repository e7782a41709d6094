import { RENDITION_WIDTHS, renditionKey } from '~/features/photos/model/limits'
import type { RowFiles } from '~/platform/upkeep/row-files.server'

/** Which rows name which files of the data folder. A table with a `storage_key` has its line here. */
export const ROW_FILES: readonly RowFiles[] = [
  {
    store: 'photos',
    table: 'photos',
    columns: ['storage_key', 'has_avif'],
    filesOf: (row) => photoKeys(String(row.storage_key), row.has_avif === 1).map((key) => ({ key })),
  },
  document('lot_attachments', true),
  document('programme_materials', true),
  // Pictures are re-encoded: what their row holds is the hash of what was sent.
  document('handover_files', false),
  document('handover_paper_files', true),
  {
    store: 'documents',
    table: 'imports',
    columns: ['storage_key', 'sha256', 'status'],
    // The workbook is kept for as long as its sheets may be asked for, the row for good.
    filesOf: ({ storage_key, sha256, status }) => [
      {
        key: String(storage_key),
        sha256: String(sha256),
        isOptional: status === 'done' || status === 'undone',
      },
    ],
  },
]

function photoKeys(storageKey: string, hasAvif: boolean): string[] {
  return [
    ...RENDITION_WIDTHS.map((width) => renditionKey(storageKey, width)),
    renditionKey(storageKey, 960, 'jpg'),
    ...(hasAvif ? RENDITION_WIDTHS.map((width) => renditionKey(storageKey, width, 'avif')) : []),
  ]
}

function document(table: string, isHashed: boolean): RowFiles {
  return {
    ...{ store: 'documents', table, columns: ['storage_key', 'sha256'] },
    filesOf: (row) => [{ key: String(row.storage_key), ...(isHashed && { sha256: String(row.sha256) }) }],
  }
}
