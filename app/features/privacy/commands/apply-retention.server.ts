import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { reader } from '~/platform/db.server'
import { withTx } from '~/platform/transaction.server'
import { RETENTION, RETENTION_KEYS, type RetentionKey } from '../model/retention'
import { applyPast, countPast } from '../repo/expired.server'

const DAY_MS = 86_400_000

function termOf(key: RetentionKey) {
  const beforeMs = nowMs() - RETENTION[key].days * DAY_MS
  return { beforeMs, beforeDay: isoDayOf(beforeMs) }
}

/** What the next run would remove, by rule: nothing is changed. */
export async function countRetention(): Promise<Record<RetentionKey, number>> {
  const counted = await Promise.all(
    RETENTION_KEYS.map(async (key) => [key, await countPast(reader(), key, termOf(key))] as const),
  )
  return Object.fromEntries(counted) as Record<RetentionKey, number>
}

/** Removes what is past its term, in small transactions. @returns how many rows of each rule */
export async function applyRetention(): Promise<Record<RetentionKey, number>> {
  const done = Object.fromEntries(RETENTION_KEYS.map((key) => [key, 0])) as Record<RetentionKey, number>
  for (const key of RETENTION_KEYS) {
    for (;;) {
      const { rows, isOver } = await withTx((tx) => applyPast(tx, key, termOf(key)))
      done[key] += rows
      if (isOver) break
    }
  }
  return done
}
