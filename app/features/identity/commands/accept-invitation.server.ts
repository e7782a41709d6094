import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type { Locale } from '~/core/locale'
import { ok, refused, type Result } from '~/core/result'
import { addMember } from '~/features/organisations/commands/add-member.server'
import { recordChange } from '~/platform/changes.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { hashOfToken } from '../account-token.server'
import { judgePassword } from '../judge-password.server'
import { hashPassword, hasRoomForPassword, isPassword } from '../passwords.server'
import { findCredentials } from '../queries.server'
import {
  findUserByEmail,
  insertUser,
  setSessionOrganisation,
  updateUser,
  useToken,
  type TokenRow,
} from '../repo.server'
import { readLink } from '../read-link.server'
import { hashSessionSecret } from '../session-secret.server'
import { startSession, type Entry } from './start-session.server'

type AcceptInvitation = Entry & { token: string; name?: string; password: string; locale: Locale }

/**
 * Joins the organisation of an invitation, once: with a new account, or with the existing one of the address, whose
 * password proves who accepts. The link came to the address, so it is confirmed. Opens a session there, half-open while
 * a second factor is owed.
 */
export async function acceptInvitation(input: AcceptInvitation): Promise<Result<{ secret: string }>> {
  const link = await readLink(input.token, ['invitation'])
  if (!link) return refused('link-expired')
  const known = await findCredentials(link.email)
  const judged = known ? ok(null) : await judgePassword(input.password, [link.email, input.name])
  if (!judged.ok) return judged
  if (!hasRoomForPassword()) return refused('busy')
  if (known && !(await isPassword(known.passwordHash, input.password))) {
    return refused('bad-credentials', { field: 'password' })
  }
  if (known?.suspendedAtMs) return refused('forbidden')
  const passwordHash = known ? null : await hashPassword(input.password)
  return withTx(async (tx) => {
    const invitation = await useToken(tx, hashOfToken(input.token), 'invitation', nowMs())
    if (!invitation?.organisationId) return refused('link-expired')
    const userId = await memberOf(tx, invitation, { ...input, passwordHash })
    if (!userId) return refused('conflict')
    const { organisationId, role } = invitation
    await addMember(tx, { userId, organisationId, role: role ?? 'member' })
    await recordChange(tx, {
      entity: 'organisation',
      entityId: organisationId,
      kind: 'member-joined',
      actorUserId: userId,
    })
    const { device, formerSecret } = input
    const secret = await startSession(tx, { userId, device, formerSecret, method: 'invitation' }, nowMs())
    await setSessionOrganisation(tx, hashSessionSecret(secret), organisationId)
    return ok({ secret })
  })
}

/** The account of the address, made now if there was none; null when one appeared since the password was judged. */
async function memberOf(
  tx: Tx,
  { email }: TokenRow,
  person: { name?: string; locale: Locale; passwordHash: string | null },
): Promise<string | null> {
  const now = nowMs()
  const existing = await findUserByEmail(tx, email)
  if (existing && person.passwordHash !== null) return null
  if (existing) {
    await updateUser(tx, existing.id, { emailVerifiedAtMs: existing.emailVerifiedAtMs ?? now })
    return existing.id
  }
  const id = newId()
  const { name = email, locale, passwordHash } = person
  await insertUser(tx, { id, email, name, locale, passwordHash, emailVerifiedAtMs: now, createdAtMs: now })
  await recordChange(tx, { entity: 'user', entityId: id, kind: 'signed-up', actorUserId: id })
  return id
}
