import type { LotView } from '~/features/lots/model/lot'
import { findLot } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { requireActor, requireRight } from './actor.server'
import { orNotFound } from './replies.server'

/** The lot of an address, for those who may edit it; 404 for others, as for one that does not exist. */
export async function requireOwnLot(
  request: Request,
  lotId: string | undefined,
): Promise<{ actor: Actor; lot: LotView }> {
  const actor = await requireActor(request, 'lot:manage')
  const lot = orNotFound(await findLot(lotId ?? ''))
  requireRight(actor, 'lot:manage', { ownerOrganisationIds: [lot.organisationId] })
  return { actor, lot }
}
