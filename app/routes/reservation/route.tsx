import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { reservationActionSchema } from '~/features/reservations/schema'
import { enterInLedger } from '~/http/enter-in-ledger.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { orNotFound } from '~/http/replies.server'
import { requireParty } from '~/http/reservation-party.server'
import { reservations } from '~/messages/reservations'
import { actOnReservation } from './act-on-reservation.server'
import { loadReservation } from './load-reservation.server'
import { ReservationPage } from './reservation-page'
import { readReservationForm } from './sign-with-check.server'

export const meta: MetaFunction = pageTitle(reservations, 'one')

// A refusal for conflict means that the page has moved on: show where to.
export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  return loadReservation(request, params.reservationId)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, view, side } = await requireParty(request, params.reservationId)
  const sent = await readReservationForm(request)
  orNotFound(side ?? (sent.form.get('intent') === 'settle' ? actor : null))
  const form = await parseForm(request, reservationActionSchema, sent.form)
  if (!form.ok) return form.reply
  const acted = await actOnReservation(actor, view, form.value, sent.slip)
  if (!acted.ok) return form.refuse(acted.error)
  const { done, handoverId } = acted.value
  if (handoverId) await enterInLedger(handoverId, request, context.requestId)
  return redirect(`${paths.reservation(view.id)}?fait=${done}`)
}

export default function Reservation() {
  const data = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return <ReservationPage {...data} lastResult={reply?.result} />
}
