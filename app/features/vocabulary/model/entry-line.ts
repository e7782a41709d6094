import { keyOf, MOST_WORD_CHARS, MOST_WORDS_OF_ENTRY, type VocabularyEntry } from './entries'

/** Reads an entry as people write it: words with commas, then «>» and what they are a kind of. Null when it says nothing. */
export function readEntryLine(line: string): VocabularyEntry | null {
  const [words = '', ...others] = line.split('>')
  const entry = { words: readWordList(words), broader: readWordList(others.join(',')) }
  return entry.words.length > 0 && entry.words.length + entry.broader.length > 0 ? entry : null
}

/** Words of a list with commas, semicolons or lines, each once whatever its accents and plural. */
export function readWordList(text: string): string[] {
  const words = text.split(/[,;\n]/).map((word) => word.trim().replace(/\s+/g, ' '))
  const seen = new Set<string>()
  return words.filter((word) => {
    const key = keyOf(word)
    if (key === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** An entry as people write it. */
export function entryLine({ words, broader }: VocabularyEntry): string {
  return [words.join(', '), broader.join(', ')].filter(Boolean).join(' > ')
}

export type EntryFault = 'no-words' | 'says-nothing' | 'too-many-words' | 'word-too-long'

/** What is wrong with an entry; null when it can be used. */
export function checkEntry({ words, broader }: VocabularyEntry): EntryFault | null {
  if (words.length === 0) return 'no-words'
  if (words.length + broader.length < 2) return 'says-nothing'
  if (words.length + broader.length > MOST_WORDS_OF_ENTRY) return 'too-many-words'
  if ([...words, ...broader].some((word) => word.length > MOST_WORD_CHARS)) return 'word-too-long'
  return null
}
