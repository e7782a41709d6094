import { and, asc, eq, gt, inArray, isNotNull, isNull, max } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { communes } from '~db/sqlite/communes'
import { accountTokens, sessions, users } from '~db/sqlite/identity'
import { memberships, organisations } from '~db/sqlite/organisations'
import type { Agent, OfficialInvitation } from '../model/agent'

const place = {
  organisationId: organisations.id,
  organisationName: organisations.name,
  kind: organisations.kind,
  communeCode: organisations.communeCode,
  communeName: communes.name,
} as const

/**
 * By commune, the Métropole's own first. Said apart from the name: engines sort an empty name of a joined table where they
 * like.
 */
const byCommune = [asc(isNotNull(communes.name)), asc(communes.name)]

const OFFICIAL = ['commune', 'metropole'] as const

/** The agents of the communes and the Métropole's team, by commune and name. */
export async function listAgents(): Promise<Agent[]> {
  return reader()
    .select({
      ...place,
      userId: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      suspendedAtMs: users.suspendedAtMs,
      organisationClosedAtMs: organisations.suspendedAtMs,
      lastSeenAtMs: max(sessions.lastSeenAtMs),
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(communes, eq(communes.code, organisations.communeCode))
    .leftJoin(sessions, eq(sessions.userId, users.id))
    .where(inArray(organisations.kind, [...OFFICIAL]))
    .groupBy(users.id, organisations.id, memberships.role, communes.name)
    .orderBy(...byCommune, asc(users.name))
}

/** The invitations into those organisations that nobody has accepted yet. */
export async function listOfficialInvitations(nowMs: number): Promise<OfficialInvitation[]> {
  return reader()
    .select({
      ...place,
      email: accountTokens.email,
      role: accountTokens.role,
      expiresAtMs: accountTokens.expiresAtMs,
    })
    .from(accountTokens)
    .innerJoin(organisations, eq(organisations.id, accountTokens.organisationId))
    .leftJoin(communes, eq(communes.code, organisations.communeCode))
    .where(
      and(
        eq(accountTokens.kind, 'invitation'),
        isNull(accountTokens.usedAtMs),
        gt(accountTokens.expiresAtMs, nowMs),
        inArray(organisations.kind, [...OFFICIAL]),
      ),
    )
    .orderBy(...byCommune, asc(accountTokens.email))
}
