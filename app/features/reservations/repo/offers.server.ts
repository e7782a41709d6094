import { eq } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { pickupOffers } from '~db/sqlite/arrangements'
import type { OfferedSlot } from '../model/offer'
import type { Slot } from '../model/pickup'

/** The half-days that the giver offers now. */
export async function listOffered(tx: Tx, reservationId: string): Promise<OfferedSlot[]> {
  return tx
    .select({ on: pickupOffers.on, part: pickupOffers.part, offeredAtMs: pickupOffers.offeredAtMs })
    .from(pickupOffers)
    .where(eq(pickupOffers.reservationId, reservationId))
}

/** Offers these half-days and no others. */
export async function replaceOffered(
  tx: Tx,
  reservationId: string,
  slots: readonly Slot[],
  by: { offeredByUserId: string; offeredAtMs: number },
): Promise<void> {
  await forgetOffered(tx, reservationId)
  await tx.insert(pickupOffers).values(slots.map((slot) => ({ reservationId, ...slot, ...by })))
}

export async function forgetOffered(tx: Tx, reservationId: string): Promise<void> {
  await tx.delete(pickupOffers).where(eq(pickupOffers.reservationId, reservationId))
}
