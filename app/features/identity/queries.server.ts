import { and, asc, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Locale } from '~/core/locale'
import type { OrganisationKind } from '~/features/organisations/model/organisation'
import { rolesOf, type Actor } from '~/features/organisations/model/permissions'
import { preparedQuery } from '~/platform/prepared.server'
import { reader } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { communes } from '~db/sqlite/communes'
import { accountTokens, sessions, users } from '~db/sqlite/identity'
import { memberships, organisations } from '~db/sqlite/organisations'
import { factorFactsOf } from './factor-facts.server'
import { DEMO_ACCOUNTS, type DemoRole } from './model/demo-accounts'
import type { LinkKind } from './model/links'
import { stageOf, type SessionStage } from './model/second-factor'
import { hashSessionSecret } from './session-secret.server'

export type LiveSession = {
  idHash: string
  /** Who it would act as; only an `open` session may. */
  actor: Actor
  stage: SessionStage
  lastSeenAtMs: number
  createdAtMs: number
  provenAtMs: number | null
  secondFactorAtMs: number | null
  hasFactor: boolean
  isRequired: boolean
  hasPassword: boolean
}

const hasFactor = sql<number>`(exists (select 1 from totp_factors where user_id = ${users.id})
  or exists (select 1 from passkeys where user_id = ${users.id}))`
const isOfficial = sql<number>`exists (select 1 from memberships m join organisations o on o.id = m.organisation_id
  where m.user_id = ${users.id} and o.kind in ('commune', 'metropole') and o.suspended_at_ms is null)`

const liveSession = preparedQuery((db) =>
  db
    .select({
      session: sessions,
      user: users,
      organisation: organisations,
      membership: memberships.role,
      hasFactor,
      isOfficial,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(
        eq(sessions.idHash, sql.placeholder('idHash')),
        gt(sessions.expiresAtMs, sql.placeholder('nowMs')),
        isNull(users.suspendedAtMs),
        isNull(organisations.suspendedAtMs),
      ),
    )
    .orderBy(desc(eq(organisations.id, sessions.organisationId)), asc(organisations.createdAtMs))
    .limit(1)
    .prepare(),
)

/**
 * A live session and its person, acting for the organisation they chose or their first; none that is closed. What the
 * session may do depends on its `stage`.
 */
export async function findSession(idHash: string, nowMs: number): Promise<LiveSession | null> {
  const [row] = await liveSession().execute({ idHash, nowMs })
  if (!row) return null
  const { isHalf, secondFactorAtMs, provenAtMs, lastSeenAtMs, createdAtMs } = row.session
  const facts = factorFactsOf({
    email: row.user.email,
    hasFactor: row.hasFactor === 1,
    isOfficial: row.isOfficial === 1,
  })
  return {
    ...{ idHash, lastSeenAtMs, createdAtMs, provenAtMs, secondFactorAtMs },
    stage: stageOf({ ...facts, isHalf, isProven: secondFactorAtMs !== null }),
    hasFactor: facts.hasFactor,
    isRequired: facts.isRequired,
    hasPassword: row.user.passwordHash !== null,
    actor: {
      userId: row.user.id,
      name: row.user.name,
      email: row.user.email,
      organisationId: row.organisation.id,
      organisationName: row.organisation.name,
      roles: rolesOf(row.organisation),
      communeCode: row.organisation.communeCode,
      membership: row.membership,
      isConfirmed: row.user.emailVerifiedAtMs !== null,
    },
  }
}

export type Credentials = {
  userId: string
  passwordHash: string | null
  suspendedAtMs: number | null
}

export async function findCredentials(email: string): Promise<Credentials | null> {
  const rows = await reader()
    .select({
      userId: users.id,
      passwordHash: users.passwordHash,
      suspendedAtMs: users.suspendedAtMs,
    })
    .from(users)
    .where(eq(users.email, email))
    .limit(1)
  return rows[0] ?? null
}

/** Whether a person is a member of an organisation, closed ones included. */
export async function hasAnyOrganisation(userId: string): Promise<boolean> {
  const rows = await reader()
    .select({ organisationId: memberships.organisationId })
    .from(memberships)
    .where(eq(memberships.userId, userId))
    .limit(1)
  return rows.length > 0
}

export type Link = {
  kind: LinkKind
  email: string
  userId: string | null
  userName: string | null
  organisationName: string | null
  /** The kind of the organisation that an invitation leads to, and its commune. */
  organisationKind: OrganisationKind | null
  communeCode: string | null
  communeName: string | null
  senderName: string | null
  locale: Locale
}

/** Whether a link of one of these kinds was ever made, usable or not. */
export async function isKnownLink(idHash: string, kinds: readonly LinkKind[]): Promise<boolean> {
  const rows = await reader()
    .select({ kind: accountTokens.kind })
    .from(accountTokens)
    .where(and(eq(accountTokens.idHash, idHash), inArray(accountTokens.kind, [...kinds])))
    .limit(1)
  return rows.length > 0
}

/** A link that can still be used, with what its page and its e-mail say; null once used, expired or into a closed organisation. */
export async function findLink(idHash: string, nowMs: number): Promise<Link | null> {
  const rows = await reader()
    .select({ token: accountTokens, organisation: organisations, communeName: communes.name, user: users })
    .from(accountTokens)
    .leftJoin(organisations, eq(organisations.id, accountTokens.organisationId))
    .leftJoin(communes, eq(communes.code, organisations.communeCode))
    .leftJoin(users, eq(users.email, accountTokens.email))
    .where(
      and(
        eq(accountTokens.idHash, idHash),
        isNull(accountTokens.usedAtMs),
        gt(accountTokens.expiresAtMs, nowMs),
        isNull(organisations.suspendedAtMs),
      ),
    )
    .limit(1)
  const row = rows[0]
  if (!row) return null
  const { kind, email, userId, createdByUserId } = row.token
  const subject = userId ? await findPerson(userId) : null
  const sender = createdByUserId ? await findPerson(createdByUserId) : null
  return {
    kind,
    email,
    userId: userId ?? row.user?.id ?? null,
    userName: subject?.name ?? row.user?.name ?? null,
    organisationName: row.organisation?.name ?? null,
    organisationKind: row.organisation?.kind ?? null,
    communeCode: row.organisation?.communeCode ?? null,
    communeName: row.communeName,
    senderName: sender?.name ?? null,
    locale: subject?.locale ?? row.user?.locale ?? sender?.locale ?? 'fr',
  }
}

/** A person's account without its secrets. */
export async function findPerson(id: string) {
  const rows = await reader()
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      phone: users.phone,
      locale: users.locale,
      emailVerifiedAtMs: users.emailVerifiedAtMs,
      suspendedAtMs: users.suspendedAtMs,
      createdAtMs: users.createdAtMs,
    })
    .from(users)
    .where(eq(users.id, id))
    .limit(1)
  return rows[0] ?? null
}

