import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { isSameWeights } from '../model/weight-percents'
import { makeWeights, SHIPPED_WEIGHTS, type ScorePartKey, type Weights } from '../model/weights'
import { weightsInForce } from '../queries/weights.server'
import { countWeights, insertWeights } from '../repo/weights.server'

type SetWeights = {
  actor: Actor
  /** Version that the person saw in force. */
  seen: string
  /** Sum 1, checked as `makeWeights` does. */
  of: Record<ScorePartKey, number>
  reason: string
}

/**
 * Puts weights in force under a version of their own, for every score from then on; those before stay, for what they
 * scored. Refuses when others came into force since the person looked, and when nothing would change.
 * @throws RangeError for weights that do not sum to 1
 */
export async function setWeights({ actor, seen, of, reason }: SetWeights): Promise<Result<Weights>> {
  return change(actor, { seen, of, reason, kind: 'set' })
}

/** The same with the weights that ship, in one act. */
export async function restoreShippedWeights({
  actor,
  seen,
}: Pick<SetWeights, 'actor' | 'seen'>): Promise<Result<Weights>> {
  return change(actor, { seen, of: SHIPPED_WEIGHTS.of, reason: '', kind: 'restored' })
}

type Wanted = { seen: string; of: Weights['of']; reason: string; kind: 'set' | 'restored' }

async function change(actor: Actor, { seen, of, reason, kind }: Wanted): Promise<Result<Weights>> {
  if (!can(actor, 'matching:manage')) return refused('forbidden')
  return withTx(async (tx) => {
    const current = await weightsInForce(tx)
    if (current.version !== seen) {
      return refused('weights-meanwhile', { params: { version: current.version } })
    }
    if (isSameWeights(current.of, of)) return refused('weights-same')
    const { total, newestAtMs } = await countWeights(tx)
    const weights = makeWeights(`p${total + 1}`, of)
    await insertWeights(tx, {
      version: weights.version,
      weights: weights.of,
      reason,
      setByUserId: actor.userId,
      // The newest is in force: none may share its instant, not even after the clock was set back.
      setAtMs: Math.max(nowMs(), newestAtMs + 1),
    })
    await recordChange(tx, {
      entity: 'match-weights',
      entityId: weights.version,
      kind,
      actorUserId: actor.userId,
      detail: { reason, before: current, after: weights },
    })
    return ok(weights)
  })
}
