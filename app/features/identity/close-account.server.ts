import { nowMs } from '~/core/clock'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import type { Tx } from '~/platform/transaction.server'
import { deleteSessionsOf, updateUser, voidTokensOf } from './repo.server'

type Closing = {
  userId: string
  reason: string
  /** The admin who decided; null when it was whoever runs the server. */
  actorUserId: string | null
}

/** Closes an open account inside the caller's transaction: sessions and links end, and the person is told why. */
export async function closeAccount(tx: Tx, { userId, reason, actorUserId }: Closing): Promise<void> {
  const now = nowMs()
  await updateUser(tx, userId, { suspendedAtMs: now })
  await deleteSessionsOf(tx, userId)
  await voidTokensOf(tx, userId, 'reset-password', now)
  await voidTokensOf(tx, userId, 'change-email', now)
  await recordChange(tx, {
    entity: 'user',
    entityId: userId,
    kind: 'suspended',
    actorUserId,
    detail: { reason },
  })
  await tell(tx, 'account.notice', { notice: 'suspended', userId, reason })
}

/** Opens a closed account again inside the caller's transaction, and tells the person. */
export async function reopenAccount(tx: Tx, { userId, reason, actorUserId }: Closing): Promise<void> {
  await updateUser(tx, userId, { suspendedAtMs: null })
  await recordChange(tx, {
    entity: 'user',
    entityId: userId,
    kind: 'restored',
    actorUserId,
    detail: { reason },
  })
  await tell(tx, 'account.notice', { notice: 'restored', userId, reason })
}
