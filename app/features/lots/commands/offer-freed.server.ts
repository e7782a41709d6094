import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import type { Tx } from '~/platform/transaction.server'
import { offersOf, PRIORITY_HOURS } from '../model/waiting-line'
import { findLot, returnStock, takeStock } from '../repo.server'
import { findLiveWaiter, listLiveWaiters, moveWaiter, type WaiterRow } from '../repo/waiting.server'

/**
 * Keeps what is free of a lot for those who wait for it, in their order, inside the transaction that freed it: nobody
 * else can take it in between. Each is told and has priority for 48 hours.
 */
export async function offerFreed(tx: Tx, lotId: string): Promise<void> {
  const lot = await findLot(tx, lotId)
  if (lot?.status !== 'published' || lot.availableUntil <= isoDayOf(nowMs())) return
  const line = (await listLiveWaiters(tx, lotId)).filter(({ status }) => status === 'waiting')
  for (const { id, milli } of offersOf(line, lot)) {
    if (!(await takeStock(tx, lotId, milli))) return
    const priorityUntilMs = nowMs() + PRIORITY_HOURS * 3_600_000
    const offered = { status: 'offered', quantityMilli: milli, priorityUntilMs } as const
    await moveWaiter(tx, { id, status: 'waiting' }, offered)
    await recordChange(tx, {
      entity: 'lot',
      entityId: lotId,
      kind: 'kept-for-waiting',
      actorUserId: null,
      detail: { waiterId: id, quantityMilli: milli },
    })
    await tell(tx, 'waiting.offered', { waiterId: id })
  }
}

/** Ends someone's place in a line; what was kept for them is free again, and not offered yet. Says whether it was theirs. */
export async function endWaiting(
  tx: Tx,
  waiter: WaiterRow,
  { status, actorUserId }: { status: 'taken' | 'lapsed' | 'left'; actorUserId: string | null },
): Promise<boolean> {
  if (!(await moveWaiter(tx, waiter, { status, endedAtMs: nowMs() }))) return false
  if (waiter.status === 'offered') await returnStock(tx, waiter.lotId, waiter.quantityMilli)
  await recordChange(tx, {
    entity: 'lot',
    entityId: waiter.lotId,
    kind: `waiting-${status}`,
    actorUserId,
    detail: { waiterId: waiter.id, quantityMilli: waiter.quantityMilli },
  })
  return true
}

/** Uses an organisation's priority on a lot, if it has one: what was kept for it can be held by its own request. */
export async function usePriority(
  tx: Tx,
  of: { lotId: string; organisationId: string; actorUserId: string },
): Promise<boolean> {
  const waiter = await findLiveWaiter(tx, of)
  if (waiter?.status !== 'offered') return false
  return endWaiting(tx, waiter, { status: 'taken', actorUserId: of.actorUserId })
}

/** Ends the line of a lot that is withdrawn: everyone in it is told. */
export async function closeLine(tx: Tx, lotId: string, actorUserId: string | null): Promise<void> {
  for (const waiter of await listLiveWaiters(tx, lotId)) {
    await endWaiting(tx, waiter, { status: 'lapsed', actorUserId })
    await tell(tx, 'waiting.closed', { waiterId: waiter.id })
  }
}
