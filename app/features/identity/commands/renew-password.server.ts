import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { recordChange } from '~/platform/changes.server'
import { clearAccount } from '~/platform/limits.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { hashOfToken } from '../account-token.server'
import { judgePassword } from '../judge-password.server'
import { hashPassword } from '../passwords.server'
import { readLink } from '../read-link.server'
import { deleteSessionsOf, findUser, updateUser, useToken } from '../repo.server'

/**
 * Sets a new password by the link sent to the address, which confirms the address too, and ends every session.
 * A link is used once (`link-expired`), and is kept when the password is refused (`judgePassword`). Whoever tried passwords on the account, its owner signs in again.
 */
export async function renewPassword(input: {
  token: string
  password: string
  clientIp?: string
}): Promise<Result<null>> {
  const asked = await readLink(input.token, ['reset-password'])
  const judged = await judgePassword(input.password, [asked?.email])
  if (!judged.ok) return judged
  const passwordHash = await hashPassword(input.password)
  return withTx(async (tx) => {
    const link = await useToken(tx, hashOfToken(input.token), 'reset-password', nowMs())
    const user = link?.userId ? await findUser(tx, link.userId) : null
    if (!link || user?.email !== link.email) return refused('link-expired')
    const emailVerifiedAtMs = user.emailVerifiedAtMs ?? nowMs()
    await updateUser(tx, user.id, { passwordHash, emailVerifiedAtMs })
    await deleteSessionsOf(tx, user.id)
    await clearAccount(tx, 'sign-in', { account: user.email, clientIp: input.clientIp })
    await recordChange(tx, {
      entity: 'user',
      entityId: user.id,
      kind: 'password-changed',
      actorUserId: user.id,
    })
    await tell(tx, 'account.notice', { notice: 'password-changed', userId: user.id })
    return ok(null)
  })
}
