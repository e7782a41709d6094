import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { labelCodes, labelScans } from '~db/sqlite/labels'
import { lotDrafts, lots } from '~db/sqlite/lots'
import { reservations } from '~db/sqlite/reservations'

type LabelRow = typeof labelCodes.$inferSelect
type ScanRow = typeof labelScans.$inferSelect

/** Rows of one insert statement, far below the limit of parameters. */
const CHUNK = 100

export async function findLabelRow(tx: Tx, code: string): Promise<LabelRow | null> {
  const rows = await tx.select().from(labelCodes).where(eq(labelCodes.code, code)).limit(1)
  return rows[0] ?? null
}

/** Which of these codes exist already, whoever they are of. */
export async function listTakenCodes(tx: Tx, codes: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ code: labelCodes.code })
    .from(labelCodes)
    .where(inArray(labelCodes.code, [...codes]))
  return rows.map(({ code }) => code)
}

/** The pieces of a lot that have a label; null stands for the lot as a whole. */
export async function listLabelledItems(tx: Tx, lotId: string): Promise<(number | null)[]> {
  const rows = await tx.select({ item: labelCodes.item }).from(labelCodes).where(eq(labelCodes.lotId, lotId))
  return rows.map(({ item }) => item)
}

export async function isBatchKnown(tx: Tx, organisationId: string, batchId: string): Promise<boolean> {
  const rows = await tx
    .select({ code: labelCodes.code })
    .from(labelCodes)
    .where(and(eq(labelCodes.batchId, batchId), eq(labelCodes.organisationId, organisationId)))
    .limit(1)
  return rows.length > 0
}

export async function insertLabels(tx: Tx, labels: readonly LabelRow[]): Promise<void> {
  for (let start = 0; start < labels.length; start += CHUNK) {
    await tx.insert(labelCodes).values(labels.slice(start, start + CHUNK))
  }
}

/** What may hold a label: a lot or a draft by its id, with its organisation. */
export async function findHolder(
  tx: Tx,
  id: string,
): Promise<{ kind: 'lot' | 'draft'; id: string; organisationId: string; name: string } | null> {
  const [lot] = await tx
    .select({ organisationId: lots.organisationId, name: lots.reference })
    .from(lots)
    .where(eq(lots.id, id))
    .limit(1)
  if (lot) return { kind: 'lot', id, ...lot }
  const [draft] = await tx
    .select({ organisationId: lotDrafts.organisationId, answers: lotDrafts.answers })
    .from(lotDrafts)
    .where(eq(lotDrafts.id, id))
    .limit(1)
  if (!draft) return null
  const title = draft.answers.title
  return {
    kind: 'draft',
    id,
    organisationId: draft.organisationId,
    name: typeof title === 'string' && title ? title : '–',
  }
}

type Claim = Pick<LabelRow, 'lotId' | 'draftId' | 'claimedByUserId' | 'claimedAtMs'>

/** Gives a label that nobody holds to a lot or a draft, in one conditional update; says whether it did. */
export async function claimLabel(
  tx: Tx,
  label: Pick<LabelRow, 'code' | 'draftId'>,
  claim: Claim,
): Promise<boolean> {
  const seen = label.draftId === null ? isNull(labelCodes.draftId) : eq(labelCodes.draftId, label.draftId)
  const claimed = await tx
    .update(labelCodes)
    .set(claim)
    .where(and(eq(labelCodes.code, label.code), isNull(labelCodes.lotId), seen))
    .returning({ code: labelCodes.code })
  return claimed.length === 1
}

export async function findReservationRow(tx: Tx, id: string) {
  const { lotId, status, giverOrganisationId, takerOrganisationId } = reservations
  const rows = await tx
    .select({ lotId, status, giverOrganisationId, takerOrganisationId })
    .from(reservations)
    .where(eq(reservations.id, id))
    .limit(1)
  return rows[0] ?? null
}

export async function findScan(tx: Tx, id: string): Promise<ScanRow | null> {
  const rows = await tx.select().from(labelScans).where(eq(labelScans.id, id)).limit(1)
  return rows[0] ?? null
}

/** The scans of a label that did this, for this reservation or for none. */
export async function listScansOf(
  tx: Tx,
  { code, act, reservationId }: Pick<ScanRow, 'code' | 'act' | 'reservationId'>,
): Promise<ScanRow[]> {
  const isFor =
    reservationId === null ? isNull(labelScans.reservationId) : eq(labelScans.reservationId, reservationId)
  return tx
    .select()
    .from(labelScans)
    .where(and(eq(labelScans.code, code), eq(labelScans.act, act), isFor))
}

export async function insertScan(tx: Tx, scan: ScanRow): Promise<void> {
  await tx.insert(labelScans).values(scan)
}
