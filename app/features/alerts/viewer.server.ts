import { VISITOR, type LotViewer } from '~/features/lots/model/visibility'
import { listViewers } from '~/features/lots/queries.server'
import type { SavedSearch } from './model/saved-search'
import { isMemberOf } from './queries.server'

/**
 * Who looks when a search looks: the organisation that it was kept for while its person is a member, and any visitor
 * otherwise or without an account.
 */
export async function viewerOf(search: Pick<SavedSearch, 'owner' | 'organisationId'>): Promise<LotViewer> {
  const { owner, organisationId } = search
  if (owner.kind === 'subscriber' || organisationId === null) return VISITOR
  if (!(await isMemberOf(owner.id, organisationId))) return VISITOR
  return (await listViewers([organisationId])).get(organisationId) ?? VISITOR
}
