/** The one source of «now». Tests replace it; nothing else reads the system clock. */
export type Clock = { now: () => number }

const system: Clock = { now: () => Date.now() }
let current: Clock = system

/** Milliseconds since the Unix epoch. */
export function nowMs(): number {
  return current.now()
}

/** Replaces the clock; call without argument to go back to the system's. */
export function setClock(clock: Clock = system): void {
  current = clock
}
