import { withTx } from '~/platform/transaction.server'
import { deleteKept } from '../repo.server'

/** Takes lots out of what a person keeps; those that they do not keep change nothing. */
export async function dropLots({
  userId,
  lotIds,
}: {
  userId: string
  lotIds: readonly string[]
}): Promise<void> {
  if (lotIds.length === 0) return
  await withTx((tx) => deleteKept(tx, userId, lotIds))
}
