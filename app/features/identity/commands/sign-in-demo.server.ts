import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { env } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { demoRoleOf } from '../model/demo-accounts'
import { findCredentials } from '../queries.server'
import { startSession, type Entry } from './start-session.server'

/** One-click sign-in as a demo account. Does not exist in production, nor for any other account or a closed one. */
export async function signInDemo({
  email,
  ...entry
}: Entry & { email: string }): Promise<Result<{ secret: string }>> {
  if (env().isProduction || !demoRoleOf(email)) return refused('not-found')
  const account = await findCredentials(email)
  if (!account || account.suspendedAtMs !== null) return refused('not-found')
  const { device, formerSecret } = entry
  const session = { userId: account.userId, device, formerSecret, method: 'demo' } as const
  const secret = await withTx((tx) => startSession(tx, session, nowMs()))
  return ok({ secret })
}