export type OpenInvitation = { email: string; role: 'owner' | 'member' | null; expiresAtMs: number }

/** The invitations into an organisation that nobody has accepted yet. */
export async function listInvitations(organisationId: string, nowMs: number): Promise<OpenInvitation[]> {
  return reader()
    .select({ email: accountTokens.email, role: accountTokens.role, expiresAtMs: accountTokens.expiresAtMs })
    .from(accountTokens)
    .where(
      and(
        eq(accountTokens.organisationId, organisationId),
        eq(accountTokens.kind, 'invitation'),
        isNull(accountTokens.usedAtMs),
        gt(accountTokens.expiresAtMs, nowMs),
      ),
    )
    .orderBy(asc(accountTokens.email))
}

export type OpenSession = { id: string; device: string; lastSeenAtMs: number; isCurrent: boolean }

/** A person's live sessions, the one that asks first. */
export async function listSessions(userId: string, secret: string, nowMs: number): Promise<OpenSession[]> {
  const rows = await reader()
    .select({ id: sessions.idHash, device: sessions.device, lastSeenAtMs: sessions.lastSeenAtMs })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAtMs, nowMs), eq(sessions.isHalf, false)))
    .orderBy(desc(sessions.lastSeenAtMs))
  const current = hashSessionSecret(secret)
  return rows
    .map((row) => ({ ...row, isCurrent: row.id === current }))
    .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent))
}

export type DemoAccount = { email: string; name: string; organisationName: string; role: DemoRole }

/** The demo's accounts for one-click sign-in, in the order of their roles; none in production. */
export async function listOfferedDemoAccounts(): Promise<DemoAccount[]> {
  if (env().isProduction) return []
  const rows = await reader()
    .select({ email: users.email, name: users.name, organisationName: organisations.name })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      inArray(
        users.email,
        DEMO_ACCOUNTS.map(({ email }) => email),
      ),
    )
  return DEMO_ACCOUNTS.flatMap(({ email, role }) =>
    rows.filter((row) => row.email === email).map((row) => ({ ...row, role })),
  )
}
