import { nowMs } from '~/core/clock'
import { writeAudit } from '~/platform/audit.server'
import { withTx } from '~/platform/transaction.server'
import { sendLink } from '../account-token.server'
import { findUserByEmail, voidTokensOf } from '../repo.server'

/** Writes to the owner of an open account with a link to a new password; says nothing of whether there is one. */
export async function forgetPassword(email: string): Promise<void> {
  await withTx(async (tx) => {
    const user = await findUserByEmail(tx, email)
    if (!user || user.suspendedAtMs !== null) return
    await voidTokensOf(tx, user.id, 'reset-password', nowMs())
    await sendLink(tx, { kind: 'reset-password', email, userId: user.id })
    await writeAudit(tx, { action: 'user.password-asked', actorUserId: null, objectId: user.id })
  })
}
