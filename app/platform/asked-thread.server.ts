import type { Worker } from 'node:worker_threads'
import type { ThreadReply, ThreadRequest } from './answering-thread'

/**
 * Why a thread gave no answer: it could not begin (`unloadable`), said that it could not answer (`failed`), or ended or
 * stayed silent (`ended`).
 */
export type ThreadFault = { kind: 'unloadable' | 'failed' | 'ended'; message: string; wasReady: boolean }

/** What differs between threads that are asked. */
export type AskedThreadParts = {
  /** Starts the thread; called by the first question, and anew after one that failed. */
  start: () => Worker
  /** False for what computes in native code: cut off there, its runtime would take the process with it. */
  mayBeCutOff: boolean
  errorOf: (fault: ThreadFault) => Error
}

type Call<Answer> = {
  resolve: (answer: Answer) => void
  reject: (error: Error) => void
  timer: NodeJS.Timeout
}

const STOP_MS = 3000

/**
 * One background thread that answers questions in their order (`answerInThread` on its side), started when it is asked
 * first and started anew after a failure, which every question under way learns of. It keeps the process alive only
 * while it is asked.
 */
export class AskedThread<Question extends object, Answer extends object> {
  private worker: Worker | null = null
  private ready = false
  private lastId = 0
  private readonly calls = new Map<number, Call<Answer>>()

  constructor(private readonly parts: AskedThreadParts) {}

  /** Whether the thread runs and has said that it can answer. */
  get isReady(): boolean {
    return this.ready
  }

  /** The running thread's number, or null when none is running. */
  get threadId(): number | null {
    return this.worker?.threadId ?? null
  }

  /** How many questions wait for their answer. */
  get waiting(): number {
    return this.calls.size
  }

  /**
   * The thread's answer. Rejects with an error of `errorOf`, or with what starting it threw.
   * @param timeoutOf asked once the thread runs; past so many milliseconds it is given up
   */
  async ask(question: Question, timeoutOf: () => number): Promise<Answer> {
    const worker = (this.worker ??= this.start())
    const id = ++this.lastId
    return new Promise((resolve, reject) => {
      const timeoutMs = timeoutOf()
      const silence = () => this.giveUp(worker, 'ended', `No answer within ${timeoutMs} ms`)
      this.calls.set(id, { resolve, reject, timer: setTimeout(silence, timeoutMs) })
      worker.ref()
      worker.postMessage({ kind: 'ask', id, question } satisfies ThreadRequest<Question>)
    })
  }

  /**
   * Lets the questions under way be answered, then ends the thread; what may be cut off is, when that takes long. A later
   * question would start another.
   */
  async stop(): Promise<void> {
    const worker = this.worker
    if (!worker) return
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    worker.ref()
    worker.postMessage({ kind: 'stop' } satisfies ThreadRequest<Question>)
    const cutOff = () => this.parts.mayBeCutOff && void worker.terminate()
    const timer = setTimeout(cutOff, STOP_MS)
    await ended
    clearTimeout(timer)
  }

  private start(): Worker {
    const worker = this.parts.start()
    worker.on('message', (reply: ThreadReply<Answer>) => this.receive(worker, reply))
    worker.once('error', (error) => this.giveUp(worker, 'ended', error.message))
    worker.once('exit', (code) => this.giveUp(worker, 'ended', `The thread ended (code ${code})`))
    return worker
  }

  private receive(worker: Worker, reply: ThreadReply<Answer>): void {
    if (reply.kind === 'unloadable') return this.giveUp(worker, 'unloadable', reply.message)
    if (reply.kind === 'ready') {
      if (this.worker === worker) this.ready = true
      return
    }
    const call = this.calls.get(reply.id)
    if (!call) return
    clearTimeout(call.timer)
    this.calls.delete(reply.id)
    if (this.calls.size === 0) worker.unref()
    if (reply.kind === 'answer') call.resolve(reply.answer)
    else call.reject(this.parts.errorOf({ kind: 'failed', message: reply.message, wasReady: this.ready }))
  }

  private giveUp(worker: Worker, kind: ThreadFault['kind'], message: string): void {
    if (this.worker !== worker) return
    const error = this.parts.errorOf({ kind, message, wasReady: this.ready })
    this.worker = null
    this.ready = false
    if (this.parts.mayBeCutOff) void worker.terminate()
    else letEnd(worker)
    const waiting = [...this.calls.values()]
    this.calls.clear()
    for (const { timer, reject } of waiting) {
      clearTimeout(timer)
      reject(error)
    }
  }
}

/** Asks a thread to end once it has done what it is at, and waits for it no longer. */
function letEnd(worker: Worker): void {
  worker.postMessage({ kind: 'stop' })
  worker.unref()
}
