import type { CopiedTable } from '../rows/copied-tables'
import type { ReadRows } from '../rows/row-batches'

/** A database that is read for a copy: all of it as it was at one moment. */
export type CopySource = {
  /** Its address, without a password. */
  name: string
  /** The rows of a table in the order of its key. */
  read: ReadRows
  /** How many rows each of its tables has. */
  counts: () => Promise<readonly { table: string; rows: number }[]>
  /** The last number that each numbered table gave. */
  numbers: () => Promise<ReadonlyMap<string, number>>
  /** Whether somebody has written to it since it was opened. */
  wasWritten: () => Promise<boolean>
  close: () => Promise<void>
}

/** A database that is filled. Nothing starts on it before `finish`. */
export type CopyTarget = {
  name: string
  /** Its rows as they are now, in the order of the table's key. */
  read: ReadRows
  /** Removes every row of these tables, in one transaction. */
  empty: (tables: readonly CopiedTable[]) => Promise<void>
  /** Puts the rows of a group in, all or none. */
  fill: (group: readonly CopiedTable[], rowsOf: ReadRows) => Promise<void>
  /** Checks what it holds, gives it its numbers and its triggers, and lets a server start on it. @throws Error when it does not hold together */
  finish: (numbers: ReadonlyMap<string, number>) => Promise<void>
  /** Leaves it for another run. */
  close: () => Promise<void>
}
