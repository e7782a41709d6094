import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { activeAdmins } from '~/features/organisations/commands/active-admins.server'
import { officialOrganisation } from '~/features/organisations/commands/official-organisation.server'
import type { MembershipRole } from '~/features/organisations/model/organisation'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { sendLink } from '../account-token.server'
import { findUserByEmail, voidInvitations } from '../repo.server'

type InviteOfficial = {
  actor: Actor
  email: string
  role: MembershipRole
  /** The commune whose agent they become; `null` for the Métropole's team. */
  commune: { code: string; name: string } | null
}

/**
 * Invites an address as an agent of a commune, whose organisation is founded if it has none, or into the Métropole's
 * team. A newer invitation takes the place of the former. Refuses the address of a closed account
 * (`account-is-closed`) and a suspended organisation (`organisation-closed`).
 */
export async function inviteOfficial({
  actor,
  email,
  role,
  commune,
}: InviteOfficial): Promise<Result<{ organisationId: string }>> {
  if (!can(actor, 'agent:invite')) return refused('forbidden')
  if (!actor.isConfirmed) return refused('email-unconfirmed')
  const { userId: createdByUserId } = actor
  return withTx(async (tx) => {
    if (!(await activeAdmins(tx)).includes(createdByUserId)) return refused('forbidden')
    const known = await findUserByEmail(tx, email)
    if (known && known.suspendedAtMs !== null) return refused('account-is-closed', { field: 'email' })
    const organisation = commune
      ? await officialOrganisation(tx, { kind: 'commune', commune, actorUserId: createdByUserId })
      : await officialOrganisation(tx, { kind: 'metropole', actorUserId: createdByUserId })
    if (!organisation.ok) return organisation
    const organisationId = organisation.value.id
    await voidInvitations(tx, organisationId, email, nowMs())
    await sendLink(tx, { kind: 'invitation', email, userId: null, organisationId, role, createdByUserId })
    await recordChange(tx, {
      entity: 'organisation',
      entityId: organisationId,
      kind: 'invited',
      actorUserId: createdByUserId,
      detail: { role, email },
    })
    return ok({ organisationId })
  })
}

/** Ends a pending invitation of an agent or of the Métropole's team; one used or ended is no error. */
export async function withdrawOfficial(input: {
  actor: Actor
  organisationId: string
  email: string
}): Promise<Result<null>> {
  const { actor, organisationId, email } = input
  if (!can(actor, 'agent:invite')) return refused('forbidden')
  return withTx(async (tx) => {
    if (!(await activeAdmins(tx)).includes(actor.userId)) return refused('forbidden')
    const ended = await voidInvitations(tx, organisationId, email, nowMs())
    if (ended === 0) return ok(null)
    await recordChange(tx, {
      entity: 'organisation',
      entityId: organisationId,
      kind: 'invitation-withdrawn',
      actorUserId: actor.userId,
      detail: { email },
    })
    return ok(null)
  })
}
