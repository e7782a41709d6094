import { noteRuntimeLoad } from '~/features/classifier/runtime-loads.server'
import type { Pixels } from '~/features/photos/model/pixels'
import { AskedThread, type ThreadFault } from '~/platform/asked-thread.server'
import { env } from '~/platform/env.server'
import { startThread } from '~/platform/threads.server'
import type { DetectorAnswer, DetectorData, DetectorQuestion } from './thread'

/** JavaScript heap of the thread; the networks' own memory is outside of it. */
const HEAP_MB = 128
const TIMEOUT_MS = 60_000

const SAID = {
  unloadable: 'The detector does not load',
  failed: 'The detector refused the pictures',
  ended: 'The detector gave no answer',
} as const satisfies Record<ThreadFault['kind'], string>

const detector = new AskedThread<DetectorQuestion, DetectorAnswer>({
  start: () => {
    const data: DetectorData = { folder: env().detectorDir, isRestart: noteRuntimeLoad() }
    return startThread('detector', data, { heapMb: HEAP_MB })
  },
  mayBeCutOff: false,
  errorOf: ({ kind, message }) => new Error(`${SAID[kind]}: ${message}`),
})

/** What the networks find in these pictures, by this process's one thread for it. Rejects when there is no answer. */
export function findPeople(pictures: { faces: Pixels[]; objects: Pixels[] }): Promise<DetectorAnswer> {
  return detector.ask(pictures, () => TIMEOUT_MS)
}

/** Ends the detector's thread. */
export function stopDetector(): Promise<void> {
  return detector.stop()
}
