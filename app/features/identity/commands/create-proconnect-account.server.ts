import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type { Locale } from '~/core/locale'
import { ok, refused, type Result } from '~/core/result'
import { addMember } from '~/features/organisations/commands/add-member.server'
import { foundOrganisation } from '~/features/organisations/commands/found-organisation.server'
import { isSiretTaken } from '~/features/organisations/commands/is-siret-taken.server'
import { listTeam } from '~/features/organisations/queries.server'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { hashOfToken, sendLink } from '../account-token.server'
import { useAttempt, type Proven } from '../openid-attempt.server'
import { readProven } from '../read-proven.server'
import { openProviderSession } from '../provider-session.server'
import { findUserByEmail, insertUser, setSessionOrganisation, useToken as spendToken } from '../repo.server'
import { findIdentity, insertIdentity, keepMembershipRequest } from '../repo/openid.server'
import type { foundByProConnectSchema } from '../schema'
import { hashSessionSecret } from '../session-secret.server'
import type { Entry } from './start-session.server'

/** How somebody whom the provider proved comes to an organisation: a new one, one that they ask, or an invitation. */
export type Joining =
  | ({ how: 'found' } & Omit<z.output<typeof foundByProConnectSchema>, 'intent'>)
  | { how: 'ask' }
  | { how: 'invited'; token: string }

type Create = { secret: string; joining: Joining; locale: Locale; entry: Entry }

/**
 * Makes the account of somebody whom the provider proved, once. The provider's word, or the link of an invitation,
 * confirms the address; else a link is sent there. An address that has an account already is not joined to it
 * (`proconnect-known-address`). Who asks for an organisation gets no session before it answers: `secret` is null.
 * @returns `proconnect-refused` for a step that is over, `siret-known`, `link-expired`, `proconnect-no-address`
 */
export async function createProConnectAccount(input: Create): Promise<Result<{ secret: string | null }>> {
  const { joining, locale, entry } = input
  const organisation = joining.how === 'ask' ? await askedOrganisation(input.secret) : null
  const owners = organisation ? (await listTeam(organisation.id)).filter(({ role }) => role === 'owner') : []
  return withTx(async (tx) => {
    const proven = await useAttempt(tx, 'proven', input.secret)
    if (!proven || (await findIdentity(tx, proven))) return refused('proconnect-refused')
    const account = await accountFor(tx, proven, { joining, locale })
    if (!account.ok) return account
    const { userId, organisationId } = account.value
    if (joining.how === 'ask') {
      if (!organisation) return refused('not-found')
      await ask(tx, {
        userId,
        organisationId: organisation.id,
        ownerIds: owners.map((owner) => owner.userId),
      })
      return ok({ secret: null })
    }
    const secret = await openProviderSession(tx, { ...proven, ...entry, userId })
    if (organisationId) await setSessionOrganisation(tx, hashSessionSecret(secret), organisationId)
    return ok({ secret })
  })
}

type Account = { userId: string; organisationId: string | null }

async function accountFor(
  tx: Tx,
  proven: Proven,
  { joining, locale }: { joining: Joining; locale: Locale },
): Promise<Result<Account>> {
  const invitation =
    joining.how === 'invited' ? await spendToken(tx, hashOfToken(joining.token), 'invitation', nowMs()) : null
  if (joining.how === 'invited' && !invitation?.organisationId) return refused('link-expired')
  const email = invitation?.email ?? proven.email
  if (email === null) return refused('proconnect-no-address')
  if (await findUserByEmail(tx, email)) return refused('proconnect-known-address', { params: { email } })
  if (joining.how === 'found' && (await isSiretTaken(tx, joining.siret))) {
    return refused('siret-known', { field: 'siret' })
  }
  const userId = await insertPerson(
    tx,
    { ...proven, email, isEmailVerified: proven.isEmailVerified || invitation !== null },
    locale,
  )
  if (joining.how === 'found') await found(tx, userId, joining)
  if (!invitation?.organisationId) return ok({ userId, organisationId: null })
  const { organisationId, role } = invitation
  await addMember(tx, { userId, organisationId, role: role ?? 'member' })
  await recordChange(tx, {
    ...{ entity: 'organisation', entityId: organisationId, kind: 'member-joined', actorUserId: userId },
  })
  return ok({ userId, organisationId })
}

async function insertPerson(tx: Tx, proven: Proven & { email: string }, locale: Locale): Promise<string> {
  const id = newId()
  const atMs = nowMs()
  const { issuer, subject, email, isEmailVerified } = proven
  const emailVerifiedAtMs = isEmailVerified ? atMs : null
  await insertUser(tx, {
    id,
    email,
    name: proven.name || email,
    locale,
    emailVerifiedAtMs,
    createdAtMs: atMs,
  })
  await insertIdentity(tx, { issuer, subject, userId: id, email, createdAtMs: atMs, lastUsedAtMs: atMs })
  await recordChange(tx, { entity: 'user', entityId: id, kind: 'signed-up', actorUserId: id })
  if (!isEmailVerified) await sendLink(tx, { kind: 'verify-email', email, userId: id })
  return id
}

function found(tx: Tx, ownerUserId: string, joining: Extract<Joining, { how: 'found' }>): Promise<unknown> {
  const { organisation: name, siret, kind, sides, communeCode } = joining
  const facts = { name, siret, kind, communeCode }
  return foundOrganisation(
    tx,
    { ...facts, isGiver: sides.includes('gives'), isTaker: sides.includes('takes') },
    { ownerUserId },
  )
}

async function ask(
  tx: Tx,
  { userId, organisationId, ownerIds }: { userId: string; organisationId: string; ownerIds: string[] },
): Promise<void> {
  await keepMembershipRequest(tx, { userId, organisationId, askedAtMs: nowMs() })
  await recordChange(tx, {
    ...{ entity: 'organisation', entityId: organisationId, kind: 'member-asked', actorUserId: userId },
  })
  for (const ownerId of ownerIds) {
    await tell(tx, 'account.notice', { notice: 'member-asked', userId: ownerId, organisationId })
  }
}

/** The organisation here that has the SIRET which the provider gave. */
async function askedOrganisation(secret: string) {
  const read = await readProven(secret)
  return read?.organisation ?? null
}
