import type { Actor } from '~/features/organisations/model/permissions'
import { findSite, type SiteView } from '~/features/sites/queries.server'
import { requireActor, requireRight } from './actor.server'
import { orNotFound } from './replies.server'

type Params = { siteId?: string }
type Found = { actor: Actor; site: SiteView }

/** A site whose inventory and closing record the reader may see: their organisation's own, or any for the Métropole's team. */
export async function requireSiteReader(request: Request, params: Params): Promise<Found> {
  const actor = await requireActor(request, 'closing:read')
  const site = orNotFound(await findSite(params.siteId ?? ''))
  requireRight(actor, 'closing:read', { ownerOrganisationIds: [site.organisationId] })
  return { actor, site }
}

/** A site of the actor's own organisation, whose closing record they may change. */
export async function requireSiteEditor(request: Request, params: Params): Promise<Found> {
  const actor = await requireActor(request, 'closing:edit')
  const site = orNotFound(await findSite(params.siteId ?? ''))
  requireRight(actor, 'closing:edit', { ownerOrganisationIds: [site.organisationId] })
  return { actor, site }
}
