import { withTx } from '~/platform/transaction.server'
import { saveRead } from '../repo/thread.server'

/** Keeps up to when a person has read what was written of a reservation. */
export async function readThread(read: {
  reservationId: string
  userId: string
  readAtMs: number
}): Promise<void> {
  await withTx((tx) => saveRead(tx, read))
}
