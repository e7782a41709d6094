import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import type { MembershipRole } from '~/features/organisations/model/organisation'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { sendLink } from '../account-token.server'
import { voidInvitations } from '../repo.server'

type InviteMember = { actor: Actor; email: string; role: MembershipRole }

/** Invites an address into the owner's organisation; a newer invitation takes the place of the former. */
export async function inviteMember({ actor, email, role }: InviteMember): Promise<Result<null>> {
  if (!can(actor, 'organisation:manage')) return refused('forbidden')
  if (!actor.isConfirmed) return refused('email-unconfirmed')
  const { organisationId, userId: createdByUserId } = actor
  return withTx(async (tx) => {
    await voidInvitations(tx, organisationId, email, nowMs())
    await sendLink(tx, { kind: 'invitation', email, userId: null, organisationId, role, createdByUserId })
    await recordChange(tx, {
      entity: 'organisation',
      entityId: organisationId,
      kind: 'invited',
      actorUserId: createdByUserId,
      detail: { role },
    })
    return ok(null)
  })
}

/** Ends the invitation of an address into the owner's organisation; one already used is no error. */
export async function withdrawInvitation(actor: Actor, email: string): Promise<Result<null>> {
  if (!can(actor, 'organisation:manage')) return refused('forbidden')
  return withTx(async (tx) => {
    await voidInvitations(tx, actor.organisationId, email, nowMs())
    return ok(null)
  })
}
