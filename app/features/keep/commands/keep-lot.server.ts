import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import type { LotViewer } from '~/features/lots/model/visibility'
import { listVisibleIds } from '~/features/lots/queries.server'
import { withTx } from '~/platform/transaction.server'
import { MOST_IN_ACCOUNT } from '../model/shelf'
import { countOthers, insertKept } from '../repo.server'

type KeepLots = { userId: string; viewer: LotViewer; lotIds: readonly string[] }

/**
 * Keeps lots in sight in a person's account, the first of them on top. Keeping twice keeps once. It is the person's
 * own note: nobody is told of it and no event names it, so that a giver does not learn who is looking.
 * @returns `not-found` for a lot that they may not see, `kept-limit` beyond what an account holds
 */
export async function keepLots({ userId, viewer, lotIds }: KeepLots): Promise<Result<null>> {
  const visible = new Set(await listVisibleIds(lotIds, viewer))
  const known = lotIds.filter((id) => visible.has(id))
  if (known.length === 0) return refused('not-found')
  return withTx(async (tx) => {
    for (const [index, lotId] of known.entries()) {
      if ((await countOthers(tx, userId, lotId)) >= MOST_IN_ACCOUNT) {
        return refused('kept-limit', { params: { most: MOST_IN_ACCOUNT } })
      }
      await insertKept(tx, { userId, lotId, keptAtMs: nowMs() - index })
    }
    return ok(null)
  })
}
