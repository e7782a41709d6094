import { nowMs } from '~/core/clock'
import type { Tx } from '~/platform/transaction.server'
import { startSession } from './commands/start-session.server'
import { insertProviderSession } from './repo/openid.server'
import { hashSessionSecret } from './session-secret.server'

/** Opens a session for somebody whom the provider proved, and keeps what ends it there too. */
export async function openProviderSession(
  tx: Tx,
  proven: { userId: string; device: string; hasSecondFactor: boolean; idToken: string },
): Promise<string> {
  const { userId, device, hasSecondFactor, idToken } = proven
  const secret = await startSession(tx, { userId, device, method: 'proconnect', hasSecondFactor }, nowMs())
  await insertProviderSession(tx, hashSessionSecret(secret), idToken)
  return secret
}
