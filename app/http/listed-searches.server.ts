import type { Locale } from '~/core/locale'
import { describeSearch } from '~/features/alerts/describe-search.server'
import type { AlertOwner, SavedSearch } from '~/features/alerts/model/saved-search'
import { countFound, listSearchesOf } from '~/features/alerts/queries.server'

/** A search with its filters in words and how much it found, since it was last seen and in all. */
export type ListedSearch = SavedSearch & { filters: string[]; found: { fresh: number; all: number } }

/** The searches of an owner, newest first, in the reader's language. */
export async function listedSearchesOf(owner: AlertOwner, locale: Locale): Promise<ListedSearch[]> {
  const [searches, found] = await Promise.all([listSearchesOf(owner), countFound(owner)])
  return Promise.all(
    searches.map(async (search) => ({
      ...search,
      filters: (await describeSearch(search.subject, new URLSearchParams(search.query), locale)).filters,
      found: found.get(search.id) ?? { fresh: 0, all: 0 },
    })),
  )
}
