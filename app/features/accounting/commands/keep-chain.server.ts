import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { withTx } from '~/platform/transaction.server'
import { writeHeadFile } from '../head-files.server'
import { findHead, listHeads } from '../queries/chain.server'
import { sealRows } from '../repo.server'
import { insertHead } from '../repo/heads.server'

/** Gives the rows of before the chain their hashes. Safe to call at every start: a chain that has them stays as it is. */
export async function sealLedger(): Promise<void> {
  await withTx(sealRows)
}

/**
 * Publishes the head of the chain, once a day on which it has grown: in the table that the public page shows, and as a
 * file of the data folder. Safe to call at any time and in several processes.
 */
export async function publishHead(): Promise<void> {
  const day = isoDayOf(nowMs())
  const [head, heads] = await Promise.all([findHead(), listHeads()])
  const last = heads[0]
  if (head && head.seq > (last?.seq ?? 0) && (!last || last.day < day)) {
    await withTx((tx) => insertHead(tx, { ...head, day, publishedAtMs: nowMs() }))
  }
  for (const published of await listHeads()) await writeHeadFile(published)
}
