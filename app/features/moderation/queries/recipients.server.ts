import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Locale } from '~/core/locale'
import { LIVE_STATUSES } from '~/core/reservation-status'
import { reader } from '~/platform/db.server'
import { users } from '~db/sqlite/identity'
import { reports } from '~db/sqlite/moderation'
import { memberships } from '~db/sqlite/organisations'
import { reservations } from '~db/sqlite/reservations'

export type Recipient = { name: string; email: string; locale: Locale }

/** The people of an organisation who can act. */
export async function listPeopleOf(organisationIds: readonly string[]): Promise<Recipient[]> {
  return reader()
    .selectDistinct({ name: users.name, email: users.email, locale: users.locale })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(inArray(memberships.organisationId, [...organisationIds]), isNull(users.suspendedAtMs)))
}

/** The organisations that hold a part of a lot or wait for an answer. */
export async function listHolders(lotId: string): Promise<string[]> {
  const rows = await reader()
    .selectDistinct({ id: reservations.takerOrganisationId })
    .from(reservations)
    .where(and(eq(reservations.lotId, lotId), inArray(reservations.status, [...LIVE_STATUSES])))
  return rows.map(({ id }) => id)
}

/** Who reported what a decision answered, each address once. */
export async function listReporters(decisionId: string): Promise<Recipient[]> {
  const rows = await reader()
    .selectDistinct({ email: reports.email, locale: reports.locale })
    .from(reports)
    .where(and(eq(reports.decisionId, decisionId), isNotNull(reports.confirmedAtMs)))
  return rows.map((row) => ({ ...row, name: '' }))
}

/** Where a report's confirmation is asked; null once it was given. */
export async function findUnconfirmed(reportId: string) {
  const { email, locale, subjectKind, subjectId } = reports
  const rows = await reader()
    .select({ email, locale, subjectKind, subjectId })
    .from(reports)
    .where(and(eq(reports.id, reportId), isNull(reports.confirmedAtMs)))
    .limit(1)
  return rows[0] ?? null
}
