import { isHandedOver } from '~/core/reservation-status'
import { listReservationsOf } from '~/features/reservations/queries.server'
import { listSitesOf } from '~/features/sites/queries.server'
import { optionalActor } from './actor.server'

/**
 * Which names of sites a reader of a commune's figures may see: the commune's own agent and the Métropole's team all
 * of them, the parties of a handover those of its site. To everyone else a site has no name.
 */
export async function siteNamesFor(request: Request, communeCode: string) {
  const actor = await optionalActor(request)
  const seesAll =
    actor !== null &&
    (actor.roles.includes('metropole-admin') ||
      (actor.roles.includes('commune-agent') && actor.communeCode === communeCode))
  const known = new Set(actor && !seesAll ? await partySites(actor.organisationId) : [])
  const nameOf = (siteId: string, name: string) => (seesAll || known.has(siteId) ? name : '')
  return { nameOf }
}

async function partySites(organisationId: string): Promise<string[]> {
  const [own, reserved] = await Promise.all([listSitesOf(organisationId), listReservationsOf(organisationId)])
  const collected = reserved.filter(({ status }) => isHandedOver(status))
  return [...own.map(({ id }) => id), ...collected.map(({ siteId }) => siteId)]
}
