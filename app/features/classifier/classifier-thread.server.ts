import type { Worker } from 'node:worker_threads'
import type { Pixels } from '~/features/photos/model/pixels'
import { startThread } from '~/platform/threads.server'
import { readOwnModel } from './card.server'
import type { ModelSource } from './chosen/model-in-use.server'
import { ClassifierBusyError, ClassifierError, ModelFaultError } from './classifier-error'
import type { ModelCard } from './model/model-card'
import { noteRuntimeLoad } from './runtime-loads.server'
import type { ThreadAnswers, ThreadData, ThreadReply, ThreadRequest } from './thread'

/** One answer per photo. `ms` is the thread's own time; `card` describes the model that answered. */
export type Scored = ThreadAnswers & { card: ModelCard }
/** `heapMb`: JavaScript heap of the thread; the model's own memory is outside of it. */
export type ThreadLimits = { timeoutMs: number; heapMb: number }
type ClassifierLimits = ThreadLimits & { maxWaiting: number }

type Call = {
  settle: (reply: ThreadAnswers | ClassifierError) => void
  timer: NodeJS.Timeout
}

const LIMITS: ClassifierLimits = { maxWaiting: 16, timeoutMs: 60_000, heapMb: 256 }
const STOP_MS = 3000
/** A model of images and texts reads a large vocabulary, and all its sentences when it is first started. */
const LARGE_MODEL = { timeoutMs: 900_000, heapMb: 1024 } satisfies ThreadLimits

/** One model in one background thread, started by the first call and started anew after a crash. */
export class ClassifierThread {
  private worker: Worker | null = null
  private card: ModelCard | null = null
  private ready = false
  private lastId = 0
  private readonly calls = new Map<number, Call>()

  constructor(
    private readonly model: ModelSource,
    private readonly limits: ClassifierLimits = LIMITS,
    /** Cores that the model computes on. */
    private readonly cores = 1,
  ) {}

  /** Whether the model is loaded and has looked at a first picture, a blank one. */
  get isReady(): boolean {
    return this.ready
  }

  /** The running thread's number, or null when none is running. */
  get threadId(): number | null {
    return this.worker?.threadId ?? null
  }

  /** Starts the thread if there is none and waits until its model is loaded. Rejects with a `ClassifierError`. */
  async warm(): Promise<void> {
    await this.score([])
  }

  /** The label probabilities of each photo and, where the model gives one, its embedding. Rejects with a `ClassifierError`. */
  async score(pixels: readonly Pixels[]): Promise<Scored> {
    if (this.calls.size >= this.limits.maxWaiting) {
      throw new ClassifierBusyError(this.calls.size)
    }
    const { worker, card } = this.start()
    const id = ++this.lastId
    return new Promise((resolve, reject) => {
      const { timeoutMs } = this.ready ? this.limits : this.startLimits(card)
      const silence = `No answer within ${timeoutMs} ms`
      const timer = setTimeout(() => this.abandon(worker, this.crash(silence)), timeoutMs)
      const settle: Call['settle'] = (reply) => {
        if (reply instanceof ClassifierError) reject(reply)
        else {
          const { scores, embeddings, ms, cpuMs } = reply
          resolve({ scores, embeddings, ms, cpuMs, card })
        }
      }
      this.calls.set(id, { settle, timer })
      worker.ref()
      const request: ThreadRequest = { kind: 'classify', id, pixels: [...pixels] }
      worker.postMessage(request)
    })
  }

  /** Lets the calls under way end, then ends the thread. A later call would start another. */
  async stop(): Promise<void> {
    const worker = this.worker
    if (!worker) return
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    worker.ref()
    worker.postMessage({ kind: 'stop' } satisfies ThreadRequest)
    const timer = setTimeout(() => void worker.terminate(), STOP_MS)
    await ended
    clearTimeout(timer)
  }

  private start(): { worker: Worker; card: ModelCard } {
    if (this.worker && this.card) return { worker: this.worker, card: this.card }
    const { card, load } = typeof this.model === 'string' ? readOwnModel(this.model) : this.model()
    const data: ThreadData = { ...load, isRestart: noteRuntimeLoad(), cores: this.cores }
    const worker = startThread('classifier', data, { heapMb: this.startLimits(card).heapMb })
    worker.on('message', (reply: ThreadReply) => this.receive(worker, reply))
    worker.once('error', (error) => this.abandon(worker, this.crash(error.message)))
    worker.once('exit', (code) => {
      this.abandon(worker, this.crash(`The classifier's thread ended (code ${code})`))
    })
    this.worker = worker
    this.card = card
    return { worker, card }
  }

  private startLimits({ kind }: ModelCard): ThreadLimits {
    return kind === 'zero-shot' ? LARGE_MODEL : this.limits
  }

  private receive(worker: Worker, reply: ThreadReply): void {
    if (reply.kind === 'unloadable') {
      return this.abandon(
        worker,
        new ModelFaultError('unloadable', `The model does not load: ${reply.message}`),
      )
    }
    if (reply.kind === 'ready') {
      if (this.worker === worker) this.ready = true
      return
    }
    const call = this.calls.get(reply.id)
    if (!call) return
    clearTimeout(call.timer)
    this.calls.delete(reply.id)
    if (this.calls.size === 0) worker.unref()
    call.settle(reply.kind === 'scores' ? reply : new ClassifierError('failed', reply.message))
  }

  private crash(message: string): ClassifierError {
    return new ClassifierError('crashed', message, this.ready)
  }

  /** Ends a thread that failed and rejects every call that waits for it. */
  private abandon(worker: Worker, reason: ClassifierError): void {
    if (this.worker !== worker) return
    this.ready = false
    this.worker = null
    this.card = null
    void worker.terminate()
    const waiting = [...this.calls.values()]
    this.calls.clear()
    for (const { timer, settle } of waiting) {
      clearTimeout(timer)
      settle(reason)
    }
  }
}
