import { parentPort, workerData } from 'node:worker_threads'
import { giveWay } from '../give-way'
import { parseTable } from './parse-table'
import type { TableFile, TableOptions } from './table'

/** What the thread is started with; it answers once, and ends. */
export type TableTask = { file: TableFile; options: TableOptions }

async function run(): Promise<void> {
  giveWay()
  const { file, options } = workerData as TableTask
  parentPort?.postMessage(await parseTable(file, options))
}

void run()
