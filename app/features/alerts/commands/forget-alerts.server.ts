import { nowMs } from '~/core/clock'
import { withTx } from '~/platform/transaction.server'
import { KEPT_MS } from '../model/limits'
import { deleteSearch, dropOld, eraseIdleSubscriber, listForgettable } from '../repo.server'
import { noteAct } from './save-search.server'

/**
 * Erases what addresses without an account did not confirm in time, or stopped long ago, with those that keep nothing
 * else; and what counted for limits or was found too long ago to matter.
 */
export async function forgetAlerts(): Promise<void> {
  const atMs = nowMs()
  await withTx(async (tx) => {
    const before = { unconfirmedMs: atMs - KEPT_MS.unconfirmed, stoppedMs: atMs - KEPT_MS.stopped }
    for (const { id, subscriberId } of await listForgettable(tx, before)) {
      await deleteSearch(tx, id)
      await noteAct(tx, id, 'forgotten', null)
      if (subscriberId) await eraseIdleSubscriber(tx, subscriberId)
    }
    await dropOld(tx, { requestMs: atMs - KEPT_MS.request, hitMs: atMs - KEPT_MS.hit })
  })
}
