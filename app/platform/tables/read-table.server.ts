import { refused, type Result } from '~/core/result'
import { runInThread } from '~/platform/threads.server'
import { isWorkbook, parseTable } from './parse-table'
import { MAX_TABLE_BYTES, type Table, type TableFile, type TableOptions } from './table'
import type { TableTask } from './thread'

/** Text up to this size is read in some ten milliseconds; a workbook of 2,000 lines takes a hundred and more. */
const READ_HERE_BYTES = 256 * 1024
/** A thread that takes longer, or more memory, reads no bill of quantities. */
const TIMEOUT_MS = 15_000
const HEAP_MB = 384
const MOST_AT_ONCE = 2
const MOST_WAITING = 8

let reading = 0
const waiting: (() => void)[] = []

/**
 * Reads a CSV or XLSX file into rows of texts, large ones in a thread of their own, two at once in this process.
 * Refuses as `parseTable` does; one that breaks its thread or takes too long is `table-unreadable`, and `busy` says
 * that too many wait already.
 */
export async function readTable(file: TableFile, options: TableOptions): Promise<Result<Table>> {
  if (file.bytes.length > MAX_TABLE_BYTES) return refused('table-too-large')
  if (!isWorkbook(file.bytes) && file.bytes.length <= READ_HERE_BYTES) return parseTable(file, options)
  if (waiting.length >= MOST_WAITING) return refused('busy')
  if (reading >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else reading += 1
  try {
    return await readInThread({ file, options })
  } finally {
    const next = waiting.shift()
    if (next) next()
    else reading -= 1
  }
}

async function readInThread(task: TableTask): Promise<Result<Table>> {
  try {
    return await runInThread<Result<Table>>('tables', task, { timeoutMs: TIMEOUT_MS, heapMb: HEAP_MB })
  } catch {
    return refused('table-unreadable')
  }
}
