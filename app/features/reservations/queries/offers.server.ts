import { eq } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { pickupOffers } from '~db/sqlite/arrangements'
import { sortSlots } from '../model/offer'
import type { Slot } from '../model/pickup'

/** The half-days that the giver lets the taker choose from, in the order of the week. */
export async function listOffersOf(reservationId: string): Promise<Slot[]> {
  const rows = await reader()
    .select({ on: pickupOffers.on, part: pickupOffers.part })
    .from(pickupOffers)
    .where(eq(pickupOffers.reservationId, reservationId))
  return sortSlots(rows)
}
