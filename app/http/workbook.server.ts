import { streamWorkbook } from '~/platform/tables/stream-workbook.server'
import type { CsvColumn } from './csv.server'

/** The columns of an export as a workbook, made as its rows are read. */
export function workbookOf<Row>(
  sheetName: string,
  columns: readonly CsvColumn<Row>[],
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Uint8Array, void, undefined> {
  async function* cells() {
    for await (const rows of pages) yield rows.map((row) => columns.map(({ cell }) => cell(row)))
  }
  return streamWorkbook(
    sheetName,
    columns.map(({ header }) => header),
    cells(),
  )
}
