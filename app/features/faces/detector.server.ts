import type { Worker } from 'node:worker_threads'
import { noteRuntimeLoad } from '~/features/classifier/runtime-loads.server'
import type { Pixels } from '~/features/photos/model/pixels'
import { env } from '~/platform/env.server'
import { startThread } from '~/platform/threads.server'
import type { DetectorAnswer, DetectorData, DetectorReply, DetectorRequest } from './thread'

type Call = {
  resolve: (answer: DetectorAnswer) => void
  reject: (error: Error) => void
  timer: NodeJS.Timeout
}

/** JavaScript heap of the thread; the networks' own memory is outside of it. */
const HEAP_MB = 128
const TIMEOUT_MS = 60_000
const STOP_MS = 3000

/** The detector's networks in one background thread, started by the first call and anew after a failure. */
class Detector {
  private worker: Worker | null = null
  private lastId = 0
  private readonly calls = new Map<number, Call>()

  /** What the networks find in these pictures. Rejects when the thread ends, says nothing in time or has no networks. */
  find(pictures: { faces: Pixels[]; objects: Pixels[] }): Promise<DetectorAnswer> {
    const worker = (this.worker ??= this.start())
    const id = ++this.lastId
    const request: DetectorRequest = { kind: 'look', id, ...pictures }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.end(worker, 'The detector did not answer in time'), TIMEOUT_MS)
      this.calls.set(id, { resolve, reject, timer })
      worker.ref()
      worker.postMessage(request)
    })
  }

  /** Lets the calls under way end, then ends the thread: cut off, the runtime would take the process with it. */
  async stop(): Promise<void> {
    const worker = this.worker
    if (!worker) return
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    worker.ref()
    worker.postMessage({ kind: 'stop' } satisfies DetectorRequest)
    const timer = setTimeout(() => void worker.terminate(), STOP_MS)
    await ended
    clearTimeout(timer)
  }

  private start(): Worker {
    const data: DetectorData = { folder: env().detectorDir, isRestart: noteRuntimeLoad() }
    const worker = startThread('detector', data, { heapMb: HEAP_MB })
    worker.on('message', (reply: DetectorReply) => this.receive(worker, reply))
    worker.once('error', (error) => this.end(worker, error.message))
    worker.once('exit', (code) => this.end(worker, `The detector's thread ended (code ${code})`))
    return worker
  }

  private receive(worker: Worker, reply: DetectorReply): void {
    if (reply.kind === 'unloadable') return this.end(worker, `The detector does not load: ${reply.message}`)
    const call = this.calls.get(reply.id)
    if (!call) return
    clearTimeout(call.timer)
    this.calls.delete(reply.id)
    if (this.calls.size === 0) worker.unref()
    if (reply.kind === 'found') call.resolve(reply)
    else call.reject(new Error(reply.message))
  }

  /** Rejects every call that waits for a thread, which ends once it has done what it is at, and starts no other work. */
  private end(worker: Worker, reason: string): void {
    if (this.worker !== worker) return
    this.worker = null
    worker.postMessage({ kind: 'stop' } satisfies DetectorRequest)
    worker.unref()
    const waiting = [...this.calls.values()]
    this.calls.clear()
    for (const { timer, reject } of waiting) {
      clearTimeout(timer)
      reject(new Error(reason))
    }
  }
}

const detector = new Detector()

/** What the networks find in these pictures, by this process's one thread for it. Rejects when there is no answer. */
export function findPeople(pictures: { faces: Pixels[]; objects: Pixels[] }): Promise<DetectorAnswer> {
  return detector.find(pictures)
}

/** Ends the detector's thread. */
export function stopDetector(): Promise<void> {
  return detector.stop()
}
