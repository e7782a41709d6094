import { count, isNotNull, sql } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { matchPairs } from '~db/sqlite/matching'
import { DISMISSAL_REASONS, type DismissalReason } from '../model/dismissal'

export type DismissalCount = { reason: DismissalReason; byGiver: number; byTaker: number }

/** How many pairs are set aside now for each reason, by the side that did so; names nobody. */
export async function countDismissals(): Promise<DismissalCount[]> {
  const byGiver = sql<number>`${matchPairs.dismissedByOrganisationId} = ${matchPairs.giverOrganisationId}`
  const rows = await reader()
    .select({ reason: matchPairs.dismissedReason, isGiver: byGiver, n: count() })
    .from(matchPairs)
    .where(isNotNull(matchPairs.dismissedAtMs))
    .groupBy(matchPairs.dismissedReason, byGiver)
  const of = (reason: DismissalReason, isGiver: boolean) =>
    rows.filter((row) => row.reason === reason && Boolean(row.isGiver) === isGiver)
  return DISMISSAL_REASONS.map((reason) => ({
    reason,
    byGiver: of(reason, true)[0]?.n ?? 0,
    byTaker: of(reason, false)[0]?.n ?? 0,
  }))
}
