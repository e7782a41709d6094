import { refused, type Result } from '~/core/result'
import { readTable } from '~/platform/tables/read-table.server'
import type { Table, TableFile } from '~/platform/tables/table'
import { MAX_ROWS, type BillDraft } from '../model/bill'
import { guessColumns } from '../model/guess-columns'

/** A bill to be put right, with the sheets that its file has. */
export type ReadBill = { draft: BillDraft; sheet: string | null; sheets: string[] }

/** Reads a file into a bill whose columns are guessed; nothing is kept. Refuses as the reading of tables does. */
export async function readBillFile(file: TableFile, sheet?: string): Promise<Result<ReadBill>> {
  const read = await readTable(file, { maxRows: MAX_ROWS, sheet })
  return read.ok ? { ok: true, value: billOf(read.value) } : read
}

/** The same of a text that was pasted, as a spreadsheet copies it. */
export async function readPastedBill(text: string): Promise<Result<ReadBill>> {
  if (text.trim() === '') return refused('table-empty')
  return readBillFile({ bytes: new TextEncoder().encode(text), name: 'metre.csv' })
}

function billOf({ rows, rowNumbers, sheet, sheets }: Table): ReadBill {
  return { draft: { rows, rowNumbers, columns: guessColumns(rows), fixes: {} }, sheet, sheets }
}
