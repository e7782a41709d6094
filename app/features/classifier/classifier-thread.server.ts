import type { Pixels } from '~/features/photos/model/pixels'
import { AskedThread, type ThreadFault } from '~/platform/asked-thread.server'
import { startThread } from '~/platform/threads.server'
import { readOwnModel } from './card.server'
import type { ModelSource } from './chosen/model-in-use.server'
import { ClassifierBusyError, ClassifierError, ModelFaultError } from './classifier-error'
import type { ModelCard } from './model/model-card'
import { noteRuntimeLoad } from './runtime-loads.server'
import type { ThreadAnswers, ThreadData, ThreadQuestion } from './thread'

/** One answer per photo. `ms` is the thread's own time; `card` describes the model that answered. */
export type Scored = ThreadAnswers & { card: ModelCard }
/** `heapMb`: JavaScript heap of the thread; the model's own memory is outside of it. */
export type ThreadLimits = { timeoutMs: number; heapMb: number }
type ClassifierLimits = ThreadLimits & { maxWaiting: number }

const LIMITS: ClassifierLimits = { maxWaiting: 16, timeoutMs: 60_000, heapMb: 256 }
/** A model of images and texts reads a large vocabulary, and all its sentences when it is first started. */
const LARGE_MODEL = { timeoutMs: 900_000, heapMb: 1024 } satisfies ThreadLimits

/** One model in one background thread, started by the first call and started anew after a crash. */
export class ClassifierThread {
  /** Of the thread that runs, or that ran last. */
  private card: ModelCard | null = null
  private readonly thread: AskedThread<ThreadQuestion, ThreadAnswers>

  constructor(
    private readonly model: ModelSource,
    private readonly limits: ClassifierLimits = LIMITS,
    /** Cores that the model computes on. */
    private readonly cores = 1,
  ) {
    this.thread = new AskedThread({
      start: () => this.start(),
      mayBeCutOff: false,
      errorOf,
    })
  }

  /** Whether the model is loaded and has looked at a first picture, a blank one. */
  get isReady(): boolean {
    return this.thread.isReady
  }

  /** The running thread's number, or null when none is running. */
  get threadId(): number | null {
    return this.thread.threadId
  }

  /** Starts the thread if there is none and waits until its model is loaded. Rejects with a `ClassifierError`. */
  async warm(): Promise<void> {
    await this.score([])
  }

  /** The label probabilities of each photo and, where the model gives one, its embedding. Rejects with a `ClassifierError`. */
  async score(pixels: readonly Pixels[]): Promise<Scored> {
    if (this.thread.waiting >= this.limits.maxWaiting) throw new ClassifierBusyError(this.thread.waiting)
    let card: ModelCard | null = null
    const answers = await this.thread.ask({ pixels: [...pixels] }, () => {
      card = this.card
      return (this.isReady ? this.limits : this.startLimits()).timeoutMs
    })
    if (!card) throw new Error('A classifier without a model answered')
    return { ...answers, card }
  }

  /** Lets the calls under way end, then ends the thread. A later call would start another. */
  async stop(): Promise<void> {
    await this.thread.stop()
  }

  private start() {
    const { card, load } = typeof this.model === 'string' ? readOwnModel(this.model) : this.model()
    const data: ThreadData = { ...load, isRestart: noteRuntimeLoad(), cores: this.cores }
    this.card = card
    return startThread('classifier', data, { heapMb: this.startLimits().heapMb })
  }

  private startLimits(): ThreadLimits {
    return this.card?.kind === 'zero-shot' ? LARGE_MODEL : this.limits
  }
}

function errorOf({ kind, message, wasReady }: ThreadFault): ClassifierError {
  if (kind === 'unloadable') return new ModelFaultError('unloadable', `The model does not load: ${message}`)
  if (kind === 'failed') return new ClassifierError('failed', message)
  return new ClassifierError('crashed', message, wasReady)
}
