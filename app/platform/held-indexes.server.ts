/** An index in memory as it is now: how many entries it holds, and the last change that it has followed. */
export type IndexState = { entries: number; seq: number }

type Known = {
  name: string
  /** The table whose numbers it follows. */
  follows: 'changes' | 'search_changes'
  /** Null before it is built. */
  state: () => IndexState | null
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
