import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { findHandoverEffect } from '~/features/accounting/handover-effect.server'
import { paperAddressOf } from '~/features/labels/paper-address.server'
import { listLabelsOfLots } from '~/features/labels/queries.server'
import { massOfPart } from '~/features/lots/model/lot'
import { can } from '~/features/organisations/model/permissions'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { judgeCounts } from '~/features/reservations/model/counts'
import { availableActions } from '~/features/reservations/model/machine'
import { isOverdue } from '~/features/reservations/model/overdue'
import { pickupDays } from '~/features/reservations/model/pickup'
import { withdrawnSlot } from '~/features/reservations/model/withdrawn-slot'
import { sideOf } from '~/features/reservations/model/side'
import {
  findHandover,
  findPickupPlace,
  findReservationView,
  listTimeline,
} from '~/features/reservations/queries.server'
import { listCounts } from '~/features/reservations/queries/counts.server'
import { findOpenDisputeOf } from '~/features/reservations/queries/disputes.server'
import { listOffersOf } from '~/features/reservations/queries/offers.server'
import { countThread, countUnread } from '~/features/reservations/queries/thread.server'
import { doneSchema } from '~/features/reservations/schema'
import { requireActor, requireRight } from '~/http/actor.server'
import { parseSearch } from '~/http/parse-search.server'
import { readableLots } from '~/http/readable-lots.server'
import { orNotFound } from '~/http/replies.server'

/** Everything that the page of a reservation shows to its reader. */
export async function loadReservation(request: Request, reservationId = '') {
  const { actor, view, side } = await readableReservation(request, reservationId)
  const [handover, timeline, place, photos, openLots, labels, counts, dispute, offers, messages, unread] =
    await Promise.all([
      findHandover(view.id),
      listTimeline(view.id),
      findPickupPlace(view, actor.organisationId),
      listPhotosOfLots([view.lotId]),
      readableLots(request, [view]),
      listLabelsOfLots([view.lotId]),
      listCounts(view.id),
      findOpenDisputeOf(view.id),
      listOffersOf(view.id),
      countThread(view.id),
      countUnread(actor, [view.id]),
    ])
  const lot = { massG: view.lotMassG, quantityMilli: view.lotQuantityMilli }
  return {
    view,
    side,
    handover,
    timeline,
    place,
    days: pickupDays(view, isoDayOf(nowMs())),
    photo: photos.get(view.lotId)?.[0] ?? null,
    effect: handover.handover && (await findHandoverEffect(handover.handover.id)),
    expectedMassG: massOfPart(lot, view.quantityMilli),
    isLotReadable: openLots.length > 0,
    hasLabels: labels.size > 0,
    counts: judgeCounts(counts, view.quantityMilli),
    actions: side ? availableActions(view.status, side) : [],
    dispute,
    thread: side && { count: messages, unread: unread.get(view.id) ?? 0 },
    offers,
    withdrawn: side && (withdrawnSlot(timeline, view)?.slot ?? null),
    mayArbitrate: can(actor, 'reservation:arbitrate'),
    isOverdue: side !== null && isOverdue(view, handover.state, isoDayOf(nowMs())),
    newId: newId(),
    canPublish: actor.roles.includes('giver'),
    paper: paperAddressOf(paths.reservation(view.id)),
    done: parseSearch(request, doneSchema).fait,
  }
}

/** The reservation that a request names, for someone who may read it; 404 to others. */
export async function readableReservation(request: Request, reservationId = '') {
  const actor = await requireActor(request, 'reservation:read')
  const view = orNotFound(await findReservationView(reservationId))
  const owners = [view.giverOrganisationId, view.takerOrganisationId]
  requireRight(actor, 'reservation:read', { ownerOrganisationIds: owners })
  return { actor, view, side: sideOf(view, actor.organisationId) }
}
