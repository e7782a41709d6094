import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { findWaiter, listLapsedWaiters } from '../repo/waiting.server'
import { endWaiting, offerFreed } from './offer-freed.server'

/** Leaves the line of a lot, at any time; what was kept goes to the next. Leaving twice is once. */
export async function leaveWaiting(input: {
  actor: Actor
  waiterId: string
}): Promise<Result<{ lotId: string }>> {
  const { actor, waiterId } = input
  return withTx(async (tx) => {
    const waiter = await findWaiter(tx, waiterId)
    if (waiter?.organisationId !== actor.organisationId) return refused('not-found')
    const { lotId } = waiter
    if (waiter.status !== 'waiting' && waiter.status !== 'offered') return ok({ lotId })
    await endWaiting(tx, waiter, { status: 'left', actorUserId: actor.userId })
    await offerFreed(tx, lotId)
    return ok({ lotId })
  })
}

/** Ends the priorities that were not used in time and offers what they kept to the next; says how many. */
export async function lapsePriorities(): Promise<number> {
  return withTx(async (tx) => {
    const lapsed = await listLapsedWaiters(tx, nowMs())
    for (const waiter of lapsed) {
      await endWaiting(tx, waiter, { status: 'lapsed', actorUserId: null })
      await tell(tx, 'waiting.lapsed', { waiterId: waiter.id })
      await offerFreed(tx, waiter.lotId)
    }
    return lapsed.length
  })
}
