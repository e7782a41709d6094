import { ok, refused, type Result } from '~/core/result'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { findUser } from '../repo.server'
import { deleteIdentitiesOf } from '../repo/openid.server'

/** Unties an account from ProConnect. Refuses `proconnect-only-way` to who has no password to come back with. */
export async function unlinkProConnect(userId: string): Promise<Result<null>> {
  return withTx(async (tx) => {
    const user = await findUser(tx, userId)
    if (!user || user.passwordHash === null) return refused('proconnect-only-way')
    if ((await deleteIdentitiesOf(tx, userId)) === 0) return ok(null)
    await recordChange(tx, {
      entity: 'user',
      entityId: userId,
      kind: 'proconnect-unlinked',
      actorUserId: userId,
    })
    await tell(tx, 'account.notice', { notice: 'proconnect-unlinked', userId })
    return ok(null)
  })
}
