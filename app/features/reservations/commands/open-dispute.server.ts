import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import type { DisputeCause } from '../model/dispute'
import { nextStatus } from '../model/machine'
import { sideOf } from '../model/side'
import { findReservation, moveReservation } from '../repo.server'
import { findDispute, insertDispute } from '../repo/disputes.server'

type OpenDispute = { actor: Actor; reservationId: string; id: string; cause: DisputeCause; text: string }

/**
 * Says that something went wrong with a granted reservation. Its stock stays held and nothing is signed until both
 * sides, or the Métropole's team, settle it. Sending the same id twice opens once; refuses `not-found` to strangers and
 * `conflict` when the reservation is not granted or already disputed.
 */
export async function openDispute(input: OpenDispute): Promise<Result<{ id: string }>> {
  const { actor, reservationId, id, cause, text } = input
  return withTx(async (tx) => {
    const reservation = await findReservation(tx, reservationId)
    const side = reservation && sideOf(reservation, actor.organisationId)
    if (!reservation || !side) return refused('not-found')
    const known = await findDispute(tx, id)
    if (known) return known.reservationId === reservationId ? ok({ id }) : refused('conflict')
    const status = nextStatus(reservation.status, 'dispute', side)
    if (!status || !(await moveReservation(tx, reservationId, reservation.status, { status })))
      return refused('conflict')
    const by = { openedBy: side, openedByUserId: actor.userId, openedAtMs: nowMs() }
    await insertDispute(tx, { id, reservationId, cause, text, ...by })
    await recordChange(tx, {
      entity: 'reservation',
      entityId: reservationId,
      kind: 'disputed',
      actorUserId: actor.userId,
      detail: { cause, reason: text, side },
    })
    await tell(tx, 'reservation.disputed', { reservationId, actorUserId: actor.userId })
    return ok({ id })
  })
}
