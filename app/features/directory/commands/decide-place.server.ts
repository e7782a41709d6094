import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { decisionsFor, stateAfter, type PlaceDecision } from '../model/place'
import { findPlaceRow, updatePlace } from '../repo.server'

const KINDS = {
  publish: 'published',
  recheck: 'rechecked',
  refuse: 'refused',
  withdraw: 'withdrawn',
} as const satisfies Record<PlaceDecision, string>

/**
 * Publishes a place checked today, confirms it for another year, refuses it or takes it out, the last two with the
 * reason that its proposer reads. A decision that the place's state no longer allows is a `conflict`.
 */
export async function decidePlace({
  actor,
  placeId,
  decision,
  reason = '',
}: {
  actor: Actor
  placeId: string
  decision: PlaceDecision
  reason?: string
}): Promise<Result<null>> {
  if (!can(actor, 'place:manage')) return refused('forbidden')
  return withTx(async (tx) => {
    const before = await findPlaceRow(tx, placeId)
    if (!before) return refused('not-found')
    if (!decisionsFor(before.state).includes(decision)) return refused('conflict')
    const state = stateAfter(decision)
    const checked =
      state === 'published' ? { checkedOn: isoDayOf(nowMs()), checkedByUserId: actor.userId } : {}
    await updatePlace(tx, placeId, { state, reason, ...checked, updatedAtMs: nowMs() })
    await recordChange(tx, {
      entity: 'place',
      entityId: placeId,
      kind: KINDS[decision],
      actorUserId: actor.userId,
      detail: reason ? { reason } : {},
    })
    if (decision !== 'recheck' && before.proposedByUserId !== actor.userId) {
      await tell(tx, 'place.decided', { placeId, decision, reason })
    }
    return ok(null)
  })
}
