import os from 'node:os'

export type CpuTime = {
  /** Time that passed, ms. */
  ms: number
  /** Processor time, ms: at most this. */
  cpuMs: number
}

/**
 * Starts a clock of the processor time that a piece of work takes; the function returned reads it. Node 20 tells the
 * time of the whole process only, so that the figure is an upper bound: it counts what other work of the process took
 * meanwhile, and is never more than all of the machine's threads could have done.
 */
export function startCpuClock(): () => CpuTime {
  const startedAt = performance.now()
  const before = process.cpuUsage()
  return () => {
    const ms = performance.now() - startedAt
    const { user, system } = process.cpuUsage(before)
    return { ms, cpuMs: Math.min((user + system) / 1000, ms * os.availableParallelism()) }
  }
}
