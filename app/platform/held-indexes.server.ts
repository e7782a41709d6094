/** An index in memory as it is now: how many entries it holds, and the last change that it has followed. */
export type IndexState = {
  entries: number
  seq: number
  /** What its numbers take in memory, without the objects beside them; absent where it holds none apart. */
  bytes?: number
}

type Known = {
  name: string
  /** The table whose numbers it follows. */
  follows: 'changes' | 'search_changes'
  /** Null before it is built. */
  state: () => IndexState | null
  /** It is built when somebody first needs it, not at the start: that it is not there is no sign of anything. */
  isBuiltOnDemand?: true
}

const known = new Map<string, Known>()

/** Makes an index in memory known to whoever watches the process. */
export function makeKnown(index: Known): void {
  known.set(index.name, index)
}

/** Every index in memory of this process. */
export function knownIndexes(): Known[] {
  return [...known.values()]
}
