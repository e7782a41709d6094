import { eq } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { haulChoices, ledgerCorrections } from '~db/sqlite/accounting'

type CorrectionRow = typeof ledgerCorrections.$inferInsert

export async function insertCorrection(tx: Tx, correction: CorrectionRow): Promise<void> {
  await tx.insert(ledgerCorrections).values(correction)
}

export async function settleCorrection(
  tx: Tx,
  id: string,
  decision: Pick<CorrectionRow, 'state' | 'decidedByUserId' | 'decidedAtMs' | 'answer'>,
): Promise<void> {
  await tx.update(ledgerCorrections).set(decision).where(eq(ledgerCorrections.id, id))
}

/** What was last said of the vehicle of a collection. */
export async function putHaulChoice(tx: Tx, choice: typeof haulChoices.$inferInsert): Promise<void> {
  const { reservationId, ...said } = choice
  await tx
    .insert(haulChoices)
    .values({ reservationId, ...said })
    .onConflictDoUpdate({ target: haulChoices.reservationId, set: said })
}
