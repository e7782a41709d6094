import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { findHandoverEffect } from '~/features/accounting/handover-effect.server'
import { findHaulChoice, listRowsOfHandover } from '~/features/accounting/queries/corrections.server'
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
import { findHandover, findPickupPlace, listTimeline } from '~/features/reservations/queries.server'
import { listCounts } from '~/features/reservations/queries/counts.server'
import { findOpenDisputeOf } from '~/features/reservations/queries/disputes.server'
import { listOffersOf } from '~/features/reservations/queries/offers.server'
import { listPapersOf } from '~/features/reservations/queries/papers.server'
import { countThread, countUnread } from '~/features/reservations/queries/thread.server'
import { doneSchema } from '~/features/reservations/schema'
import { readAnswerPanel } from '~/http/answer-grounds.server'
import { parseSearch } from '~/http/parse-search.server'
import { readableLots } from '~/http/readable-lots.server'
import { requireParty } from '~/http/reservation-party.server'

/** Everything that the page of a reservation shows to its reader. */
export async function loadReservation(request: Request, reservationId = '') {
  const { actor, view, side } = await requireParty(request, reservationId)
  const [handover, timeline, place, photos, openLots, labels, counts, ...more] = await Promise.all([
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
    findHaulChoice(view.id),
    listPapersOf(view.id),
  ])
  const [dispute, offers, messages, unread, haul, papers] = more
  const lot = { massG: view.lotMassG, quantityMilli: view.lotQuantityMilli }
  return {
    view,
    side,
    handover,
    papers: papers.map(({ number, kind }) => ({ number, kind })),
    today: isoDayOf(nowMs()),
    timeline,
    place,
    days: pickupDays(view, isoDayOf(nowMs())),
    photo: photos.get(view.lotId)?.[0] ?? null,
    effect:
      handover.handover &&
      (await findHandoverEffect(handover.handover.id, (code) =>
        can(actor, 'board:detail', { communeCodes: [code] }),
      )),
    isEntered: handover.handover !== null && (await listRowsOfHandover(handover.handover.id)).length > 0,
    haul,
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
    ids: { check: newId(), dispute: newId() },
    canPublish: actor.roles.includes('giver'),
    answer: await readAnswerPanel(view, actor),
    paper: paperAddressOf(paths.reservation(view.id)),
    done: parseSearch(request, doneSchema).fait,
  }
}
