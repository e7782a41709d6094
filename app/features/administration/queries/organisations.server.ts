import { asc, count, eq } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { communes } from '~db/sqlite/communes'
import { users } from '~db/sqlite/identity'
import { lots } from '~db/sqlite/lots'
import { memberships, organisations } from '~db/sqlite/organisations'
import { sites } from '~db/sqlite/sites'
import type { OrganisationEntry } from '../model/organisation-entry'

/** Every organisation with its numbers, by name. */
export async function listOrganisationEntries(): Promise<OrganisationEntry[]> {
  const [all, members, siteCounts, lotCounts] = await Promise.all([
    reader()
      .select({
        id: organisations.id,
        name: organisations.name,
        siret: organisations.siret,
        kind: organisations.kind,
        isGiver: organisations.isGiver,
        isTaker: organisations.isTaker,
        communeCode: organisations.communeCode,
        communeName: communes.name,
        createdAtMs: organisations.createdAtMs,
        suspendedAtMs: organisations.suspendedAtMs,
      })
      .from(organisations)
      .leftJoin(communes, eq(communes.code, organisations.communeCode))
      .orderBy(asc(organisations.name), asc(organisations.id)),
    reader()
      .select({
        id: memberships.organisationId,
        total: count(),
        confirmed: count(users.emailVerifiedAtMs),
      })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .groupBy(memberships.organisationId),
    reader().select({ id: sites.organisationId, total: count() }).from(sites).groupBy(sites.organisationId),
    reader()
      .select({ id: lots.organisationId, total: count() })
      .from(lots)
      .where(eq(lots.status, 'published'))
      .groupBy(lots.organisationId),
  ])
  const memberOf = new Map(members.map((row) => [row.id, row]))
  const sitesOf = new Map(siteCounts.map((row) => [row.id, row.total]))
  const lotsOf = new Map(lotCounts.map((row) => [row.id, row.total]))
  return all.map((row) => ({
    ...row,
    members: memberOf.get(row.id)?.total ?? 0,
    confirmed: memberOf.get(row.id)?.confirmed ?? 0,
    sites: sitesOf.get(row.id) ?? 0,
    lots: lotsOf.get(row.id) ?? 0,
  }))
}
