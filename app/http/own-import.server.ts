import { findImport, type ImportView } from '~/features/imports/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { findSite, type SiteView } from '~/features/sites/queries.server'
import { requireActor, requireRight } from './actor.server'
import { notFound, orNotFound } from './replies.server'

type Params = { siteId?: string; importId?: string }

/** A site of one's own organisation, whose inventory may be imported; another's is not found. */
export async function ownImportSite(
  request: Request,
  params: Params,
): Promise<{ actor: Actor; site: SiteView }> {
  const actor = await requireActor(request, 'site:create')
  const site = orNotFound(await findSite(params.siteId ?? ''))
  requireRight(actor, 'site:create', { ownerOrganisationIds: [site.organisationId] })
  return { actor, site }
}

/** An import to a site of one's own organisation. */
export async function ownImport(
  request: Request,
  params: Params,
): Promise<{ actor: Actor; site: SiteView; view: ImportView }> {
  const { actor, site } = await ownImportSite(request, params)
  const view = orNotFound(await findImport(actor.organisationId, params.importId ?? ''))
  if (view.siteId !== site.id) throw notFound()
  return { actor, site, view }
}
