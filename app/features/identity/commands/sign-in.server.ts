import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { withTx } from '~/platform/transaction.server'
import { isPassword } from '../passwords.server'
import { findCredentials } from '../queries.server'
import { startSession } from './start-session.server'

/** Signs in by e-mail and password; one refusal for every cause, so that accounts cannot be enumerated. */
export async function signIn(input: {
  email: string
  password: string
}): Promise<Result<{ secret: string }>> {
  const credentials = await findCredentials(input.email)
  const matches = await isPassword(credentials?.passwordHash ?? null, input.password)
  if (!credentials || !matches) return refused('bad-credentials', { field: 'password' })
  const secret = await withTx((tx) => startSession(tx, credentials.userId, nowMs()))
  return ok({ secret })
}
