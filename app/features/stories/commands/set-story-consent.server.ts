import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { sideOf } from '~/features/reservations/model/side'
import { findReservationView } from '~/features/reservations/queries.server'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import type { StoryConsent } from '../model/story'
import { findReinstallation, upsertConsent } from '../repo.server'

/**
 * Writes what one side allows of a story, in place of what it allowed before: agreed to or taken back at any time, for
 * its own side alone. Refuses `not-found` to strangers and `story-not-told` before the taker has told it.
 */
export async function setStoryConsent(
  input: { actor: Actor; reservationId: string } & StoryConsent,
): Promise<Result<StoryConsent>> {
  const { actor, reservationId, isPublic } = input
  const view = await findReservationView(reservationId)
  const side = view && sideOf(view, actor.organisationId)
  if (!side) return refused('not-found')
  const consent = { isPublic, isNamed: isPublic && input.isNamed }
  return withTx(async (tx) => {
    if (!(await findReinstallation(tx, reservationId))) return refused('story-not-told')
    await upsertConsent(tx, { reservationId, side, ...consent, userId: actor.userId, atMs: nowMs() })
    await recordChange(tx, {
      entity: 'reservation',
      entityId: reservationId,
      kind: isPublic ? 'story-public' : 'story-private',
      actorUserId: actor.userId,
      detail: { side, isNamed: consent.isNamed },
    })
    return ok(consent)
  })
}
