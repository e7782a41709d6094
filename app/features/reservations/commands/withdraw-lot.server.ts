import type { Result } from '~/core/result'
import { moveLot } from '~/features/lots/commands/change-lot-status.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { withTx } from '~/platform/transaction.server'
import { listRequested } from '../repo.server'
import { applyStatus } from './decide-reservation.server'

/**
 * Withdraws one's own lot for good. Requests that still wait are refused with the reason, so that their takers hear
 * of it and look elsewhere; what was accepted stands.
 */
export async function withdrawLot(input: {
  actor: Actor
  lotId: string
  reason: string
}): Promise<Result<{ id: string }>> {
  const { actor, lotId, reason } = input
  return withTx(async (tx) => {
    const moved = await moveLot(tx, { actor, lotId, status: 'withdrawn' })
    if (!moved.ok) return moved
    const by = { actorUserId: actor.userId, criterion: 'unavailable', reason } as const
    for (const request of await listRequested(tx, lotId)) {
      await applyStatus(tx, request, 'refuse', 'refused', by)
    }
    return moved
  })
}
