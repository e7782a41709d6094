import { nowMs } from '~/core/clock'
import type { Tx } from '~/platform/transaction.server'
import { criteriaInForce } from '../queries.server'
import { upsertLotCriteria } from '../repo.server'

/**
 * Holds the criteria of a lot as they stand for whoever asks for it first, inside the caller's transaction and before
 * the request is written: until no request waits, nobody can change them.
 */
export async function keepCriteria(tx: Tx, lot: { id: string; organisationId: string }): Promise<void> {
  const { criteria, source, isFixed } = await criteriaInForce(lot, tx)
  if (isFixed || source === 'lot') return
  await upsertLotCriteria(tx, { lotId: lot.id, criteria: [...criteria], source, updatedAtMs: nowMs() })
}
