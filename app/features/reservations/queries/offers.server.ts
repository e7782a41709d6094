import { eq } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { pickupOffers } from '~db/sqlite/arrangements'
import { isSameSlot, type Slot } from '../model/pickup'
import { sortSlots, type OfferedSlot } from '../model/offer'

/** The half-days that the giver lets the taker choose from, in the order of the week. */
export async function listOffersOf(reservationId: string): Promise<Slot[]> {
  return (await listOfferedSlots(reservationId)).map(({ on, part }) => ({ on, part }))
}

/** The same, each with when it was offered. */
export async function listOfferedSlots(reservationId: string): Promise<OfferedSlot[]> {
  const rows = await reader()
    .select({ on: pickupOffers.on, part: pickupOffers.part, offeredAtMs: pickupOffers.offeredAtMs })
    .from(pickupOffers)
    .where(eq(pickupOffers.reservationId, reservationId))
  return sortSlots(rows).flatMap((slot) => rows.find((row) => isSameSlot(row, slot)) ?? [])
}
