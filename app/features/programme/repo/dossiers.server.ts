import { and, eq, inArray, notInArray } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { memberships, organisations } from '~db/sqlite/organisations'
import {
  programmeDossiers,
  programmeReviewers,
  programmeReviews,
  type DossierState,
} from '~db/sqlite/programme'

export type DossierRow = typeof programmeDossiers.$inferSelect

export async function findDossierRow(tx: Tx, id: string): Promise<DossierRow | null> {
  const rows = await tx.select().from(programmeDossiers).where(eq(programmeDossiers.id, id)).limit(1)
  return rows[0] ?? null
}

/** The dossier of a commune that is neither withdrawn nor declined. */
export async function findLiveRow(tx: Tx, communeCode: string): Promise<DossierRow | null> {
  const rows = await tx
    .select()
    .from(programmeDossiers)
    .where(
      and(
        eq(programmeDossiers.communeCode, communeCode),
        notInArray(programmeDossiers.state, ['withdrawn', 'declined']),
      ),
    )
    .limit(1)
  return rows[0] ?? null
}

export async function insertDossier(tx: Tx, row: typeof programmeDossiers.$inferInsert): Promise<void> {
  await tx.insert(programmeDossiers).values(row)
}

/** Changes a dossier that is still in this state; says whether it was. */
export async function updateDossier(
  tx: Tx,
  dossier: { id: string; state: DossierState },
  change: Partial<DossierRow>,
): Promise<boolean> {
  const changed = await tx
    .update(programmeDossiers)
    .set(change)
    .where(and(eq(programmeDossiers.id, dossier.id), eq(programmeDossiers.state, dossier.state)))
    .returning({ id: programmeDossiers.id })
  return changed.length === 1
}

export async function upsertReview(tx: Tx, row: typeof programmeReviews.$inferInsert): Promise<void> {
  const { scores, comment, updatedAtMs } = row
  await tx
    .insert(programmeReviews)
    .values(row)
    .onConflictDoUpdate({
      target: [programmeReviews.dossierId, programmeReviews.userId, programmeReviews.criteriaVersion],
      set: { scores, comment, updatedAtMs },
    })
}

export async function listReviewerIds(tx: Tx): Promise<string[]> {
  const rows = await tx.select({ userId: programmeReviewers.userId }).from(programmeReviewers)
  return rows.map(({ userId }) => userId)
}

/** Everyone who belongs to an administration of the commune, whatever they act for at the moment. */
export async function listPeopleOfCommune(tx: Tx, communeCode: string): Promise<string[]> {
  const ofCommune = tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.kind, 'commune'), eq(organisations.communeCode, communeCode)))
  const rows = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(inArray(memberships.organisationId, ofCommune))
  return rows.map(({ userId }) => userId)
}
