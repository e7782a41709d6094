import { count, eq, max } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import {
  attributionDecisions,
  attributionProfiles,
  cessionTerms,
  lotCriteria,
  publicRules,
  resaleUndertakings,
} from '~db/sqlite/attribution'

type Profile = typeof attributionProfiles.$inferInsert
type Terms = typeof cessionTerms.$inferInsert

/** Keeps some of what an organisation publishes of its attributions; the rest stays. */
export async function upsertProfile(tx: Tx, { organisationId, ...values }: Profile): Promise<void> {
  await tx
    .insert(attributionProfiles)
    .values({ organisationId, ...values })
    .onConflictDoUpdate({ target: attributionProfiles.organisationId, set: values })
}

export async function upsertLotCriteria(tx: Tx, row: typeof lotCriteria.$inferInsert): Promise<void> {
  const { lotId: _, ...values } = row
  await tx.insert(lotCriteria).values(row).onConflictDoUpdate({ target: lotCriteria.lotId, set: values })
}

export async function deleteLotCriteria(tx: Tx, lotId: string): Promise<void> {
  await tx.delete(lotCriteria).where(eq(lotCriteria.lotId, lotId))
}

export async function upsertTerms(tx: Tx, row: Terms): Promise<void> {
  const { lotId: _, ...values } = row
  await tx.insert(cessionTerms).values(row).onConflictDoUpdate({ target: cessionTerms.lotId, set: values })
}

/** Writes an undertaking; says whether it is new. */
export async function insertUndertaking(
  tx: Tx,
  row: typeof resaleUndertakings.$inferInsert,
): Promise<boolean> {
  const made = await tx
    .insert(resaleUndertakings)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: resaleUndertakings.reservationId })
  return made.length > 0
}

export async function insertDecision(tx: Tx, row: typeof attributionDecisions.$inferInsert): Promise<void> {
  await tx.insert(attributionDecisions).values(row)
}

/** How many versions of the rules were ever set, and when the newest was. */
export async function countRules(tx: Tx): Promise<{ total: number; newestAtMs: number }> {
  const [row] = await tx.select({ total: count(), newestAtMs: max(publicRules.setAtMs) }).from(publicRules)
  return { total: row?.total ?? 0, newestAtMs: row?.newestAtMs ?? 0 }
}

export async function insertRules(tx: Tx, row: typeof publicRules.$inferInsert): Promise<void> {
  await tx.insert(publicRules).values(row)
}
