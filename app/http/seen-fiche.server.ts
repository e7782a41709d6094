import { can, type Actor } from '~/features/organisations/model/permissions'
import type { Fiche } from '~/features/programme/model/fiche'
import { findFiche } from '~/features/programme/queries/library.server'
import { optionalActor } from './actor.server'
import { orNotFound } from './replies.server'

/** A fiche that whoever asks may see: everyone a published one, its authors and the Métropole's team any; else 404. */
export async function seenFiche(
  request: Request,
  id: string | undefined,
): Promise<{ fiche: Fiche; actor: Actor | null; isManager: boolean; isAuthor: boolean }> {
  const fiche = orNotFound(await findFiche(id ?? ''))
  const actor = await optionalActor(request)
  const isManager = actor !== null && can(actor, 'programme:manage')
  const owners = { ownerOrganisationIds: [fiche.organisationId] }
  const isAuthor = actor !== null && can(actor, 'programme:share', owners)
  orNotFound(fiche.state === 'published' || isManager || isAuthor || null)
  return { fiche, actor, isManager, isAuthor }
}
