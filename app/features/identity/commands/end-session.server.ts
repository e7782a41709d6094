import { writeAudit } from '~/platform/audit.server'
import { withTx } from '~/platform/transaction.server'
import { deleteOwnSession } from '../repo.server'

/** Ends one of a person's own sessions; that of another, or an ended one, is no error and no change. */
export async function endSession(userId: string, session: string): Promise<void> {
  await withTx(async (tx) => {
    if (!(await deleteOwnSession(tx, userId, session))) return
    await writeAudit(tx, { action: 'session.revoked', actorUserId: userId, objectId: userId })
  })
}
