import { ok, refused, type Result } from '~/core/result'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import type { Actor } from '../model/permissions'
import { countOtherOwners, deleteMembership, findMembership } from '../repo.server'

/** Takes the person out of the organisation they act for; its last owner stays (`last-owner`). */
export async function leaveOrganisation(
  actor: Pick<Actor, 'userId' | 'organisationId'>,
): Promise<Result<null>> {
  const { userId, organisationId } = actor
  return withTx(async (tx) => {
    const membership = await findMembership(tx, organisationId, userId)
    if (!membership) return refused('not-found')
    if (membership.role === 'owner' && (await countOtherOwners(tx, organisationId, userId)) === 0)
      return refused('last-owner')
    await deleteMembership(tx, organisationId, userId)
    await recordChange(tx, {
      entity: 'organisation',
      entityId: organisationId,
      kind: 'member-left',
      actorUserId: userId,
      detail: { userId },
    })
    return ok(null)
  })
}
