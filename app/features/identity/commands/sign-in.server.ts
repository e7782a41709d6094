import { nowMs } from '~/core/clock'
import { paths } from '~/core/paths'
import { ok, refused, type Result } from '~/core/result'
import { listOrganisationsOf } from '~/features/organisations/queries.server'
import { auditAlone, auditedAddress } from '~/platform/audit.server'
import { env } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { isPassword } from '../passwords.server'
import { findCredentials, type Credentials } from '../queries.server'
import { startSession } from './start-session.server'

/**
 * Signs in by e-mail and password; one refusal for every cause, so that accounts cannot be enumerated.
 * Only who knows the password hears that the account is closed (`account-closed`) or in no organisation.
 */
export async function signIn(input: {
  email: string
  password: string
  device: string
}): Promise<Result<{ secret: string }>> {
  const credentials = await findCredentials(input.email)
  const matches = await isPassword(credentials?.passwordHash ?? null, input.password)
  if (!credentials || !matches) {
    await auditRefusal(credentials?.userId ?? auditedAddress(input.email), 'credentials')
    return refused('bad-credentials', { field: 'password' })
  }
  const refusal = await closedRefusal(credentials)
  if (refusal) {
    await auditRefusal(credentials.userId, refusal.error.code)
    return refusal
  }
  const session = { userId: credentials.userId, device: input.device, method: 'password' } as const
  const secret = await withTx((tx) => startSession(tx, session, nowMs()))
  return ok({ secret })
}

/** A try that failed: which account or, where there is none, a name for the address that was typed. */
async function auditRefusal(objectId: string, cause: string): Promise<void> {
  const details = { method: 'password', cause }
  await auditAlone({ action: 'session.opened', outcome: 'refused', actorUserId: null, objectId, details })
}

/** Why someone who proved who they are may still not act; null when they may. */
async function closedRefusal({ userId, suspendedAtMs, organisations }: Credentials) {
  const contact = env().operatorContact ?? env().publicUrl + paths.contact()
  const open = await listOrganisationsOf(userId)
  if (suspendedAtMs !== null || (open.length === 0 && organisations > 0)) {
    return refused('account-closed', { params: { contact } })
  }
  return open.length === 0 ? refused('no-organisation') : null
}
