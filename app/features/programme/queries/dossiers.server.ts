import { and, asc, desc, eq, inArray, notInArray } from 'drizzle-orm'
import type { Locale } from '~/core/locale'
import { reader } from '~/platform/db.server'
import { communes } from '~db/sqlite/communes'
import { users } from '~db/sqlite/identity'
import { memberships, organisations } from '~db/sqlite/organisations'
import { programmeDossiers, programmeReviewers, programmeReviews } from '~db/sqlite/programme'
import type { Dossier } from '../model/dossier'
import type { Scores } from '../model/scoring'

function selectDossiers() {
  return reader()
    .select({ dossier: programmeDossiers, communeName: communes.name })
    .from(programmeDossiers)
    .innerJoin(communes, eq(communes.code, programmeDossiers.communeCode))
}

type Row = Awaited<ReturnType<typeof selectDossiers>>[number]

function dossierOf({ dossier, communeName }: Row): Dossier {
  const { createdByUserId: _creator, decidedByUserId: _decider, ...shown } = dossier
  return { ...shown, communeName }
}

/** A dossier whoever looks; the caller asks who may. */
export async function findDossier(id: string): Promise<Dossier | null> {
  const [row] = await selectDossiers().where(eq(programmeDossiers.id, id)).limit(1)
  return row ? dossierOf(row) : null
}

/** The dossiers of an administration, the latest first. */
export async function listDossiersOf(organisationId: string): Promise<Dossier[]> {
  const rows = await selectDossiers()
    .where(eq(programmeDossiers.organisationId, organisationId))
    .orderBy(desc(programmeDossiers.createdAtMs))
  return rows.map(dossierOf)
}

/** The live dossier of a commune, whichever of its administrations wrote it. */
export async function findLiveDossier(communeCode: string): Promise<Dossier | null> {
  const [row] = await selectDossiers()
    .where(
      and(
        eq(programmeDossiers.communeCode, communeCode),
        notInArray(programmeDossiers.state, ['withdrawn', 'declined']),
      ),
    )
    .limit(1)
  return row ? dossierOf(row) : null
}

/** Every dossier that its commune has submitted once, the earliest first. */
export async function listSubmittedDossiers(): Promise<Dossier[]> {
  const rows = await selectDossiers().orderBy(asc(programmeDossiers.submittedAtMs), asc(communes.name))
  return rows.map(dossierOf).filter(({ submittedAtMs }) => submittedAtMs !== null)
}

/** Dossiers of the communes in the track, by name. */
export async function listAdmittedDossiers(): Promise<Dossier[]> {
  const rows = await selectDossiers()
    .where(inArray(programmeDossiers.state, ['admitted', 'running', 'reported', 'scaled']))
    .orderBy(asc(communes.name))
  return rows.map(dossierOf).sort((a, b) => a.communeName.localeCompare(b.communeName, 'fr'))
}

export type Review = {
  dossierId: string
  userId: string
  name: string
  criteriaVersion: number
  scores: Scores
  comment: string
  updatedAtMs: number
}

/** The reviews of dossiers, by the name of who wrote them. */
export async function listReviews(dossierIds: readonly string[]): Promise<Review[]> {
  if (dossierIds.length === 0) return []
  return reader()
    .select({
      dossierId: programmeReviews.dossierId,
      userId: programmeReviews.userId,
      name: users.name,
      criteriaVersion: programmeReviews.criteriaVersion,
      scores: programmeReviews.scores,
      comment: programmeReviews.comment,
      updatedAtMs: programmeReviews.updatedAtMs,
    })
    .from(programmeReviews)
    .innerJoin(users, eq(users.id, programmeReviews.userId))
    .where(inArray(programmeReviews.dossierId, [...dossierIds]))
    .orderBy(asc(users.name))
}

export type Person = { userId: string; name: string; email: string; locale: Locale }
const person = { userId: users.id, name: users.name, email: users.email, locale: users.locale } as const

/** Who sits on the committee, by name; `suspendedAtMs` tells a closed account. */
export async function listReviewers(): Promise<(Person & { suspendedAtMs: number | null })[]> {
  return reader()
    .select({ ...person, suspendedAtMs: users.suspendedAtMs })
    .from(programmeReviewers)
    .innerJoin(users, eq(users.id, programmeReviewers.userId))
    .orderBy(asc(users.name))
}

/** The people of the administrations of a commune. */
export async function listPeopleOf(communeCode: string): Promise<string[]> {
  const rows = await reader()
    .select({ userId: memberships.userId })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(organisations.kind, 'commune'), eq(organisations.communeCode, communeCode)))
  return rows.map(({ userId }) => userId)
}

/** The Métropole's team, closed accounts left out. */
export async function listTeamOfMetropole(): Promise<Person[]> {
  const rows = await reader()
    .select({ ...person, suspendedAtMs: users.suspendedAtMs })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(organisations.kind, 'metropole'))
  return rows.flatMap(({ suspendedAtMs, ...one }) => (suspendedAtMs === null ? [one] : []))
}
