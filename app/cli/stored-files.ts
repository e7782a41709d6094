import { z } from 'zod'
import { storedEndings } from '~/features/photos/model/limits'
import type { RowFile, RowFiles } from '~/platform/upkeep/row-files.server'

/** Which rows name which files of the data folder. A table with a `storage_key` has its line here. */
export const ROW_FILES: readonly RowFiles[] = [
  {
    store: 'photos',
    table: 'photos',
    columns: ['storage_key', 'has_avif', 'files_sha256'],
    filesOf: photoFiles,
  },
  document('lot_attachments'),
  document('programme_materials'),
  // These are re-encoded: their `sha256` is that of what was sent.
  document('handover_files', 'file_sha256'),
  document('handover_paper_files'),
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

/** SHA-256 of the files of a photo by how their names end, as its row keeps them. */
const hashes = z.record(z.string(), z.string())

function photoFiles({ storage_key, has_avif, files_sha256 }: Record<string, unknown>): RowFile[] {
  const noted = typeof files_sha256 === 'string' ? hashes.parse(JSON.parse(files_sha256)) : {}
  return storedEndings(has_avif === 1).map((ending) => ({
    key: `${String(storage_key)}-${ending}`,
    sha256: noted[ending],
  }))
}

function document(table: string, column = 'sha256'): RowFiles {
  return {
    ...{ store: 'documents', table, columns: ['storage_key', column] },
    filesOf: ({ storage_key, [column]: hash }) => [
      { key: String(storage_key), sha256: typeof hash === 'string' ? hash : undefined },
    ],
  }
}
