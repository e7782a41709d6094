import { ok, refused, type Result } from '~/core/result'
import { activeAdmins } from '~/features/organisations/commands/active-admins.server'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { deleteSessionsOf, findUser } from '../repo.server'
import { deleteFactorsOf } from '../repo/second-factors.server'

/**
 * Removes the second factors and recovery codes of someone who lost them, ends their sessions and tells them; the reason
 * says how the Métropole's team made sure who asked. Nobody resets their own (`own-account`); a person without any is a
 * `conflict`.
 */
export async function resetFactors({
  actor,
  userId,
  reason,
}: {
  actor: Actor
  userId: string
  reason: string
}): Promise<Result<null>> {
  if (!can(actor, 'account:reset-factors')) return refused('forbidden')
  if (userId === actor.userId) return refused('own-account')
  return withTx(async (tx) => {
    if (!(await activeAdmins(tx)).includes(actor.userId)) return refused('forbidden')
    if (!(await findUser(tx, userId))) return refused('not-found')
    if ((await deleteFactorsOf(tx, userId)) === 0) return refused('conflict')
    await deleteSessionsOf(tx, userId)
    await recordChange(tx, {
      entity: 'user',
      entityId: userId,
      kind: 'factors-reset',
      actorUserId: actor.userId,
      detail: { reason },
    })
    await tell(tx, 'account.notice', { notice: 'factors-reset', userId, reason })
    return ok(null)
  })
}
