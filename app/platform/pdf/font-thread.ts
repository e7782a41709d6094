import { parentPort } from 'node:worker_threads'
import { FACES, makeFace } from './make-fonts'

/** Makes every face once, and ends. */
parentPort?.postMessage(Object.fromEntries(FACES.map((face) => [face, makeFace(face)])))
