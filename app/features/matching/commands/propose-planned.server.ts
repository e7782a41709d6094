import { ok, refused, type Result } from '~/core/result'
import { findLot } from '~/features/lots/queries.server'
import { findNeed } from '~/features/needs/queries.server'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { scoreSides } from '../queries/scored-sides.server'
import { findPairOf, isPlannedPair } from '../repo/pairs.server'
import { recordPairs } from './propose-pairs.server'

/**
 * Proposes a pair of the plan to both its sides, whatever its score, and tells them once. It reserves nothing: they
 * decide. Refuses `conflict` a pair that can no longer be made or that a side set aside since the plan was made.
 */
export async function proposePlanned(
  actor: Actor,
  { lotId, needId }: { lotId: string; needId: string },
): Promise<Result<{ pairId: string }>> {
  if (!can(actor, 'plan:manage')) return refused('forbidden')
  const [lot, need] = await Promise.all([findLot(lotId), findNeed(needId)])
  if (!lot || !need) return refused('not-found')
  return withTx(async (tx) => {
    await recordPairs(tx, 'plan', await scoreSides([{ lot, need }]))
    const pair = await findPairOf(tx, lotId, needId)
    if (!pair || pair.isStale || pair.dismissedAtMs !== null) return refused('conflict')
    if (await isPlannedPair(tx, pair.id)) return ok({ pairId: pair.id })
    const change = { entity: 'match-pair', entityId: pair.id, kind: 'planned' } as const
    await recordChange(tx, { ...change, actorUserId: actor.userId })
    await tell(tx, 'match-pair.planned', { pairId: pair.id, lotId, needId })
    return ok({ pairId: pair.id })
  })
}
