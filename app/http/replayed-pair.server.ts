import { isId } from '~/core/ids'
import type { ReplayedPair } from '~/features/matching/model/replayed-pair'
import { findReplayedPair } from '~/features/matching/queries/replay.server'
import { requireActor, requireRight } from './actor.server'
import { orNotFound } from './replies.server'

/** The pair of an address, for members of either side and the Métropole's team; for others it does not exist (404). */
export async function requireReplayedPair(
  request: Request,
  pairId: string | undefined,
): Promise<ReplayedPair> {
  const actor = await requireActor(request)
  const pair = orNotFound(pairId && isId(pairId) ? await findReplayedPair(pairId) : null)
  const { giverOrganisationId, takerOrganisationId } = pair
  const ownerOrganisationIds = [giverOrganisationId, takerOrganisationId]
  requireRight(actor, 'computation:read', { ownerOrganisationIds })
  return pair
}
