import { Thesaurus, type Vocabulary } from '~/features/vocabulary/model/entries'
import { VISITOR } from './model/visibility'
import { findLots } from './queries.server'
import { findLotsInMemory } from './memory-search.server'

/** What a search finds with a table of words: how many lots, and the first of them. */
export type Tried = { total: number; lots: { id: string; title: string; isNew: boolean }[] }

const SHOWN = 10

/** What anyone's search finds with the words in force and with others, today; `isNew`: not among the first of the other. */
export async function tryVocabularies(
  text: string,
  tables: { before: Vocabulary; after: Vocabulary },
): Promise<{ before: Tried; after: Tried }> {
  const find = (vocabulary: Vocabulary) =>
    findLotsInMemory({ text }, VISITOR, { most: SHOWN, thesaurus: new Thesaurus(vocabulary) })
  const [before, after] = [await find(tables.before), await find(tables.after)]
  const titles = await findLots([...before.ids, ...after.ids])
  const shown = (one: typeof before, other: typeof before): Tried => ({
    total: one.total,
    lots: one.ids.map((id) => ({
      id,
      title: titles.get(id)?.title ?? '',
      isNew: !other.ids.includes(id),
    })),
  })
  return { before: shown(before, after), after: shown(after, before) }
}
