import type { Pixels } from '~/features/photos/model/pixels'
import type { ModelSource } from './chosen/model-in-use.server'
import { ClassifierBusyError, ClassifierError } from './classifier-error'
import { ClassifierThread, type Scored, type ThreadLimits } from './classifier-thread.server'
import type { ThreadPlan } from './model/thread-plan'
import { TurnQueue, type Place } from './model/turn-queue'

/** Who asks: see `TurnQueue`. A caller that has gone (`signal`) gives up its place. */
export type Asking = Partial<Place> & { signal?: AbortSignal }
/** `maxWaiting`: calls of one urgency that may wait; `maxWaitingOfKey`: those of one key among them. */
export type PoolLimits = ThreadLimits & { maxWaiting: number; maxWaitingOfKey: number }

type Call = {
  pixels: readonly Pixels[]
  place: Place
  /** How often a thread ended while it looked at these photos. */
  crashes: number
  resolve: (scored: Scored) => void
  reject: (error: unknown) => void
}

const LIMITS: PoolLimits = { maxWaiting: 16, maxWaitingOfKey: 8, timeoutMs: 60_000, heapMb: 256 }
/** Threads that photos may cost before they are held to be the cause. */
const MAX_CRASHES = 2

/**
 * A fixed number of classifier threads and one queue before them. A thread looks at one call at a time, so its crash
 * concerns that call only: it goes once to another thread, and is refused when that one ends too.
 */
export class ClassifierPool {
  private readonly threads: readonly ClassifierThread[]
  private readonly queue = new TurnQueue<Call>()
  private readonly atWork = new Set<ClassifierThread>()
  private readonly open = new Set<Promise<Scored>>()

  constructor(
    model: ModelSource,
    { threads, coresEach }: ThreadPlan,
    private readonly limits: PoolLimits = LIMITS,
  ) {
    this.threads = Array.from({ length: threads }, () => new ClassifierThread(model, limits, coresEach))
  }

  /** Starts every thread and waits until its model is loaded. Rejects with a `ClassifierError`. */
  async warm(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.warm()))
  }

  /** Whether a caller would be let in now, so that nothing is decoded for one who would not. */
  hasRoom(asking: Asking = {}): boolean {
    const { urgency, key } = placeOf(asking)
    const { maxWaiting, maxWaitingOfKey } = this.limits
    return this.queue.count(urgency) < maxWaiting && this.queue.count(urgency, key) < maxWaitingOfKey
  }

  /**
   * What the model says of each photo. Rejects with a `ClassifierError` (`busy` when too many wait, `poison` when these
   * photos have ended two threads), or with the reason of the signal.
   */
  async score(pixels: readonly Pixels[], asking: Asking = {}): Promise<Scored> {
    const place = placeOf(asking)
    asking.signal?.throwIfAborted()
    if (!this.hasRoom(place)) throw new ClassifierBusyError(this.queue.count(place.urgency))
    const answer = this.ask(pixels, place, asking.signal)
    this.open.add(answer)
    return answer.finally(() => this.open.delete(answer))
  }

  /** Lets every call end, then ends the threads. A later call would start one. */
  async stop(): Promise<void> {
    while (this.open.size > 0) await Promise.allSettled(this.open)
    await Promise.all(this.threads.map((thread) => thread.stop()))
  }

  private ask(pixels: readonly Pixels[], place: Place, signal?: AbortSignal): Promise<Scored> {
    return new Promise((resolve, reject) => {
      const call: Call = { pixels, place, crashes: 0, resolve: done(resolve), reject: done(reject) }
      const leave = () => {
        if (this.queue.remove(call)) call.reject(signal?.reason)
      }
      function done<Value>(settle: (value: Value) => void): (value: Value) => void {
        return (value) => {
          signal?.removeEventListener('abort', leave)
          settle(value)
        }
      }
      signal?.addEventListener('abort', leave)
      this.queue.push(call, place)
      this.dispatch()
    })
  }

  private dispatch(): void {
    for (let thread = this.freeThread(); thread; thread = this.freeThread()) {
      const call = this.queue.take()
      if (!call) return
      void this.run(thread, call)
    }
  }

  /** A thread that does nothing; one whose model is loaded, if there is. */
  private freeThread(): ClassifierThread | undefined {
    const free = this.threads.filter((thread) => !this.atWork.has(thread))
    return free.find((thread) => thread.isReady) ?? free[0]
  }

  private async run(thread: ClassifierThread, call: Call): Promise<void> {
    this.atWork.add(thread)
    try {
      // Photos that reach a thread before it is ready could end it without being found out.
      if (!thread.isReady) await thread.warm()
      call.resolve(await thread.score(call.pixels))
    } catch (error) {
      this.afterFault(call, error)
    } finally {
      this.atWork.delete(thread)
      this.dispatch()
    }
  }

  private afterFault(call: Call, error: unknown): void {
    // A thread that ended before it was ready says nothing about the photos.
    if (!(error instanceof ClassifierError) || !error.wasLooking) return call.reject(error)
    call.crashes += 1
    if (call.crashes < MAX_CRASHES) this.queue.putBack(call, call.place)
    else
      call.reject(
        new ClassifierError('poison', `These photos ended ${MAX_CRASHES} threads: ${error.message}`),
      )
  }
}

function placeOf({ urgency = 0, key = '' }: Asking): Place {
  return { urgency, key }
}
