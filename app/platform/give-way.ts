import os from 'node:os'

/** Of 19; a thread that gives way so gets about a tenth of a core that the thread answering requests wants whole. */
const NICENESS = 10

/**
 * Lets the threads that answer requests go before the calling one wherever both want the same core. On Linux the priority
 * is the thread's own; elsewhere it would be the whole process's, and nothing is changed, nor where a sandbox forbids it.
 */
export function giveWay(): void {
  if (os.platform() !== 'linux') return
  try {
    if (os.getPriority() < NICENESS) os.setPriority(NICENESS)
  } catch {
    // Forbidden here: the work goes on at the usual priority.
  }
}
