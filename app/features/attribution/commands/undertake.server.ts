import { nowMs } from '~/core/clock'
import { recordChange } from '~/platform/changes.server'
import type { Tx } from '~/platform/transaction.server'
import { insertUndertaking } from '../repo.server'

/** Keeps a taker's promise not to sell again, once, inside the caller's transaction. */
export async function keepUndertaking(tx: Tx, by: { reservationId: string; userId: string }): Promise<void> {
  if (!(await insertUndertaking(tx, { ...by, atMs: nowMs() }))) return
  await recordChange(tx, {
    entity: 'reservation',
    entityId: by.reservationId,
    kind: 'resale-undertaken',
    actorUserId: by.userId,
  })
}
