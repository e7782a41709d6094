import { nowMs } from '~/core/clock'
import { withTx } from '~/platform/transaction.server'
import { listOverdueRequests } from '../queries.server'
import { findReservation } from '../repo.server'
import { applyStatus } from './decide-reservation.server'

/** Frees the stock of requests that were left unanswered too long; says how many. */
export async function expireRequests(): Promise<number> {
  const overdue = await listOverdueRequests(nowMs())
  let expired = 0
  for (const id of overdue) {
    const moved = await withTx(async (tx) => {
      const reservation = await findReservation(tx, id)
      if (reservation?.status !== 'requested') return false
      return applyStatus(tx, reservation, 'expire', 'expired', { actorUserId: null })
    })
    if (moved) expired += 1
  }
  return expired
}
