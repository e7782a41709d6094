import { withTx } from '~/platform/transaction.server'
import { deleteOwnSession } from '../repo.server'

/** Ends one of a person's own sessions; that of another, or an ended one, is no error and no change. */
export async function endSession(userId: string, session: string): Promise<void> {
  await withTx((tx) => deleteOwnSession(tx, userId, session))
}
