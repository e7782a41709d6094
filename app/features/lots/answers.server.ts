import { isDatabaseAsked } from '~/features/vocabulary/queries/meanwhile.server'
import { heldLots } from './held-lots.server'
import { countInMemoryByCommune, findLotsInMemory } from './memory-search.server'
import type { AnswersToText, LotsFound } from './model/lots-found'
import type { LotViewer } from './model/visibility'
import { countInDatabaseByCommune, findLotsInDatabase } from './queries/database-search.server'
import type { LotFilters } from './queries/lot-filters.server'

/** What a search finds, and whether the database answered its text, in a simpler way, while the index is not there. */
export type LotAnswers = LotsFound & { isSimpler: boolean }

/**
 * The open lots that the viewer sees, that say what the text asks, where there is one, and meet the other filters: of the
 * index in memory, or of the database until that is there.
 * @param most ids wanted, from the first
 */
export async function findAnswers(
  filters: LotFilters,
  viewer: LotViewer,
  wanted: { most: number; words?: AnswersToText },
): Promise<LotAnswers> {
  const isSimpler = await isDatabaseAsked(heldLots)
  const find = isSimpler ? findLotsInDatabase : findLotsInMemory
  return { ...(await find(filters, viewer, wanted)), isSimpler }
}

/** How many lots the same search finds, by commune code; communes without any are absent. */
export async function countAnswersByCommune(
  filters: LotFilters,
  viewer: LotViewer,
): Promise<Map<string, number>> {
  const count = (await isDatabaseAsked(heldLots)) ? countInDatabaseByCommune : countInMemoryByCommune
  return count(filters, viewer)
}
