import { eq } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { lots } from '~db/sqlite/lots'
import { organisations } from '~db/sqlite/organisations'
import { reservations } from '~db/sqlite/reservations'
import { reinstallations } from '~db/sqlite/stories'

/** A story as the team judges it, whatever its sides allow: it is its taker's, who told it. */
export async function findStorySubject(id: string) {
  const rows = await reader()
    .select({
      title: lots.title,
      organisationId: organisations.id,
      organisationName: organisations.name,
      hiddenAtMs: reinstallations.hiddenAtMs,
    })
    .from(reinstallations)
    .innerJoin(reservations, eq(reservations.id, reinstallations.reservationId))
    .innerJoin(lots, eq(lots.id, reservations.lotId))
    .innerJoin(organisations, eq(organisations.id, reservations.takerOrganisationId))
    .where(eq(reinstallations.id, id))
    .limit(1)
  if (!rows[0]) return null
  const { hiddenAtMs, ...subject } = rows[0]
  return { ...subject, isHidden: hiddenAtMs !== null }
}
