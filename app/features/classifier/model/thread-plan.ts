/** How many threads classify, and how many cores each may use. */
export type ThreadPlan = { threads: number; coresEach: number }

/** Threads when the operator names no number: more of them gain little before decoding photos takes the other cores. */
const MOST_UNASKED = 4

/**
 * Shares a machine's cores: one stays for answering people where there are two or more, unless the operator asks for
 * all. Threads times cores each never exceeds the cores.
 */
export function planThreads(cores: number, asked: number | null): ThreadPlan {
  const threads = Math.max(1, Math.min(cores, asked ?? Math.min(cores - 1, MOST_UNASKED)))
  const spared = asked === null && cores > 1 ? cores - 1 : cores
  return { threads, coresEach: Math.max(1, Math.floor(spared / threads)) }
}
