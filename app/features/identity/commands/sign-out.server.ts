import { withTx } from '~/platform/transaction.server'
import { deleteSession } from '../repo.server'
import { hashSessionSecret } from '../session-secret.server'

/** Ends one session; an unknown secret is no error. */
export async function signOut(secret: string): Promise<void> {
  await withTx((tx) => deleteSession(tx, hashSessionSecret(secret)))
}
