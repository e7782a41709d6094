import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { auditAlone } from '~/platform/audit.server'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { judgePassword } from '../judge-password.server'
import { hashPassword, isPassword } from '../passwords.server'
import { findCredentials } from '../queries.server'
import { deleteSessionsOf, updateUser, voidTokensOf } from '../repo.server'
import { hashSessionSecret } from '../session-secret.server'

type ChangePassword = {
  userId: string
  email: string
  name?: string
  currentPassword: string
  password: string
  /** The session that asks, which stays open. */
  secret: string
}

/**
 * Changes a password and ends the person's other sessions. Refuses a wrong current one (`bad-credentials`) and what
 * `judgePassword` does.
 */
export async function changePassword(input: ChangePassword): Promise<Result<null>> {
  const credentials = await findCredentials(input.email)
  if (!(await isPassword(credentials?.passwordHash ?? null, input.currentPassword))) {
    const { userId: objectId } = input
    await auditAlone({ action: 'user.password-changed', outcome: 'refused', actorUserId: objectId, objectId })
    return refused('bad-credentials', { field: 'currentPassword' })
  }
  const judged = await judgePassword(input.password, [input.email, input.name])
  if (!judged.ok) return judged
  const passwordHash = await hashPassword(input.password)
  const { userId } = input
  return withTx(async (tx) => {
    await updateUser(tx, userId, { passwordHash })
    await deleteSessionsOf(tx, userId, hashSessionSecret(input.secret))
    await voidTokensOf(tx, userId, 'reset-password', nowMs())
    await recordChange(tx, {
      entity: 'user',
      entityId: userId,
      kind: 'password-changed',
      actorUserId: userId,
    })
    await tell(tx, 'account.notice', { notice: 'password-changed', userId })
    return ok(null)
  })
}
