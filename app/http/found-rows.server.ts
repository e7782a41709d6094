import { foundPath, type SavedSearch } from '~/features/alerts/model/saved-search'
import { openItems, type FoundItem } from '~/features/alerts/found-items.server'
import { findSearch, listFound } from '~/features/alerts/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { orNotFound } from './replies.server'

/** Something that a search found: what it is while it is open to the reader, and nothing but that it was, after. */
export type FoundRow = { id: string; path: string; foundAtMs: number; item: FoundItem | null }

/** A search of the actor's own; 404 for another's. */
export async function ownSearch(actor: Actor, id: string): Promise<SavedSearch> {
  const search = orNotFound(await findSearch(id))
  const isOwn = search.owner.kind === 'user' && search.owner.id === actor.userId
  return orNotFound(isOwn ? search : null)
}

/** What a search found since it was kept, newest first. */
export async function foundRowsOf(search: SavedSearch, limit: number): Promise<FoundRow[]> {
  const found = await listFound(search.id, limit)
  const open = await openItems(
    search,
    found.map(({ itemId }) => itemId),
  )
  return found.map(({ itemId, foundAtMs }) => ({
    id: itemId,
    path: foundPath(search.subject, itemId),
    foundAtMs,
    item: open.get(itemId) ?? null,
  }))
}
