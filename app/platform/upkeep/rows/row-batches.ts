import type { CopiedTable } from './copied-tables'
import type { CopiedRow } from './row-digest'

export const ROWS_AT_ONCE = 1000

/** The rows of a table in the order of its key, some at a time. */
export type RowBatches = AsyncIterable<readonly CopiedRow[]>

/** Reads the rows of tables, one table after the other. */
export type ReadRows = (table: CopiedTable) => RowBatches
