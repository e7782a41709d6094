import { foldText } from '~/core/fold'
import type { MaterialType } from '~/core/material-types'
import { SMALL_WORDS, WORDING } from './wording'

type Phrase = { words: readonly string[]; material: MaterialType }

const PHRASES = phrasesByFirstWord()

/**
 * The material that a line of a bill names, or null when its wording is not known. In French the thing comes before what
 * it is made of or stands by («plinthe de carrelage», «porte en chêne»), so the earliest known phrase decides, and of
 * two that begin at the same word the longer: «dalle moquette» before «dalle».
 */
export function recogniseMaterial(label: string): MaterialType | null {
  return earliestPhrase(wordsOf(label))?.material ?? null
}

/** How far a recognised material can be relied on: `likely` is to be looked at, `unknown` to be said by a person. */
export type Certainty = 'sure' | 'likely' | 'unknown'
export type RecognisedMaterial = { material: MaterialType | null; certainty: Certainty }

/**
 * The material of a product whose survey also names a category. A wording that begins with a known phrase, or holds one
 * of several words, is sure unless the category says otherwise; a single word further on, or the category alone, is
 * likely.
 */
export function recogniseProduct(product: string, category = ''): RecognisedMaterial {
  const found = earliestPhrase(wordsOf(product))
  const ofCategory = recogniseMaterial(category)
  if (!found) return { material: ofCategory, certainty: ofCategory ? 'likely' : 'unknown' }
  const isClear = found.at === 0 || found.length > 1
  const agrees = ofCategory === null || ofCategory === found.material
  return { material: found.material, certainty: isClear && agrees ? 'sure' : 'likely' }
}

function earliestPhrase(words: readonly string[]) {
  for (let at = 0; at < words.length; at += 1) {
    const candidates = PHRASES.get(words[at]!) ?? []
    const found = candidates.find((phrase) => phrase.words.every((word, next) => words[at + next] === word))
    if (found) return { material: found.material, at, length: found.words.length }
  }
  return null
}

/** The words of a wording, small ones aside: what tells one door from another. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text))
}

export function wordsInCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const word of one) if (other.has(word)) shared += 1
  return shared
}

function wordsOf(text: string): string[] {
  return foldText(text)
    .split(' ')
    .filter((word) => word !== '' && !SMALL_WORDS.has(word))
    .map(stem)
}

/** A word without the marks of plural and feminine, the same for what is read and what is known. */
function stem(word: string): string {
  if (word.length <= 3) return word
  return word.replace(/eaux$/, 'eau').replace(/aux$/, 'al').replace(/[sx]$/, '').replace(/ee$/, 'e')
}

/** Longer phrases first under each first word. */
function phrasesByFirstWord(): Map<string, Phrase[]> {
  const byFirst = new Map<string, Phrase[]>()
  for (const [material, lists] of Object.entries(WORDING)) {
    for (const phrase of lists.flatMap((list) => list.split(','))) {
      const words = wordsOf(phrase)
      const [first = ''] = words
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words, material: material as MaterialType }])
    }
  }
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length)
  return byFirst
}
