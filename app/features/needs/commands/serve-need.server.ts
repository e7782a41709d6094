import type { Tx } from '~/platform/transaction.server'
import { coverNeed } from '../repo.server'

/** Counts an accepted quantity towards a need, inside the caller's transaction. */
export async function serveNeed(tx: Tx, needId: string, quantityMilli: number): Promise<void> {
  await coverNeed(tx, needId, quantityMilli)
}
