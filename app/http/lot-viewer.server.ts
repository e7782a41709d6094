import { VISITOR, type LotViewer } from '~/features/lots/model/visibility'
import { listViewers } from '~/features/lots/queries.server'
import { optionalActor } from './actor.server'

/** Who looks at lots through this request: the organisation acted for, its commune and EPT; or a visitor. */
export async function lotViewerOf(request: Request): Promise<LotViewer> {
  const actor = await optionalActor(request)
  if (!actor) return VISITOR
  return (await listViewers([actor.organisationId])).get(actor.organisationId) ?? VISITOR
}
