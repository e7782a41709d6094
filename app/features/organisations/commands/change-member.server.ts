import { ok, refused, type Result } from '~/core/result'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import type { MembershipRole } from '../model/organisation'
import { can, type Actor } from '../model/permissions'
import { countOtherOwners, deleteMembership, findMembership, updateMembershipRole } from '../repo.server'

type ChangeMember = {
  actor: Actor
  userId: string
  /** The member's new part, or `null` to remove them. */
  role: MembershipRole | null
}

/**
 * Changes a member's part in the owner's organisation, or removes them. Who asks must still be an owner when it
 * happens, and an owner always remains (`last-owner`).
 */
export async function changeMember({ actor, userId, role }: ChangeMember): Promise<Result<null>> {
  if (!can(actor, 'organisation:manage')) return refused('forbidden')
  const { organisationId } = actor
  return withTx(async (tx) => {
    const asking = await findMembership(tx, organisationId, actor.userId)
    if (asking?.role !== 'owner') return refused('forbidden')
    const member = await findMembership(tx, organisationId, userId)
    if (!member) return refused('not-found')
    const leaves = member.role === 'owner' && role !== 'owner'
    if (leaves && (await countOtherOwners(tx, organisationId, userId)) === 0) return refused('last-owner')
    if (role) await updateMembershipRole(tx, organisationId, userId, role)
    else await deleteMembership(tx, organisationId, userId)
    await recordChange(tx, {
      entity: 'organisation',
      entityId: organisationId,
      kind: role ? 'role-changed' : 'member-removed',
      actorUserId: actor.userId,
      detail: { userId, role },
    })
    return ok(null)
  })
}
