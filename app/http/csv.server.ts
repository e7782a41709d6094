import { stringify } from 'csv-stringify/sync'

/** A column of an export: its heading and how a row fills it. Null becomes an empty cell. */
export type CsvColumn<Row> = { header: string; cell: (row: Row) => string | number | null }

/**
 * Rows as spreadsheet software of French desks opens them: UTF-8 with byte-order mark, semicolons, decimal commas.
 * Cells that a spreadsheet would run as a formula are made text (OWASP, CSV Injection, 2023).
 */
export function toCsv<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  return stringify(
    rows.map((row) => columns.map((column) => printed(column.cell(row)))),
    {
      header: true,
      columns: columns.map((column) => printed(column.header)),
      ...SHAPE,
      bom: true,
    },
  )
}

const SHAPE = { delimiter: ';', record_delimiter: 'windows' } as const

/** The same text page by page, for lists too long to be held at once. */
export async function* csvPages<Row>(
  columns: readonly CsvColumn<Row>[],
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string, void, undefined> {
  yield toCsv(columns, [])
  for await (const rows of pages) {
    yield stringify(
      rows.map((row) => columns.map((column) => printed(column.cell(row)))),
      SHAPE,
    )
  }
}

function printed(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value).replace('.', ',')
  return asText(value)
}

/** Control characters that have no place in a text; a spreadsheet may skip them and run what follows. */
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** A text that no spreadsheet runs as a formula; signs of full width are read as signs, too. */
export function asText(value: string): string {
  const seen = value.replace(UNSEEN, '')
  return /^[=+\-@\t\r\n＝＋－＠]/.test(seen) ? `'${seen}` : seen
}
