import { noteChange } from '~/platform/changes.server'
import type { Tx } from '~/platform/transaction.server'
import { setServed } from '../repo.server'

/**
 * Tells a need how much accepted reservations serve of it in all, inside the caller's transaction.
 * The total rather than a difference, so that a cancellation reopens exactly what it gave up.
 */
export async function serveNeed(tx: Tx, needId: string, servedMilli: number): Promise<void> {
  await setServed(tx, needId, servedMilli)
  await noteChange(tx, 'need', needId)
}
