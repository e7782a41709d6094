import type { AttributeKey } from '~/core/attributes/definitions'
import { askedWords, namesOf, wordsByStem, type Names } from './model/database-words'
import { distanceWithin, slipsAllowed } from './model/near-words'
import { withoutPlural } from './model/stem'
import { textQueryOf, type TextQuery } from './queries/text-queries.server'
import { thesaurusInForce, vocabularyInForce } from './queries/versions.server'
import { choiceWords, materialWords } from './trade-words.server'

/** A word of titles that a mistyped one may mean, and how many titles have it. */
export type NearWord = { word: string; count: number }

/** A query as the database answers it. */
export type DatabaseText = TextQuery & {
  /** By thing asked, whether a lot must say it where none says all. */
  isRequired: readonly boolean[]
  /** By thing asked, the word that may hold a slip. */
  words: readonly (string | null)[]
}

let names: Names | null = null

/** Reads a text by the table of words in force and has PostgreSQL stem it. */
export async function readForDatabase(text: string): Promise<DatabaseText> {
  const [thesaurus, vocabulary] = await Promise.all([thesaurusInForce(), vocabularyInForce()])
  names ??= namesOf({
    material: materialWords,
    choice: (key: AttributeKey, choice) => choiceWords(key, choice),
  })
  const asked = askedWords(text, { thesaurus, words: wordsByStem(vocabulary), names })
  const { said, near, kept } = await textQueryOf(asked)
  const left = asked.filter((_, at) => kept[at])
  return {
    said,
    near,
    kept,
    isRequired: left.map(({ isRequired }) => isRequired),
    words: left.map(({ word }) => word),
  }
}

/** The word that a mistyped one most likely means: a slip or two away whatever its number, the nearest first, then the commonest. */
export function meantBy(word: string, near: readonly NearWord[]): string | null {
  const single = withoutPlural(word)
  const most = slipsAllowed(single.length)
  const candidates = near
    .map(({ word: other, count }) => {
      return { other, count, distance: distanceWithin(single, withoutPlural(other), most) }
    })
    .filter(({ distance }) => distance > 0 && distance <= most)
    .sort((a, b) => a.distance - b.distance || b.count - a.count || (a.other < b.other ? -1 : 1))
  return candidates[0]?.other ?? null
}
