import { parentPort, workerData } from 'node:worker_threads'
import { giveWay } from '~/platform/give-way'
import { runCoverTask, type CoverTask } from './cover-task'

giveWay()
parentPort?.postMessage(runCoverTask(workerData as CoverTask))
