import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Locale } from '~/core/locale'
import { reader } from '~/platform/db.server'
import { communes } from '~db/sqlite/communes'
import { directoryPlaces } from '~db/sqlite/directory'
import { users } from '~db/sqlite/identity'
import { organisations } from '~db/sqlite/organisations'
import { publicPart, type Place, type PublicPlace } from './model/place'

function selectPlaces() {
  return reader()
    .select({
      place: directoryPlaces,
      communeName: communes.name,
      communeLat: communes.lat,
      communeLon: communes.lon,
      proposedByName: organisations.name,
    })
    .from(directoryPlaces)
    .innerJoin(communes, eq(communes.code, directoryPlaces.communeCode))
    .innerJoin(organisations, eq(organisations.id, directoryPlaces.proposedByOrganisationId))
}

type Row = Awaited<ReturnType<typeof selectPlaces>>[number]

function placeOfRow({ place, communeName, communeLat, communeLon, proposedByName }: Row): Place {
  const { lat, lon, proposedByUserId: _user, checkedByUserId: _checker, ...rest } = place
  const position = lat === null || lon === null ? null : { lat, lon }
  return {
    ...rest,
    communeName,
    proposedByName,
    position,
    point: position ?? { lat: communeLat, lon: communeLon },
  }
}

/** The places that everyone sees, by name. */
export async function listPublishedPlaces(): Promise<PublicPlace[]> {
  const rows = await selectPlaces()
    .where(eq(directoryPlaces.state, 'published'))
    .orderBy(asc(directoryPlaces.name))
  return rows.map((row) => publicPart(placeOfRow(row)))
}

/** Every place: those that wait for a check first, the oldest at the top; then the others by name. */
export async function listPlaces(): Promise<Place[]> {
  const rows = await selectPlaces().orderBy(
    desc(inArray(directoryPlaces.state, ['proposed'])),
    asc(directoryPlaces.name),
  )
  return rows.map(placeOfRow)
}

/** A place whoever looks and whatever its state; the caller asks who may see it. */
export async function findPlace(id: string): Promise<Place | null> {
  const [row] = await selectPlaces().where(eq(directoryPlaces.id, id)).limit(1)
  return row ? placeOfRow(row) : null
}

/** What an organisation proposed that is not public, the last changed first. */
export async function listProposalsOf(organisationId: string): Promise<Place[]> {
  const rows = await selectPlaces()
    .where(
      and(
        eq(directoryPlaces.proposedByOrganisationId, organisationId),
        inArray(directoryPlaces.state, ['proposed', 'refused']),
      ),
    )
    .orderBy(desc(directoryPlaces.updatedAtMs))
  return rows.map(placeOfRow)
}

/** Who proposed a place, to be told what became of it. */
export async function findProposer(
  placeId: string,
): Promise<{ name: string; email: string; locale: Locale; isSuspended: boolean } | null> {
  const rows = await reader()
    .select({
      name: users.name,
      email: users.email,
      locale: users.locale,
      suspendedAtMs: users.suspendedAtMs,
    })
    .from(directoryPlaces)
    .innerJoin(users, eq(users.id, directoryPlaces.proposedByUserId))
    .where(eq(directoryPlaces.id, placeId))
    .limit(1)
  const [row] = rows
  if (!row) return null
  const { suspendedAtMs, ...proposer } = row
  return { ...proposer, isSuspended: suspendedAtMs !== null }
}
