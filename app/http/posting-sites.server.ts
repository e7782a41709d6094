import type { IsoDay } from '~/core/days'
import type { Actor } from '~/features/organisations/model/permissions'
import { listSitesOf } from '~/features/sites/queries.server'

/** The sites that one's own organisation publishes from: those under way first, the next to end on top. */
export async function postingSites(actor: Actor, today: IsoDay) {
  const sites = await listSitesOf(actor.organisationId)
  // What leaves soonest is posted soonest.
  const ordered = [
    ...sites.filter((site) => site.endsOn > today).reverse(),
    ...sites.filter((site) => site.endsOn <= today),
  ]
  return ordered.map(({ id, name, communeName, endsOn }) => ({ id, name, communeName, endsOn }))
}
