import { checkEntry, readWordList } from './entry-line'
import { MOST_ENTRIES, type VocabularyEntry } from './entries'

/** One act on the table: an entry set (at its place, or added when it has none) or removed. */
export type EntryChange =
  { kind: 'set'; at: number | null; entry: VocabularyEntry } | { kind: 'removed'; at: number }

/** The entries after an act; null when its place does not exist. New entries come first, where they are seen. */
export function changedEntries(
  entries: readonly VocabularyEntry[],
  change: EntryChange,
): VocabularyEntry[] | null {
  if (change.at !== null && !(change.at in entries)) return null
  if (change.kind === 'removed') return entries.filter((_, at) => at !== change.at)
  if (change.at === null) return [change.entry, ...entries]
  return entries.map((entry, at) => (at === change.at ? change.entry : entry))
}

/** Whether two tables say the same, entry by entry. */
export function isSameVocabulary(
  one: readonly VocabularyEntry[],
  other: readonly VocabularyEntry[],
): boolean {
  return JSON.stringify(one.map(plain)) === JSON.stringify(other.map(plain))
}

const plain = ({ words, broader }: VocabularyEntry) => [words, broader]

export type TableRead =
  | { ok: true; entries: VocabularyEntry[] }
  /** `row`: the line of the file, its heading counted; null when the whole file is at fault. */
  | { ok: false; fault: 'empty' | 'too-many' | 'row'; row: number | null }

/**
 * A table from the rows of a file as the export writes it: a heading, then the words of an entry and what they are a kind
 * of. Rows without a word are passed over; one that says nothing, or too much, is a fault, and nothing is read.
 */
export function entriesOfRows(rows: readonly (readonly string[])[]): TableRead {
  const entries: VocabularyEntry[] = []
  for (const [index, [words = '', broader = '']] of rows.entries()) {
    if (index === 0 || `${words}${broader}`.trim() === '') continue
    const entry = { words: readWordList(words), broader: readWordList(broader) }
    if (checkEntry(entry) !== null) return { ok: false, fault: 'row', row: index + 1 }
    entries.push(entry)
  }
  if (entries.length === 0) return { ok: false, fault: 'empty', row: null }
  if (entries.length > MOST_ENTRIES) return { ok: false, fault: 'too-many', row: null }
  return { ok: true, entries }
}
