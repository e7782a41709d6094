import { nowMs } from '~/core/clock'
import { withTx } from '~/platform/transaction.server'
import { sendLink } from '../account-token.server'
import { findUser, voidTokensOf } from '../repo.server'

/** Sends a new confirmation link to an address that is not confirmed; the former link ends. */
export async function resendConfirmation(userId: string): Promise<void> {
  await withTx(async (tx) => {
    const user = await findUser(tx, userId)
    if (!user || user.emailVerifiedAtMs !== null) return
    await voidTokensOf(tx, userId, 'verify-email', nowMs())
    await sendLink(tx, { kind: 'verify-email', email: user.email, userId })
  })
}
