import { paths } from '~/core/paths'
import { writeAudit } from '~/platform/audit.server'
import { env } from '~/platform/env.server'
import { endSessionUrl } from '~/platform/openid.server'
import { withTx } from '~/platform/transaction.server'
import { deleteSession } from '../repo.server'
import { findProviderSession } from '../repo/openid.server'
import { hashSessionSecret, newSessionSecret } from '../session-secret.server'

/**
 * Ends one session; an unknown secret is no error. What comes back ends the session at the provider too, where the person
 * came in by it: its address and what its return must carry.
 */
export async function signOut(secret: string): Promise<{ url: string; state: string } | null> {
  const idToken = await withTx(async (tx) => {
    const held = await findProviderSession(tx, hashSessionSecret(secret))
    const userId = await deleteSession(tx, hashSessionSecret(secret))
    if (userId) await writeAudit(tx, { action: 'session.closed', actorUserId: userId, objectId: userId })
    return held
  })
  if (idToken === null) return null
  const state = newSessionSecret()
  const url = await endSessionUrl(idToken, state, env().publicUrl + paths.proConnectEnd())
  return url === null ? null : { url, state }
}
