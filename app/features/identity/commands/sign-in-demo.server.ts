import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { env } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { demoRoleOf } from '../model/demo-accounts'
import { findCredentials } from '../queries.server'
import { startSession } from './start-session.server'

/** One-click sign-in as a demo account. Does not exist in production, nor for any other account. */
export async function signInDemo(email: string): Promise<Result<{ secret: string }>> {
  if (env().isProduction || !demoRoleOf(email)) return refused('not-found')
  const account = await findCredentials(email)
  if (!account) return refused('not-found')
  const secret = await withTx((tx) => startSession(tx, account.userId, nowMs()))
  return ok({ secret })
}
