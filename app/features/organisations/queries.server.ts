import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Locale } from '~/core/locale'
import { reader } from '~/platform/db.server'
import { communes } from '~db/sqlite/communes'
import { users } from '~db/sqlite/identity'
import { memberships, organisations } from '~db/sqlite/organisations'

export type MemberAddress = { userId: string; name: string; email: string; locale: Locale }

/** The members of an organisation with where to write to them; a closed account hears nothing. */
export async function listMembers(organisationId: string): Promise<MemberAddress[]> {
  return reader()
    .select({ userId: users.id, name: users.name, email: users.email, locale: users.locale })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organisationId, organisationId), isNull(users.suspendedAtMs)))
}

/** Who manages an organisation, with where to write to them; a closed account hears nothing. */
export async function listOwners(organisationId: string): Promise<MemberAddress[]> {
  return reader()
    .select({ userId: users.id, name: users.name, email: users.email, locale: users.locale })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        eq(memberships.role, 'owner'),
        isNull(users.suspendedAtMs),
      ),
    )
}

/** The members of an organisation with their part in it, owners first. */
export async function listTeam(organisationId: string) {
  const rows = await reader()
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      sinceMs: memberships.createdAtMs,
      suspendedAtMs: users.suspendedAtMs,
      emailVerifiedAtMs: users.emailVerifiedAtMs,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.organisationId, organisationId))
    .orderBy(desc(memberships.role), asc(users.name))
  return rows.map(({ emailVerifiedAtMs, ...row }) => ({ ...row, isConfirmed: emailVerifiedAtMs !== null }))
}

/** The organisations a person may act for, oldest first. */
export async function listOrganisationsOf(userId: string): Promise<{ id: string; name: string }[]> {
  return reader()
    .select({ id: organisations.id, name: organisations.name })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.userId, userId), isNull(organisations.suspendedAtMs)))
    .orderBy(asc(organisations.createdAtMs))
}

/** The open organisation that has a SIRET; null for none. */
export async function findOpenOrganisationBySiret(
  siret: string | null,
): Promise<{ id: string; name: string } | null> {
  if (siret === null) return null
  const rows = await reader()
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(and(eq(organisations.siret, siret), isNull(organisations.suspendedAtMs)))
    .limit(1)
  return rows[0] ?? null
}

const organisationView = {
  id: organisations.id,
  name: organisations.name,
  siret: organisations.siret,
  kind: organisations.kind,
  isGiver: organisations.isGiver,
  isTaker: organisations.isTaker,
  communeCode: organisations.communeCode,
  communeName: communes.name,
  suspendedAtMs: organisations.suspendedAtMs,
  sharesPhotosSinceMs: organisations.sharesPhotosSinceMs,
  analysesPhotos: organisations.analysesPhotos,
  createdAtMs: organisations.createdAtMs,
} as const

function selectOrganisations() {
  return reader()
    .select(organisationView)
    .from(organisations)
    .leftJoin(communes, eq(communes.code, organisations.communeCode))
}

export type OrganisationView = Awaited<ReturnType<typeof selectOrganisations>>[number]

export async function findOrganisation(id: string): Promise<OrganisationView | null> {
  const rows = await selectOrganisations().where(eq(organisations.id, id)).limit(1)
  return rows[0] ?? null
}
