import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { isPassword } from '~/features/identity/passwords.server'
import { findCredentials } from '~/features/identity/queries.server'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { DAY_MS, PERMITS_PER_DAY } from '../model/data-permit'
import { findDataPermits } from '../queries.server'

/**
 * Lets a person take their data along for a quarter of an hour, once their password proves who asks, and tells them by
 * e-mail that it was asked. Refuses a wrong one (`bad-credentials`) and the sixth in a day (`too-many-requests`).
 */
export async function allowDataExport(input: {
  userId: string
  email: string
  password: string
}): Promise<Result<null>> {
  const { userId } = input
  const credentials = await findCredentials(input.email)
  if (!(await isPassword(credentials?.passwordHash ?? null, input.password))) {
    return refused('bad-credentials', { field: 'password' })
  }
  return withTx(async (tx) => {
    const { total } = await findDataPermits(userId, nowMs() - DAY_MS)
    if (total >= PERMITS_PER_DAY) return refused('too-many-requests')
    await recordChange(tx, {
      entity: 'user',
      entityId: userId,
      kind: 'data-exported',
      actorUserId: userId,
    })
    await tell(tx, 'account.notice', { notice: 'data-exported', userId })
    return ok(null)
  })
}
