import { nowMs } from '~/core/clock'
import { withTx } from '~/platform/transaction.server'
import { KEPT_YEARS } from '../model/example'
import { deleteExamplesBefore } from '../repo.server'

const YEAR_MS = 365.25 * 86_400_000

/** Removes the examples kept longer than people were told; says how many. */
export async function forgetOldExamples(): Promise<number> {
  return withTx((tx) => deleteExamplesBefore(tx, nowMs() - KEPT_YEARS * YEAR_MS))
}
