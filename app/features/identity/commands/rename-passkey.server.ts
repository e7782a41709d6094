import { ok, refused, type Result } from '~/core/result'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { renamePasskeyOf } from '../repo/second-factors.server'

/** Gives a passkey of the person another name, by which they recognise it; one that is not theirs is `not-found`. */
export async function renamePasskey(input: {
  userId: string
  passkeyId: string
  name: string
}): Promise<Result<null>> {
  const { userId, passkeyId, name } = input
  return withTx(async (tx) => {
    if (!(await renamePasskeyOf(tx, userId, passkeyId, name))) return refused('not-found')
    await recordChange(tx, {
      ...{ entity: 'user', entityId: userId, kind: 'passkey-renamed', actorUserId: userId },
      detail: { factor: 'passkey' },
    })
    return ok(null)
  })
}
