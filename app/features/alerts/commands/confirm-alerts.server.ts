import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { withTx } from '~/platform/transaction.server'
import { readLinkToken } from '../alert-links.server'
import { prepareSearch } from '../found-items.server'
import { MOST_SEARCHES } from '../model/limits'
import { findSearch, ownerOf } from '../queries.server'
import { countSearches, findSearchRow, updateSearch } from '../repo.server'
import { noteAct, noteKnown } from './save-search.server'

/**
 * The reader of an address agrees to a search, by the link of its e-mail: it looks from now on. Agreeing twice changes
 * nothing.
 * @returns the id of the address, `link-expired` when the search is gone, `alert-cap` beyond their number
 */
export async function confirmAlerts(token: string): Promise<Result<{ subscriberId: string }>> {
  const id = readLinkToken('confirm', token)
  const search = id ? await findSearch(id) : null
  if (!id || !search) return refused('link-expired')
  await prepareSearch(search)
  return withTx(async (tx) => {
    const row = await findSearchRow(tx, id)
    if (!row?.subscriberId) return refused('link-expired')
    const { subscriberId } = row
    if (row.confirmedAtMs !== null) return ok({ subscriberId })
    if ((await countSearches(tx, ownerOf(row))) >= MOST_SEARCHES)
      return refused('alert-cap', { params: { most: MOST_SEARCHES } })
    const atMs = nowMs()
    const confirmed = { confirmedAtMs: atMs, seenAtMs: atMs, updatedAtMs: atMs }
    await updateSearch(tx, id, confirmed)
    await noteKnown(tx, { ...row, ...confirmed }, atMs)
    await noteAct(tx, id, 'confirmed', null)
    return ok({ subscriberId })
  })
}
