import { createHmac } from 'node:crypto'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { networkOf } from '~/core/network'
import { reader } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { allowanceOf, FORGOTTEN_AFTER_MS, windowOf, type Allowance } from '../model/limits'
import { addRequest, deleteWindowsBefore, readRequests } from '../repo.server'

/**
 * Counts a request to the public interface for the network it comes from, in the database, so that every process
 * counts the same. A network that has used its window up is refused without a write.
 */
export async function countRequest(clientIp: string): Promise<Allowance> {
  const ms = nowMs()
  const key = senderKeyOf(clientIp)
  const known = allowanceOf((await readRequests(reader(), key, windowOf(ms))) + 1, ms)
  if (!known.isAllowed) return known
  return allowanceOf(await withTx((tx) => addRequest(tx, key, windowOf(ms))), ms)
}

/** Forgets who asked, once their window is long over. */
export async function forgetRequests(): Promise<void> {
  await withTx((tx) => deleteWindowsBefore(tx, nowMs() - FORGOTTEN_AFTER_MS))
}

/** Tells networks of one day apart, without keeping an address. */
function senderKeyOf(clientIp: string): string {
  return createHmac('sha256', env().sessionSecret)
    .update(`api:${isoDayOf(nowMs())}:${networkOf(clientIp)}`)
    .digest('base64url')
    .slice(0, 22)
}
