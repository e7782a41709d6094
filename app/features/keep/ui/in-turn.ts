let last: Promise<unknown> = Promise.resolve()

/** Runs work after all that was asked before it, whether that succeeded or not. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work, work)
  last = turn.catch(() => undefined)
  return turn
}
