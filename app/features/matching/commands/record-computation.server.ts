import { isDeepStrictEqual } from 'node:util'
import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type { Tx } from '~/platform/transaction.server'
import { keptScoreOf } from '../model/replay'
import type { MatchLot, MatchNeed, PairScore } from '../model/score'
import { findLatestComputation, insertComputation } from '../repo/computations.server'

/**
 * Keeps a computation of a proposed pair with all that it read, inside the caller's transaction. Nothing is written when
 * the latest one of the pair read and gave the same.
 * @returns whether it was new
 */
export async function recordComputation(
  tx: Tx,
  pairId: string,
  lotSide: MatchLot,
  needSide: MatchNeed,
  pair: PairScore,
): Promise<boolean> {
  const told = {
    pairId,
    lotSide: plain(lotSide),
    needSide: plain(needSide),
    ...keptScoreOf(pair),
  }
  const latest = await findLatestComputation(tx, pairId)
  if (latest) {
    const { id: _, computedAtMs: __, ...known } = latest
    if (isDeepStrictEqual(known, told)) return false
  }
  await insertComputation(tx, { ...told, id: newId(), computedAtMs: nowMs() })
  return true
}

/** A side as the database gives it back. */
function plain(side: MatchLot | MatchNeed): Record<string, unknown> {
  return JSON.parse(JSON.stringify(side)) as Record<string, unknown>
}
