import { readCsv } from '~/platform/tables/read-csv'
import { entriesOfRows, type TableRead } from './model/change-vocabulary'

/** A table of words from a CSV file, as the export writes it; a file that is no text holds no entry. */
export function readVocabularyFile(bytes: Uint8Array): TableRead {
  const rows = readCsv(bytes)
  return rows.ok ? entriesOfRows(rows.value) : { ok: false, fault: 'empty', row: null }
}
