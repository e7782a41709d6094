import { parentPort, workerData } from 'node:worker_threads'
import { runCoverTask, type CoverTask } from './cover-task'

parentPort?.postMessage(runCoverTask(workerData as CoverTask))
