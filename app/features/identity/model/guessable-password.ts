import { COMMON_WORDS, CONTEXT_WORDS } from './password-words'

/** A password must be worth as many characters that follow from nothing. */
export const LEAST_WORTH = 8
/** Words of a person that are shorter say too little to be held against a password. */
const SHORTEST_WORD = 4
/** Pieces that follow one another on a keyboard, in the alphabet, or in what came before. */
const SHORTEST_RUN = 3

const ROWS = [
  ...['abcdefghijklmnopqrstuvwxyz', '01234567890'],
  ...['azertyuiop', 'qsdfghjklm', 'wxcvbn'],
  ...['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
].flatMap((row) => [row, [...row].reverse().join('')])

/** Signs that stand for letters. */
const LETTER_OF: Readonly<Record<string, string>> = {
  ...{ '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i' },
  ...{ '0': 'o', $: 's', '5': 's', '7': 't' },
}

/** Lower case, without accents, without what only keeps words apart. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\-_.,'’]/gu, '')
}

/** What people who know a person try: the words of their address, name and organisation. */
export function wordsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => [
    plain(text),
    ...text.split(/[^\p{L}\p{N}]+/u).map(plain),
    plain(text.split('@')[0] ?? ''),
  ])
}

/**
 * What a password is worth to who guesses: each known word, each run of keys or of the alphabet, each year and each
 * repetition counts as one character, everything else as itself.
 * @param own words of the person, from `wordsOf`
 */
export function worthOf(password: string, own: readonly string[] = []): number {
  const words = [...new Set([...COMMON_WORDS, ...CONTEXT_WORDS, ...own])].filter(
    (word) => word.length >= SHORTEST_WORD,
  )
  const text = plain(password)
  const spelt = text.replace(/[@4310!$57]/g, (sign) => LETTER_OF[sign]!)
  return Math.min(leastPieces(text, words), leastPieces(spelt, words))
}

/** Whether a password is found early by who guesses. */
export function isGuessable(password: string, own: readonly string[] = []): boolean {
  return worthOf(password, own) < LEAST_WORTH
}

/** The fewest pieces that a text can be put together from. */
function leastPieces(text: string, words: readonly string[]): number {
  const least = Array.from({ length: text.length + 1 }, () => Infinity)
  least[0] = 0
  for (let at = 0; at < text.length; at += 1) {
    const cost = least[at]! + 1
    const reach = (length: number) => {
      least[at + length] = Math.min(least[at + length]!, cost)
    }
    reach(1)
    for (const word of words) if (text.startsWith(word, at)) reach(word.length)
    if (/^(19|20)\d\d/.test(text.slice(at, at + 4))) reach(4)
    const longest = Math.max(runAt(text, at), repeatAt(text, at))
    for (let length = SHORTEST_RUN; length <= longest; length += 1) reach(length)
  }
  return least[text.length]!
}

/** How far a text goes on from a place along a row of keys or the alphabet, either way. */
function runAt(text: string, at: number): number {
  let longest = 0
  for (const row of ROWS) {
    const from = row.indexOf(text[at]!)
    let length = 0
    while (from >= 0 && at + length < text.length && text[at + length] === row[from + length]) length += 1
    longest = Math.max(longest, length)
  }
  return longest
}

/** How far what comes at a place was there before, the same letter again included. */
function repeatAt(text: string, at: number): number {
  let longest = 0
  for (let before = 0; before < at; before += 1) {
    let length = 0
    while (at + length < text.length && text[before + length] === text[at + length]) length += 1
    longest = Math.max(longest, length)
  }
  return longest
}
