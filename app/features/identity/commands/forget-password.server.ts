import { nowMs } from '~/core/clock'
import { writeAudit } from '~/platform/audit.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { hashOfToken, sendLink, tokenOf } from '../account-token.server'
import { findCredentials, isKnownLink } from '../queries.server'
import { findUser, voidTokensOf } from '../repo.server'

/**
 * Asks that the owner of an open account be sent a link to a new password. The same is read and written whether there
 * is an account or not, so that neither the answer nor its time says which; nothing is kept of an unknown address.
 */
export async function forgetPassword(email: string): Promise<void> {
  const account = await findCredentials(email)
  await withTx((tx) => tell(tx, 'account.forgotten', { userId: account?.userId ?? null }))
}

/** Makes the link that a message asked for, once; the former ones end. A closed account, or none, gets nothing. */
export async function sendResetLink(job: { messageId: string; userId: string | null }): Promise<void> {
  const { messageId, userId } = job
  if (userId === null || (await isKnownLink(hashOfToken(tokenOf(messageId)), ['reset-password']))) return
  await withTx(async (tx) => {
    const user = await findUser(tx, userId)
    if (!user || user.suspendedAtMs !== null) return
    await voidTokensOf(tx, userId, 'reset-password', nowMs())
    await sendLink(tx, { id: messageId, kind: 'reset-password', email: user.email, userId })
    await writeAudit(tx, { action: 'user.password-asked', actorUserId: null, objectId: userId })
  })
}
