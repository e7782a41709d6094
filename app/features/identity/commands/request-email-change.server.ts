import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { auditAlone } from '~/platform/audit.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { sendLink } from '../account-token.server'
import { isPassword } from '../passwords.server'
import { findCredentials } from '../queries.server'
import { findUserByEmail, voidTokensOf } from '../repo.server'

type RequestEmailChange = { userId: string; currentEmail: string; email: string; currentPassword: string }

/**
 * Writes to a new address, which becomes the account's once its link is opened. An address in use gets the same
 * answer; its owner is told. Refuses a wrong password (`bad-credentials`).
 */
export async function requestEmailChange(input: RequestEmailChange): Promise<Result<null>> {
  const credentials = await findCredentials(input.currentEmail)
  if (!(await isPassword(credentials?.passwordHash ?? null, input.currentPassword))) {
    const { userId: objectId } = input
    await auditAlone({ action: 'user.email-changed', outcome: 'refused', actorUserId: objectId, objectId })
    return refused('bad-credentials', { field: 'currentPassword' })
  }
  return withTx(async (tx) => {
    await voidTokensOf(tx, input.userId, 'change-email', nowMs())
    const owner = await findUserByEmail(tx, input.email)
    if (owner) await tell(tx, 'account.notice', { notice: 'exists', userId: owner.id })
    else await sendLink(tx, { kind: 'change-email', email: input.email, userId: input.userId })
    return ok(null)
  })
}
