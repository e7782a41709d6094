import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { withTx } from '~/platform/transaction.server'
import { closedRefusal } from '../closed-refusal.server'
import { isPassword } from '../passwords.server'
import { findCredentials } from '../queries.server'
import { startSession, type Entry } from './start-session.server'

/**
 * Signs in by e-mail and password; one refusal for every cause, so that accounts cannot be enumerated.
 * Only who knows the password hears that the account is closed (`account-closed`) or in no organisation.
 * The session is half-open while a second step is owed.
 */
export async function signIn({
  email,
  password,
  ...entry
}: Entry & { email: string; password: string }): Promise<Result<{ secret: string }>> {
  const credentials = await findCredentials(email)
  const matches = await isPassword(credentials?.passwordHash ?? null, password)
  if (!credentials || !matches) return refused('bad-credentials', { field: 'password' })
  const { userId } = credentials
  const refusal = await closedRefusal(userId)
  if (refusal) return refusal
  const { device, formerSecret } = entry
  const secret = await withTx((tx) => startSession(tx, { userId, device, formerSecret }, nowMs()))
  return ok({ secret })
}
