import { and, eq, inArray, sum } from 'drizzle-orm'
import { SERVING_STATUSES, type ReservationStatus } from '~/core/reservation-status'
import type { Tx } from '~/platform/transaction.server'
import { handoverChecks, handoverConfirmations, handovers, reservations } from '~db/sqlite/reservations'

export type ReservationRow = typeof reservations.$inferSelect

export async function insertReservation(tx: Tx, row: typeof reservations.$inferInsert): Promise<void> {
  await tx.insert(reservations).values(row)
}

export async function findReservation(tx: Tx, id: string): Promise<ReservationRow | null> {
  const rows = await tx.select().from(reservations).where(eq(reservations.id, id)).limit(1)
  return rows[0] ?? null
}

/** Requests of a lot that its giver has not answered. */
export async function listRequested(tx: Tx, lotId: string): Promise<ReservationRow[]> {
  return tx
    .select()
    .from(reservations)
    .where(and(eq(reservations.lotId, lotId), eq(reservations.status, 'requested')))
}

/** Moves a reservation if it still is in the status that the decision was made on; says whether it was. */
export async function moveReservation(
  tx: Tx,
  id: string,
  from: ReservationStatus,
  change: { status: ReservationStatus; decidedAtMs?: number; decisionReason?: string | null },
): Promise<boolean> {
  const moved = await tx
    .update(reservations)
    .set(change)
    .where(and(eq(reservations.id, id), eq(reservations.status, from)))
    .returning({ id: reservations.id })
  return moved.length === 1
}

/** Writes the pickup that a side proposes or both agree on. */
export async function setPickup(
  tx: Tx,
  id: string,
  pickup: Partial<Pick<ReservationRow, 'pickupOn' | 'pickupPart' | 'pickupProposedBy' | 'pickupAgreedAtMs'>>,
): Promise<void> {
  await tx.update(reservations).set(pickup).where(eq(reservations.id, id))
}

/** Signs, or signs again with another mass while the handover is not complete. */
export async function upsertConfirmation(
  tx: Tx,
  row: typeof handoverConfirmations.$inferInsert,
): Promise<void> {
  await tx
    .insert(handoverConfirmations)
    .values(row)
    .onConflictDoUpdate({
      target: [handoverConfirmations.reservationId, handoverConfirmations.side],
      set: {
        massG: row.massG,
        signedName: row.signedName,
        drawing: row.drawing ?? null,
        onSide: row.onSide ?? null,
        sorting: row.sorting ?? null,
        userId: row.userId,
        atMs: row.atMs,
        receivedAtMs: row.receivedAtMs ?? null,
      },
    })
}

export async function listConfirmations(tx: Tx, reservationId: string) {
  return tx.select().from(handoverConfirmations).where(eq(handoverConfirmations.reservationId, reservationId))
}

export async function insertHandoverCheck(tx: Tx, row: typeof handoverChecks.$inferInsert): Promise<void> {
  await tx.insert(handoverChecks).values(row)
}

export async function findHandoverCheck(tx: Tx, id: string): Promise<{ reservationId: string } | null> {
  const rows = await tx
    .select({ reservationId: handoverChecks.reservationId })
    .from(handoverChecks)
    .where(eq(handoverChecks.id, id))
    .limit(1)
  return rows[0] ?? null
}

export async function insertHandover(tx: Tx, row: typeof handovers.$inferInsert): Promise<void> {
  await tx.insert(handovers).values(row)
}

export async function findHandoverId(tx: Tx, reservationId: string): Promise<string | null> {
  const rows = await tx
    .select({ id: handovers.id })
    .from(handovers)
    .where(eq(handovers.reservationId, reservationId))
    .limit(1)
  return rows[0]?.id ?? null
}

/** Thousandths that granted reservations, handed over or not, serve of a need. */
export async function sumServedMilli(tx: Tx, needId: string): Promise<number> {
  const rows = await tx
    .select({ milli: sum(reservations.quantityMilli).mapWith(Number) })
    .from(reservations)
    .where(and(eq(reservations.needId, needId), inArray(reservations.status, [...SERVING_STATUSES])))
  return rows[0]?.milli ?? 0
}
