import { eq } from 'drizzle-orm'
import { nowMs } from '~/core/clock'
import { findActingMember } from '~/features/organisations/queries/acting-member.server'
import { reader } from '~/platform/db.server'
import { usedActLinks } from '~db/sqlite/arrangements'
import { users } from '~db/sqlite/identity'
import { hashOfLink } from '../act-links.server'
import { isActOpen, sideOfLink, type ActLink } from '../model/act-link'
import { findReservationView, type ReservationView } from '../queries.server'
import { listOfferedSlots } from './offers.server'

/**
 * Where a link of an e-mail stands: `open` for its person; `used` by it; `moved` when the reservation went on otherwise;
 * `expired` by its date, or because its person no longer acts for that side.
 */
export type ActLinkState =
  | { kind: 'open'; view: ReservationView }
  | { kind: 'used'; view: ReservationView; who: string; atMs: number }
  | { kind: 'moved' | 'expired'; view: ReservationView }

/** Null when the reservation is not there. */
export async function findActLinkState(link: ActLink): Promise<ActLinkState | null> {
  const view = await findReservationView(link.reservationId)
  if (!view) return null
  const used = await reader()
    .select({ who: users.name, atMs: usedActLinks.usedAtMs })
    .from(usedActLinks)
    .innerJoin(users, eq(users.id, usedActLinks.userId))
    .where(eq(usedActLinks.linkHash, hashOfLink(link)))
    .limit(1)
  if (used[0]) return { kind: 'used', view, ...used[0] }
  const side = sideOfLink(link.act, view)
  const organisationId = side === 'giver' ? view.giverOrganisationId : view.takerOrganisationId
  const offers = link.act === 'choose-slot' ? await listOfferedSlots(view.id) : []
  if (!isActOpen(link, view, offers)) return { kind: 'moved', view }
  const actor = await findActingMember(link.userId, organisationId)
  return { kind: actor && nowMs() < link.expiresAtMs ? 'open' : 'expired', view }
}
