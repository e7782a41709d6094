import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { auditAlone, auditedAddress } from '~/platform/audit.server'
import { withTx } from '~/platform/transaction.server'
import { closedRefusal } from '../closed-refusal.server'
import { hashPassword, hasRoomForPassword, isHashOfBefore, isPassword } from '../passwords.server'
import { findCredentials } from '../queries.server'
import { updateUser } from '../repo.server'
import { startSession, type Entry } from './start-session.server'

/**
 * Signs in by e-mail and password; one refusal for every cause, so that accounts cannot be enumerated.
 * Refuses `busy` while too many wait.
 * Only who knows the password hears that the account is closed (`account-closed`) or in no organisation.
 * A hash of other parameters than those of today is made anew. The session is half-open while a second step is owed.
 */
export async function signIn({
  email,
  password,
  device,
  formerSecret,
}: Entry & { email: string; password: string }): Promise<Result<{ secret: string }>> {
  const credentials = await findCredentials(email)
  if (!hasRoomForPassword()) return refused('busy')
  const matches = await isPassword(credentials?.passwordHash ?? null, password)
  if (!credentials || !matches) {
    await auditRefusal(credentials?.userId ?? auditedAddress(email), 'credentials')
    return refused('bad-credentials', { field: 'password' })
  }
  const { userId } = credentials
  const refusal = await closedRefusal(userId)
  if (refusal) {
    await auditRefusal(userId, refusal.error.code)
    return refusal
  }
  const session = { userId, device, formerSecret, method: 'password' } as const
  const { passwordHash } = credentials
  const renewed = passwordHash !== null && isHashOfBefore(passwordHash) ? await hashPassword(password) : null
  const secret = await withTx(async (tx) => {
    if (renewed !== null) await updateUser(tx, userId, { passwordHash: renewed })
    return startSession(tx, session, nowMs())
  })
  return ok({ secret })
}

/** A try that failed: which account or, where there is none, a name for the address that was typed. */
async function auditRefusal(objectId: string, cause: string): Promise<void> {
  const details = { method: 'password', cause }
  await auditAlone({ action: 'session.opened', outcome: 'refused', actorUserId: null, objectId, details })
}
