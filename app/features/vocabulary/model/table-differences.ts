import { entryLine } from './entry-line'
import { keyOf, type VocabularyEntry } from './entries'

/** What a table changes of another: an entry that is new, gone, or says something else of a word that it keeps. */
export type TableDifference = {
  kind: 'added' | 'changed' | 'removed'
  /** What the new table says; null of one that is gone. */
  entry: VocabularyEntry | null
  /** What the former table says; null of a new one. */
  before: VocabularyEntry | null
}

/**
 * What comes of the former entries in a new table: those of the new one in its order, then those that are gone. An entry
 * is followed by its words: what shares one with a former entry changes it, each former entry once.
 */
export function tableDifferences(
  former: readonly VocabularyEntry[],
  next: readonly VocabularyEntry[],
): TableDifference[] {
  const same = new Map<string, number>()
  for (const entry of former) same.set(entryLine(entry), (same.get(entryLine(entry)) ?? 0) + 1)
  const fresh = next.filter((entry) => !take(same, entryLine(entry)))
  // Last first, so that of entries said twice the earlier ones are those that stay.
  const gone = [...former].reverse().filter((entry) => take(same, entryLine(entry)))
  const left = new Set(gone.reverse())
  const byWord = new Map<string, VocabularyEntry[]>()
  for (const entry of left)
    for (const word of entry.words) byWord.set(keyOf(word), [...(byWord.get(keyOf(word)) ?? []), entry])
  const changed = fresh.map((entry): TableDifference => {
    const before = entry.words
      .flatMap((word) => byWord.get(keyOf(word)) ?? [])
      .find((known) => left.delete(known))
    return before ? { kind: 'changed', entry, before } : { kind: 'added', entry, before: null }
  })
  return [
    ...changed,
    ...[...left].map((before): TableDifference => ({ kind: 'removed', entry: null, before })),
  ]
}

/** Takes one of a count; whether there was one. */
function take(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0
  if (count > 0) counts.set(key, count - 1)
  return count > 0
}
