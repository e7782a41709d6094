import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { hashOfToken } from '../account-token.server'
import { findUser, findUserByEmail, updateUser, useToken, voidTokensOf, type TokenRow } from '../repo.server'

/** Confirms the address of an account, or its change, by the link sent there. A link is used once (`link-expired`). */
export async function confirmAddress(token: string): Promise<Result<null>> {
  return withTx(async (tx) => {
    const idHash = hashOfToken(token)
    const verification = await useToken(tx, idHash, 'verify-email', nowMs())
    if (verification) return verify(tx, verification)
    const change = await useToken(tx, idHash, 'change-email', nowMs())
    return change ? changeAddress(tx, change) : refused('link-expired')
  })
}

async function verify(tx: Tx, { userId, email }: TokenRow): Promise<Result<null>> {
  const user = userId ? await findUser(tx, userId) : null
  if (user?.email !== email) return refused('link-expired')
  await updateUser(tx, user.id, { emailVerifiedAtMs: nowMs() })
  await recordChange(tx, { entity: 'user', entityId: user.id, kind: 'confirmed', actorUserId: user.id })
  return ok(null)
}

async function changeAddress(tx: Tx, { userId, email }: TokenRow): Promise<Result<null>> {
  const user = userId ? await findUser(tx, userId) : null
  if (!user || (await findUserByEmail(tx, email))) return refused('link-expired')
  await updateUser(tx, user.id, { email, emailVerifiedAtMs: nowMs() })
  await voidTokensOf(tx, user.id, 'reset-password', nowMs())
  await recordChange(tx, { entity: 'user', entityId: user.id, kind: 'email-changed', actorUserId: user.id })
  await tell(tx, 'account.notice', { notice: 'email-changed', userId: user.id, formerEmail: user.email })
  return ok(null)
}
