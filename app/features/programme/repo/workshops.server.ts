import { and, count, eq, gt, inArray, isNotNull, isNull, notInArray, sql } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { programmeMaterials, programmeSeats, programmeWorkshops } from '~db/sqlite/programme-workshops'

export type WorkshopRow = typeof programmeWorkshops.$inferSelect

export async function findWorkshopRow(tx: Tx, id: string): Promise<WorkshopRow | null> {
  const rows = await tx.select().from(programmeWorkshops).where(eq(programmeWorkshops.id, id)).limit(1)
  return rows[0] ?? null
}

export async function insertWorkshop(tx: Tx, row: typeof programmeWorkshops.$inferInsert): Promise<void> {
  await tx.insert(programmeWorkshops).values(row)
}

export async function updateWorkshop(tx: Tx, id: string, change: Partial<WorkshopRow>): Promise<void> {
  await tx.update(programmeWorkshops).set(change).where(eq(programmeWorkshops.id, id))
}

/** Takes a place where one is left; says whether it did. */
export async function takePlace(tx: Tx, workshopId: string): Promise<boolean> {
  const taken = await tx
    .update(programmeWorkshops)
    .set({ taken: sql`${programmeWorkshops.taken} + 1` })
    .where(
      and(
        eq(programmeWorkshops.id, workshopId),
        isNull(programmeWorkshops.cancelledAtMs),
        sql`${programmeWorkshops.taken} < ${programmeWorkshops.places}`,
      ),
    )
    .returning({ id: programmeWorkshops.id })
  return taken.length === 1
}

export async function giveBackPlace(tx: Tx, workshopId: string): Promise<void> {
  await tx
    .update(programmeWorkshops)
    .set({ taken: sql`${programmeWorkshops.taken} - 1` })
    .where(and(eq(programmeWorkshops.id, workshopId), gt(programmeWorkshops.taken, 0)))
}

export async function findSeatRow(tx: Tx, id: string): Promise<typeof programmeSeats.$inferSelect | null> {
  const rows = await tx.select().from(programmeSeats).where(eq(programmeSeats.id, id)).limit(1)
  return rows[0] ?? null
}

/** Writes a seat unless this address has one at the workshop; says whether it did. */
export async function insertSeat(tx: Tx, row: typeof programmeSeats.$inferInsert): Promise<boolean> {
  const inserted = await tx
    .insert(programmeSeats)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: programmeSeats.id })
  return inserted.length === 1
}

export async function deleteSeat(tx: Tx, id: string): Promise<void> {
  await tx.delete(programmeSeats).where(eq(programmeSeats.id, id))
}

export async function listSeatIds(tx: Tx, workshopId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: programmeSeats.id })
    .from(programmeSeats)
    .where(eq(programmeSeats.workshopId, workshopId))
  return rows.map(({ id }) => id)
}

/** Notes those who were there, and that the others were not. */
export async function keepAttendance(tx: Tx, workshopId: string, present: readonly string[]): Promise<void> {
  const here = eq(programmeSeats.workshopId, workshopId)
  const ids = [...present]
  await tx
    .update(programmeSeats)
    .set({ attended: true })
    .where(and(here, inArray(programmeSeats.id, ids)))
  await tx
    .update(programmeSeats)
    .set({ attended: false })
    .where(and(here, notInArray(programmeSeats.id, ids)))
}

export async function insertMaterial(tx: Tx, row: typeof programmeMaterials.$inferInsert): Promise<void> {
  await tx.insert(programmeMaterials).values(row).onConflictDoNothing()
}

export async function findMaterialRow(
  tx: Tx,
  id: string,
): Promise<typeof programmeMaterials.$inferSelect | null> {
  const rows = await tx.select().from(programmeMaterials).where(eq(programmeMaterials.id, id)).limit(1)
  return rows[0] ?? null
}

/** How many files a workshop hands out. */
export async function countMaterialFiles(tx: Tx, workshopId: string): Promise<number> {
  const rows = await tx
    .select({ total: count() })
    .from(programmeMaterials)
    .where(and(eq(programmeMaterials.workshopId, workshopId), isNotNull(programmeMaterials.storageKey)))
  return rows[0]?.total ?? 0
}

/** Deletes what a workshop hands out; returns where its file is, null without one. */
export async function deleteMaterial(tx: Tx, workshopId: string, id: string): Promise<string | null> {
  const deleted = await tx
    .delete(programmeMaterials)
    .where(and(eq(programmeMaterials.id, id), eq(programmeMaterials.workshopId, workshopId)))
    .returning({ storageKey: programmeMaterials.storageKey })
  return deleted[0]?.storageKey ?? null
}
