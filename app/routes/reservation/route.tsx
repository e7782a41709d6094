import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { findHandoverEffect } from '~/features/accounting/handover-effect.server'
import { findHaulChoice, listRowsOfHandover } from '~/features/accounting/queries/corrections.server'
import { paperAddressOf } from '~/features/labels/paper-address.server'
import { listLabelsOfLots } from '~/features/labels/queries.server'
import { massOfPart } from '~/features/lots/model/lot'
import type { Actor } from '~/features/organisations/model/permissions'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { agreePickup } from '~/features/reservations/commands/agree-pickup.server'
import { undertakeNoResale } from '~/features/reservations/commands/undertake-no-resale.server'
import { proposePickup } from '~/features/reservations/commands/propose-pickup.server'
import { judgeCounts } from '~/features/reservations/model/counts'
import { pickupDays, type Slot } from '~/features/reservations/model/pickup'
import { availableActions } from '~/features/reservations/model/machine'
import { findHandover, findPickupPlace, listTimeline } from '~/features/reservations/queries.server'
import { listCounts } from '~/features/reservations/queries/counts.server'
import { listPapersOf } from '~/features/reservations/queries/papers.server'
import { doneSchema, reservationActionSchema } from '~/features/reservations/schema'
import { readAnswerPanel } from '~/http/answer-grounds.server'
import { enterInLedger } from '~/http/enter-in-ledger.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { parseSearch } from '~/http/parse-search.server'
import { readableLots } from '~/http/readable-lots.server'
import { requireParty } from '~/http/reservation-party.server'
import { reservations } from '~/messages/reservations'
import { ReservationPage } from './reservation-page'
import { readReservationForm, signWithCheck } from './sign-with-check.server'

export const meta: MetaFunction = pageTitle(reservations, 'one')

// A refusal for conflict means that the page has moved on: show where to.
export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, view, side } = await requireParty(request, params.reservationId)
  const [handover, timeline, place, photos, openLots, labels, counts, haul, papers] = await Promise.all([
    findHandover(view.id),
    listTimeline(view.id),
    findPickupPlace(view, actor.organisationId),
    listPhotosOfLots([view.lotId]),
    readableLots(request, [view]),
    listLabelsOfLots([view.lotId]),
    listCounts(view.id),
    findHaulChoice(view.id),
    listPapersOf(view.id),
  ])
  const lot = { massG: view.lotMassG, quantityMilli: view.lotQuantityMilli }
  return {
    view,
    side,
    handover,
    papers: papers.map(({ number, kind }) => ({ number, kind })),
    ids: { check: newId() },
    today: isoDayOf(nowMs()),
    timeline,
    place,
    days: pickupDays(view, isoDayOf(nowMs())),
    photo: photos.get(view.lotId)?.[0] ?? null,
    effect: handover.handover && (await findHandoverEffect(handover.handover.id)),
    isEntered: handover.handover !== null && (await listRowsOfHandover(handover.handover.id)).length > 0,
    haul,
    expectedMassG: massOfPart(lot, view.quantityMilli),
    isLotReadable: openLots.length > 0,
    hasLabels: labels.size > 0,
    counts: judgeCounts(counts, view.quantityMilli),
    actions: side ? availableActions(view.status, side) : [],
    canPublish: actor.roles.includes('giver'),
    answer: await readAnswerPanel(view, actor),
    paper: paperAddressOf(paths.reservation(view.id)),
    done: parseSearch(request, doneSchema).fait,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, view } = await requireParty(request, params.reservationId)
  const sent = await readReservationForm(request)
  const form = await parseForm(request, reservationActionSchema, sent.form)
  if (!form.ok) return form.reply
  const page = paths.reservation(view.id)
  if (form.value.intent === 'propose-pickup' || form.value.intent === 'agree-pickup') {
    const { intent, pickupOn, pickupPart } = form.value
    const moved = await movePickup(intent, actor, view.id, { on: pickupOn, part: pickupPart })
    if (!moved.ok) return form.refuse(moved.error)
    return redirect(`${page}?fait=${intent === 'agree-pickup' ? 'agreed' : 'proposed'}`)
  }
  if (form.value.intent === 'undertake') {
    const promised = await undertakeNoResale({ actor, reservationId: view.id })
    return promised.ok ? redirect(`${page}?fait=undertaken`) : form.refuse(promised.error)
  }
  if (form.value.intent !== 'confirm') {
    const { intent, criterion, reason } = form.value
    const decided = await decideReservation({
      actor,
      reservationId: view.id,
      action: intent,
      criterion,
      reason,
    })
    if (!decided.ok) return form.refuse(decided.error)
    return redirect(`${page}?fait=${decided.value.status}`)
  }
  const signed = await signWithCheck(actor, view, form.value, sent.slip)
  if (!signed.ok) return form.refuse(signed.error)
  const { handoverId } = signed.value
  if (!handoverId) return redirect(`${page}?fait=signed`)
  await enterInLedger(handoverId, request, context.requestId)
  return redirect(`${page}?fait=collected`)
}

function movePickup(
  intent: 'propose-pickup' | 'agree-pickup',
  actor: Actor,
  reservationId: string,
  slot: Slot,
) {
  const move = intent === 'agree-pickup' ? agreePickup : proposePickup
  return move({ actor, reservationId, slot })
}

export default function Reservation() {
  const data = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return <ReservationPage {...data} lastResult={reply?.result} />
}
