import { AsyncLocalStorage } from 'node:async_hooks'

/** On whose behalf the process works: the request that a person made, and the job that it led to. */
export type Trace = {
  /** The id that the request's page shows when it fails. */
  requestId?: string
  jobId?: string
  /** Of the job. */
  kind?: string
}

const store = new AsyncLocalStorage<Trace>()

/** Runs `work`, and all that it awaits, under a trace: its lines in the log carry it, and so do the jobs it asks for. */
export function traced<T>(trace: Trace, work: () => T): T {
  return store.run(trace, work)
}

/** Under what the current work runs; empty outside requests and jobs. */
export function currentTrace(): Trace {
  return store.getStore() ?? {}
}
