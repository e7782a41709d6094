import type { ChildProcess } from 'node:child_process'
import type { Pixels } from '~/features/photos/model/pixels'
import { startThread } from '~/platform/threads.server'
import { missingModelMessage, readModelCard } from './card.server'
import { ClassifierBusyError, ClassifierError } from './classifier-error'
import type { ModelCard } from './model/model-card'
import type { LabelScores } from './model/suggest'
import type { ThreadData, ThreadReply, ThreadRequest } from './thread'

/** `ms` is the thread's own time; `card` describes the model that answered. */
export type Scored = { scores: LabelScores[]; ms: number; card: ModelCard }
export type ClassifierLimits = { maxWaiting: number; timeoutMs: number }

type Call = {
  settle: (reply: { scores: LabelScores[]; ms: number } | ClassifierError) => void
  timer: NodeJS.Timeout
}

const LIMITS: ClassifierLimits = { maxWaiting: 16, timeoutMs: 60_000 }
const STOP_MS = 3000

/** One model in one background thread, started by the first call and started anew after a crash. */
export class ClassifierThread {
  private child: ChildProcess | null = null
  private card: ModelCard | null = null
  private lastId = 0
  private readonly calls = new Map<number, Call>()

  constructor(
    private readonly modelDir: string,
    private readonly limits: ClassifierLimits = LIMITS,
  ) {}

  /** Process id of the thread, or null when none is running. */
  get pid(): number | null {
    return this.child?.pid ?? null
  }

  /** Starts the thread if there is none and waits until its model is loaded. Rejects with a `ClassifierError`. */
  async warm(): Promise<void> {
    await this.score([])
  }

  /** The label probabilities of each photo. Rejects with a `ClassifierError`. */
  async score(pixels: readonly Pixels[]): Promise<Scored> {
    if (this.calls.size >= this.limits.maxWaiting) {
      throw new ClassifierBusyError(this.calls.size)
    }
    const { child, card } = this.start()
    const id = ++this.lastId
    return new Promise((resolve, reject) => {
      const silent = new ClassifierError('crashed', `No answer within ${this.limits.timeoutMs} ms`)
      const timer = setTimeout(() => this.abandon(child, silent), this.limits.timeoutMs)
      const settle: Call['settle'] = (reply) => {
        if (reply instanceof ClassifierError) reject(reply)
        else resolve({ ...reply, card })
      }
      this.calls.set(id, { settle, timer })
      holdProcess(child)
      send(child, { kind: 'classify', id, pixels: [...pixels] })
    })
  }

  /** Lets the calls under way end, then ends the thread. A later call would start another. */
  async stop(): Promise<void> {
    const child = this.child
    if (!child) return
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    holdProcess(child)
    send(child, { kind: 'stop' })
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
    await ended
    clearTimeout(timer)
  }

  private start(): { child: ChildProcess; card: ModelCard } {
    if (this.child && this.card) return { child: this.child, card: this.card }
    const card = readModelCard(this.modelDir)
    if (!card) throw new ClassifierError('missing', missingModelMessage(this.modelDir))
    const data: ThreadData = { modelDir: this.modelDir, labelCount: card.labels.length }
    const child = startThread('classifier', data)
    child.on('message', (reply: ThreadReply) => this.receive(child, reply))
    child.once('error', (error) => this.abandon(child, new ClassifierError('crashed', error.message)))
    child.once('exit', (code, signal) => {
      this.abandon(
        child,
        new ClassifierError('crashed', `The classifier ended (${signal ?? `code ${code}`})`),
      )
    })
    this.child = child
    this.card = card
    return { child, card }
  }

  private receive(child: ChildProcess, reply: ThreadReply): void {
    if (reply.kind === 'unloadable') {
      this.abandon(child, new ClassifierError('failed', `The model does not load: ${reply.message}`))
      return
    }
    const call = this.calls.get(reply.id)
    if (!call) return
    clearTimeout(call.timer)
    this.calls.delete(reply.id)
    if (this.calls.size === 0) releaseProcess(child)
    call.settle(reply.kind === 'scores' ? reply : new ClassifierError('failed', reply.message))
  }

  /** Ends a thread that failed and rejects every call that waits for it. */
  private abandon(child: ChildProcess, reason: ClassifierError): void {
    if (this.child !== child) return
    this.child = null
    this.card = null
    child.kill('SIGKILL')
    const waiting = [...this.calls.values()]
    this.calls.clear()
    for (const { timer, settle } of waiting) {
      clearTimeout(timer)
      settle(reason)
    }
  }
}

function send(child: ChildProcess, request: ThreadRequest): void {
  // A channel that closed is followed by `exit`, which rejects the calls.
  if (child.connected) child.send(request, () => undefined)
}

/** Keeps this process alive while it waits for the thread… */
function holdProcess(child: ChildProcess): void {
  child.ref()
  child.channel?.ref()
}

/** …and lets it end when it does not. */
function releaseProcess(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}
