import { and, count, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { users } from '~db/sqlite/identity'
import { lots } from '~db/sqlite/lots'
import { needs } from '~db/sqlite/needs'
import { memberships, organisations } from '~db/sqlite/organisations'
import { reservations } from '~db/sqlite/reservations'
import type { OpenReservation, Standing } from '../model/standing'

/** Kinds that stay without members: the public body is there, its next agent is invited. */
const LASTING: readonly string[] = ['commune', 'metropole']

/** The organisations of a person, in the caller's transaction or before one. */
export async function listStandings(tx: Tx, userId: string): Promise<Standing[]> {
  const own = await tx
    .select({
      id: organisations.id,
      name: organisations.name,
      kind: organisations.kind,
      role: memberships.role,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(memberships.userId, userId))
  return Promise.all(
    own.map(async ({ id, name, kind, role }) => {
      const others = await listOthers(tx, id, userId)
      const isOwned = role !== 'owner' || others.some((other) => other.role === 'owner')
      const isLasting = LASTING.includes(kind)
      const outcome =
        others.length === 0 ? (isLasting ? 'leave' : 'close') : isOwned || isLasting ? 'leave' : 'hand-over'
      return { id, name, outcome, others: others.map(({ userId, name }) => ({ userId, name })) }
    }),
  )
}

async function listOthers(tx: Tx, organisationId: string, userId: string) {
  return tx
    .select({ userId: users.id, name: users.name, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        ne(memberships.userId, userId),
        isNull(users.suspendedAtMs),
      ),
    )
}

/** What is still under way between these organisations and others. */
export async function listOpenReservations(
  tx: Tx,
  organisationIds: readonly string[],
): Promise<OpenReservation[]> {
  if (organisationIds.length === 0) return []
  const ids = [...organisationIds]
  const rows = await tx
    .select({
      id: reservations.id,
      status: reservations.status,
      giver: reservations.giverOrganisationId,
      taker: reservations.takerOrganisationId,
      title: lots.title,
    })
    .from(reservations)
    .innerJoin(lots, eq(lots.id, reservations.lotId))
    .where(
      and(
        inArray(reservations.status, ['requested', 'accepted', 'scheduled', 'disputed']),
        or(inArray(reservations.giverOrganisationId, ids), inArray(reservations.takerOrganisationId, ids)),
      ),
    )
  return rows.map(({ id, status, giver, taker, title }) => {
    const side = ids.includes(giver) ? 'giver' : 'taker'
    return {
      id,
      status: status as OpenReservation['status'],
      side,
      organisationId: side === 'giver' ? giver : taker,
      title,
    }
  })
}

/** Lots and needs that these organisations still offer or look for. */
export async function countOpenOffers(tx: Tx, organisationIds: readonly string[]) {
  if (organisationIds.length === 0) return { lots: 0, needs: 0 }
  const ids = [...organisationIds]
  const [openLots, openNeeds] = await Promise.all([
    tx
      .select({ total: count() })
      .from(lots)
      .where(and(inArray(lots.organisationId, ids), inArray(lots.status, ['published', 'paused']))),
    tx
      .select({ total: count() })
      .from(needs)
      .where(and(inArray(needs.organisationId, ids), inArray(needs.status, ['open', 'paused']))),
  ])
  return { lots: openLots[0]?.total ?? 0, needs: openNeeds[0]?.total ?? 0 }
}
