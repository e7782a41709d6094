import { ok, refused, type Result } from '~/core/result'
import { keepUndertaking } from '~/features/attribution/commands/undertake.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { withTx } from '~/platform/transaction.server'
import { sideOf } from '../model/side'
import { findReservation } from '../repo.server'

/**
 * The taker's promise for a request made before it was asked for. Refuses `not-found` to others and `conflict` once the
 * request is answered.
 */
export async function undertakeNoResale(input: {
  actor: Actor
  reservationId: string
}): Promise<Result<null>> {
  const { actor, reservationId } = input
  return withTx(async (tx) => {
    const reservation = await findReservation(tx, reservationId)
    if (!reservation || sideOf(reservation, actor.organisationId) !== 'taker') return refused('not-found')
    if (reservation.status !== 'requested') return refused('conflict')
    await keepUndertaking(tx, { reservationId, userId: actor.userId })
    return ok(null)
  })
}
