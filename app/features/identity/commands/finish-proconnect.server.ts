import { nowMs } from '~/core/clock'
import { paths } from '~/core/paths'
import { ok, refused, type Result } from '~/core/result'
import { listOrganisationsOf } from '~/features/organisations/queries.server'
import { recordChange } from '~/platform/changes.server'
import { reader } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { logger } from '~/platform/logger.server'
import { finishAuthorization, OpenIdError, type OpenIdIdentity } from '~/platform/openid.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { keepAttempt, useAttempt } from '../openid-attempt.server'
import { findUser } from '../repo.server'
import { findIdentity, insertIdentity, noteIdentityUse } from '../repo/openid.server'
import { openProviderSession } from '../provider-session.server'
import type { Entry } from './start-session.server'

/** What came of it: in, tied to the account that asked, or known to the provider alone. `secret` is the cookie's. */
export type Finished =
  { kind: 'in'; secret: string; next: string } | { kind: 'linked' } | { kind: 'new'; secret: string }

/**
 * Ends a way through ProConnect in the browser that began it, once. The account is the one of (issuer, subject): an
 * address that is the same as another account's joins nothing.
 * @returns `proconnect-down`, `proconnect-cancelled`, `proconnect-refused` (an answer that is not good, late, used before or
 *   of another browser), `proconnect-taken` (tied to another account), `proconnect-waits` (no organisation yet),
 *   `account-closed`
 */
export async function finishProConnect(input: {
  secret: string | null
  /** The query that the browser brought back. */
  query: string
  /** Who is signed in here, for whom alone a tie may be made. */
  userId: string | null
  entry: Entry
}): Promise<Result<Finished>> {
  const { secret, userId, entry } = input
  const started = secret === null ? null : await withTx((tx) => useAttempt(tx, 'started', secret))
  if (!started) return refused('proconnect-refused')
  const identity = await identityOf(input.query, started)
  if (!identity.ok) return identity
  const { linkUserId, next } = started
  if (linkUserId !== null && linkUserId !== userId) return refused('proconnect-refused')
  const known = await findIdentity(reader(), identity.value)
  if (linkUserId === null && known) {
    const closed = await closedRefusal(known.userId)
    if (closed) return closed
  }
  return withTx(async (tx) => {
    if (linkUserId !== null) return link(tx, identity.value, linkUserId)
    const found = await findIdentity(tx, identity.value)
    if (!found)
      return ok({ kind: 'new', secret: await keepAttempt(tx, 'proven', { ...identity.value, next }) })
    const { email } = identity.value
    await noteIdentityUse(tx, identity.value, { email: email ?? '', lastUsedAtMs: nowMs() })
    const session = { ...entry, ...identity.value, userId: found.userId }
    return ok({ kind: 'in', secret: await openProviderSession(tx, session), next })
  })
}

async function identityOf(
  query: string,
  secrets: { state: string; nonce: string; verifier: string | null },
): Promise<Result<OpenIdIdentity>> {
  try {
    const returned = new URL(env().publicUrl + paths.proConnectReturn())
    returned.search = query
    return ok(await finishAuthorization(returned, secrets))
  } catch (error) {
    if (!(error instanceof OpenIdError)) throw error
    if (error.fault === 'refused')
      logger().warn({ err: error }, 'an answer of the identity provider was refused')
    return refused(`proconnect-${error.fault}`)
  }
}

/** Ties the person to the account that asked. A person is one account's; an account has one such person. */
async function link(tx: Tx, identity: OpenIdIdentity, userId: string): Promise<Result<Finished>> {
  const { issuer, subject, email } = identity
  const known = await findIdentity(tx, identity)
  if (known && known.userId !== userId) return refused('proconnect-taken')
  if (known) return ok({ kind: 'linked' })
  const atMs = nowMs()
  const dates = { createdAtMs: atMs, lastUsedAtMs: atMs }
  await insertIdentity(tx, { issuer, subject, userId, email: email ?? '', ...dates })
  await recordChange(tx, { entity: 'user', entityId: userId, kind: 'proconnect-linked', actorUserId: userId })
  await tell(tx, 'account.notice', { notice: 'proconnect-linked', userId })
  return ok({ kind: 'linked' })
}

/** Why someone whom the provider knows may still not act; null when they may. */
async function closedRefusal(userId: string) {
  const user = await findUser(reader(), userId)
  const contact = env().operatorContact ?? env().publicUrl + paths.contact()
  if (!user || user.suspendedAtMs !== null) return refused('account-closed', { params: { contact } })
  return (await listOrganisationsOf(userId)).length === 0 ? refused('proconnect-waits') : null
}
