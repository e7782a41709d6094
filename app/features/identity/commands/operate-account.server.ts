import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { activeAdmins } from '~/features/organisations/commands/active-admins.server'
import { addMember } from '~/features/organisations/commands/add-member.server'
import { officialOrganisation } from '~/features/organisations/commands/official-organisation.server'
import type { MembershipRole } from '~/features/organisations/model/organisation'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { makeLink, tokenOf } from '../account-token.server'
import { closeAccount, reopenAccount } from '../close-account.server'
import { LINK_LIFE_MS } from '../model/links'
import { findUserByEmail, voidTokensOf } from '../repo.server'

/*
 * What whoever runs the server does to accounts from its command line. No actor is asked: who can write to the database
 * needs no right in it. Each leaves its event, without an actor.
 */

/** Closes an account. Refuses `not-found`, a closed one (`conflict`) and the Métropole's last open one (`last-admin`). */
export async function closeByOperator(email: string, reason: string): Promise<Result<null>> {
  return withTx(async (tx) => {
    const user = await findUserByEmail(tx, email)
    if (!user) return refused('not-found')
    if (user.suspendedAtMs !== null) return refused('conflict')
    const admins = await activeAdmins(tx)
    if (admins.includes(user.id) && admins.length === 1) return refused('last-admin')
    await closeAccount(tx, { userId: user.id, reason, actorUserId: null })
    return ok(null)
  })
}

/** Opens a closed account again. Refuses `not-found` and an open one (`conflict`). */
export async function reopenByOperator(email: string, reason: string): Promise<Result<null>> {
  return withTx(async (tx) => {
    const user = await findUserByEmail(tx, email)
    if (!user) return refused('not-found')
    if (user.suspendedAtMs === null) return refused('conflict')
    await reopenAccount(tx, { userId: user.id, reason, actorUserId: null })
    return ok(null)
  })
}

export type PasswordLink = { token: string; expiresAtMs: number }

/**
 * A link with which the person chooses a new password, to be handed over without e-mail; earlier ones end.
 * Refuses `not-found` and a closed account (`account-is-closed`).
 */
export async function makePasswordLink(email: string): Promise<Result<PasswordLink>> {
  return withTx(async (tx) => {
    const user = await findUserByEmail(tx, email)
    if (!user) return refused('not-found')
    if (user.suspendedAtMs !== null) return refused('account-is-closed')
    const now = nowMs()
    await voidTokensOf(tx, user.id, 'reset-password', now)
    const id = await makeLink(tx, { kind: 'reset-password', email, userId: user.id })
    await recordChange(tx, {
      entity: 'user',
      entityId: user.id,
      kind: 'password-link-made',
      actorUserId: null,
    })
    return ok({ token: tokenOf(id), expiresAtMs: now + LINK_LIFE_MS['reset-password'] })
  })
}

type Appointment = {
  email: string
  role: MembershipRole
  /** The commune whose agent the person becomes; null for the Métropole's team. */
  commune: { code: string; name: string } | null
}

/**
 * Makes a person an agent of a commune, whose organisation is founded if it has none, or one of the Métropole's team.
 * Refuses `not-found` (the person, or a Métropole that nobody founded) and `organisation-closed`.
 */
export async function appointByOperator(input: Appointment): Promise<Result<{ organisationId: string }>> {
  const { email, role, commune } = input
  return withTx(async (tx) => {
    const user = await findUserByEmail(tx, email)
    if (!user) return refused('not-found', { field: 'email' })
    const organisation = await officialOrganisation(
      tx,
      commune ? { kind: 'commune', commune, actorUserId: null } : { kind: 'metropole', actorUserId: null },
    )
    if (!organisation.ok) return organisation
    const organisationId = organisation.value.id
    await addMember(tx, { userId: user.id, organisationId, role })
    await recordChange(tx, {
      entity: 'organisation',
      entityId: organisationId,
      kind: 'member-appointed',
      actorUserId: null,
      detail: { userId: user.id, role },
    })
    return ok({ organisationId })
  })
}
