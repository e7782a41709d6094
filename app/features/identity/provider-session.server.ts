import { nowMs } from '~/core/clock'
import type { Tx } from '~/platform/transaction.server'
import { startSession, type Entry } from './commands/start-session.server'
import { insertProviderSession } from './repo/openid.server'
import { hashSessionSecret } from './session-secret.server'

/** Opens a session for somebody whom the provider proved, and keeps what ends it there too. */
export async function openProviderSession(
  tx: Tx,
  proven: Entry & { userId: string; hasSecondFactor: boolean; idToken: string },
): Promise<string> {
  const { userId, device, formerSecret, hasSecondFactor, idToken } = proven
  const session = { userId, device, formerSecret, hasSecondFactor, method: 'proconnect' } as const
  const secret = await startSession(tx, session, nowMs())
  await insertProviderSession(tx, hashSessionSecret(secret), idToken)
  return secret
}
