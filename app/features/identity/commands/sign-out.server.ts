import { writeAudit } from '~/platform/audit.server'
import { withTx } from '~/platform/transaction.server'
import { deleteSession } from '../repo.server'
import { hashSessionSecret } from '../session-secret.server'

/** Ends one session; an unknown secret is no error. */
export async function signOut(secret: string): Promise<void> {
  await withTx(async (tx) => {
    const userId = await deleteSession(tx, hashSessionSecret(secret))
    if (userId) await writeAudit(tx, { action: 'session.closed', actorUserId: userId, objectId: userId })
  })
}
