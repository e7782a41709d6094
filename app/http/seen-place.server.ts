import { findPlace } from '~/features/directory/queries.server'
import type { Place } from '~/features/directory/model/place'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { optionalActor } from './actor.server'
import { orNotFound } from './replies.server'

/** An entry that whoever asks may see: everyone a published one, its proposer and the Métropole any; else 404. */
export async function seenPlace(
  request: Request,
  id: string | undefined,
): Promise<{ place: Place; actor: Actor | null; isManager: boolean; isProposer: boolean }> {
  const place = orNotFound(await findPlace(id ?? ''))
  const actor = await optionalActor(request)
  const isManager = actor !== null && can(actor, 'place:manage')
  const owners = { ownerOrganisationIds: [place.proposedByOrganisationId] }
  const isProposer = actor !== null && can(actor, 'place:propose', owners)
  orNotFound(place.state === 'published' || isManager || isProposer || null)
  return { place, actor, isManager, isProposer }
}
