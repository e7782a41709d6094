import { nowMs } from '~/core/clock'
import type { TruckName } from '~/core/ledger-terms'
import { isDue } from '~/core/reservation-status'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { findReservationView } from '~/features/reservations/queries.server'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { putHaulChoice } from '../repo/corrections.server'

type ChooseHaul = {
  actor: Actor
  reservationId: string
  truck: TruckName
  /** Share of the way back that counts as driven empty, percents. */
  emptyReturnPct: number
}

/**
 * Says the vehicle of a collection, which the ledger then reckons with: either party, until the handover is complete.
 * Said again, the last word counts.
 */
export async function chooseHaul(input: ChooseHaul): Promise<Result<null>> {
  const { actor, reservationId, truck, emptyReturnPct } = input
  const view = await findReservationView(reservationId)
  const owners = view && [view.giverOrganisationId, view.takerOrganisationId]
  if (!owners || !can(actor, 'handover:confirm', { ownerOrganisationIds: owners }))
    return refused('not-found')
  if (!isDue(view.status)) return refused('conflict')
  return withTx(async (tx) => {
    await putHaulChoice(tx, { reservationId, truck, emptyReturnPct, userId: actor.userId, atMs: nowMs() })
    const event = { entity: 'reservation', entityId: reservationId, kind: 'haul-chosen' } as const
    await recordChange(tx, { ...event, actorUserId: actor.userId, detail: { truck, emptyReturnPct } })
    return ok(null)
  })
}
