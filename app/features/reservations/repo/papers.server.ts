import { aliasedTable, and, asc, eq, inArray, isNull, lt } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { communes } from '~db/sqlite/communes'
import { handoverFiles, handoverPaperFiles, handoverPapers } from '~db/sqlite/handover-papers'
import { labelCodes } from '~db/sqlite/labels'
import { lots } from '~db/sqlite/lots'
import { organisations } from '~db/sqlite/organisations'
import { handoverChecks, handoverConfirmations, handovers, reservations } from '~db/sqlite/reservations'
import { reinstallations } from '~db/sqlite/stories'

const giver = aliasedTable(organisations, 'giver')
const taker = aliasedTable(organisations, 'taker')

/** A completed handover with its two parties and its lot, as its documents state them; null when there is none. */
export async function findSignedHandover(tx: Tx, handoverId: string) {
  const rows = await tx
    .select({
      handover: handovers,
      reservationId: reservations.id,
      reservedMilli: reservations.quantityMilli,
      giverName: giver.name,
      giverSiret: giver.siret,
      giverCommuneCode: giver.communeCode,
      takerName: taker.name,
      takerSiret: taker.siret,
      takerCommuneCode: taker.communeCode,
      lot: {
        reference: lots.reference,
        title: lots.title,
        material: lots.material,
        condition: lots.condition,
        unit: lots.unit,
        unitPriceCents: lots.unitPriceCents,
        massG: lots.massG,
        quantityMilli: lots.quantityMilli,
      },
      fromCommuneCode: lots.communeCode,
      toCommuneCode: reservations.takerCommuneCode,
    })
    .from(handovers)
    .innerJoin(reservations, eq(reservations.id, handovers.reservationId))
    .innerJoin(lots, eq(lots.id, reservations.lotId))
    .innerJoin(giver, eq(giver.id, reservations.giverOrganisationId))
    .innerJoin(taker, eq(taker.id, reservations.takerOrganisationId))
    .where(eq(handovers.id, handoverId))
    .limit(1)
  return rows[0] ?? null
}

/** The names of communes by their codes. */
export async function listCommuneNames(
  tx: Tx,
  codes: readonly (string | null)[],
): Promise<Map<string | null, string>> {
  const known = codes.filter((code) => code !== null)
  const rows = await tx
    .select({ code: communes.code, name: communes.name })
    .from(communes)
    .where(inArray(communes.code, known))
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** What was counted and weighed for a reservation, in the order in which it arrived. */
export async function listChecks(tx: Tx, reservationId: string) {
  return tx
    .select()
    .from(handoverChecks)
    .where(eq(handoverChecks.reservationId, reservationId))
    .orderBy(asc(handoverChecks.receivedAtMs), asc(handoverChecks.id))
}

/** Both signatures of a reservation, the giver's first. */
export async function listSignatures(tx: Tx, reservationId: string) {
  return tx
    .select()
    .from(handoverConfirmations)
    .where(eq(handoverConfirmations.reservationId, reservationId))
    .orderBy(asc(handoverConfirmations.side))
}

/** Which of these codes are on pieces of a lot. */
export async function listCodesOnLot(tx: Tx, lotId: string, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return []
  const rows = await tx
    .select({ code: labelCodes.code })
    .from(labelCodes)
    .where(and(eq(labelCodes.lotId, lotId), inArray(labelCodes.code, [...codes])))
  return rows.map(({ code }) => code)
}

export async function listPaperKinds(tx: Tx, handoverId: string): Promise<string[]> {
  const rows = await tx
    .select({ kind: handoverPapers.kind })
    .from(handoverPapers)
    .where(eq(handoverPapers.handoverId, handoverId))
  return rows.map(({ kind }) => kind)
}

export async function insertPaper(tx: Tx, row: typeof handoverPapers.$inferInsert): Promise<void> {
  await tx.insert(handoverPapers).values(row)
}

/** Keeps the one file of a document in a language; says whether it was the first. */
export async function insertPaperFile(tx: Tx, row: typeof handoverPaperFiles.$inferInsert): Promise<boolean> {
  const kept = await tx
    .insert(handoverPaperFiles)
    .values(row)
    .onConflictDoNothing()
    .returning({ number: handoverPaperFiles.number })
  return kept.length === 1
}

export type HandoverFileRow = typeof handoverFiles.$inferSelect

export async function findHandoverFile(tx: Tx, id: string): Promise<HandoverFileRow | null> {
  const rows = await tx.select().from(handoverFiles).where(eq(handoverFiles.id, id)).limit(1)
  return rows[0] ?? null
}

export async function insertHandoverFile(tx: Tx, row: typeof handoverFiles.$inferInsert): Promise<void> {
  await tx.insert(handoverFiles).values(row)
}

/** Keeps the hash of a picture's file, unless the row shows another file by now. */
export async function keepPictureHash(
  tx: Tx,
  file: { id: string; storageKey: string },
  fileSha256: string,
): Promise<void> {
  await tx
    .update(handoverFiles)
    .set({ fileSha256 })
    .where(and(eq(handoverFiles.id, file.id), eq(handoverFiles.storageKey, file.storageKey)))
}

/**
 * Removes pictures sent before an instant that no check and no reinstallation names, at most `limit`, oldest first.
 * @returns the keys of their files, which follow
 */
export async function deleteUnusedHandoverFiles(tx: Tx, beforeMs: number, limit: number): Promise<string[]> {
  const unused = await tx
    .select({ id: handoverFiles.id })
    .from(handoverFiles)
    .leftJoin(handoverChecks, eq(handoverChecks.slipFileId, handoverFiles.id))
    .leftJoin(reinstallations, eq(reinstallations.fileId, handoverFiles.id))
    .where(
      and(lt(handoverFiles.createdAtMs, beforeMs), isNull(handoverChecks.id), isNull(reinstallations.id)),
    )
    .orderBy(asc(handoverFiles.createdAtMs))
    .limit(limit)
  if (unused.length === 0) return []
  const gone = await tx
    .delete(handoverFiles)
    .where(
      inArray(
        handoverFiles.id,
        unused.map(({ id }) => id),
      ),
    )
    .returning({ storageKey: handoverFiles.storageKey })
  return gone.map(({ storageKey }) => storageKey)
}
