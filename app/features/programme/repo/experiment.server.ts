import { and, eq } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { programmeBudgetLines, programmeMilestones, programmeReports } from '~db/sqlite/programme'

/** Writes a line of a dossier's budget under its id, new or again; says whether it belongs to this dossier. */
export async function upsertBudgetLine(
  tx: Tx,
  row: typeof programmeBudgetLines.$inferInsert,
): Promise<boolean> {
  const { label, plannedCents, committedCents, spentCents } = row
  const written = await tx
    .insert(programmeBudgetLines)
    .values(row)
    .onConflictDoUpdate({
      target: programmeBudgetLines.id,
      set: { label, plannedCents, committedCents, spentCents },
      setWhere: eq(programmeBudgetLines.dossierId, row.dossierId),
    })
    .returning({ id: programmeBudgetLines.id })
  return written.length === 1
}

export async function deleteBudgetLine(tx: Tx, dossierId: string, id: string): Promise<void> {
  await tx
    .delete(programmeBudgetLines)
    .where(and(eq(programmeBudgetLines.id, id), eq(programmeBudgetLines.dossierId, dossierId)))
}

/** Writes a milestone of a dossier under its id, new or again; says whether it belongs to this dossier. */
export async function upsertMilestone(
  tx: Tx,
  row: typeof programmeMilestones.$inferInsert,
): Promise<boolean> {
  const { label, dueOn, doneOn } = row
  const written = await tx
    .insert(programmeMilestones)
    .values(row)
    .onConflictDoUpdate({
      target: programmeMilestones.id,
      set: { label, dueOn, doneOn },
      setWhere: eq(programmeMilestones.dossierId, row.dossierId),
    })
    .returning({ id: programmeMilestones.id })
  return written.length === 1
}

export async function deleteMilestone(tx: Tx, dossierId: string, id: string): Promise<void> {
  await tx
    .delete(programmeMilestones)
    .where(and(eq(programmeMilestones.id, id), eq(programmeMilestones.dossierId, dossierId)))
}

export async function upsertReport(tx: Tx, row: typeof programmeReports.$inferInsert): Promise<void> {
  const { dossierId: _id, ...change } = row
  await tx
    .insert(programmeReports)
    .values(row)
    .onConflictDoUpdate({ target: programmeReports.dossierId, set: change })
}
