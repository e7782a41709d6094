import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { isId } from '~/core/ids'
import { paths } from '~/core/paths'
import { chooseHaul } from '~/features/accounting/commands/choose-haul.server'
import { haulSchema } from '~/features/accounting/schema'
import { requireRight } from '~/http/actor.server'
import { parseForm } from '~/http/parse-form.server'
import { notFound, refusedForm } from '~/http/replies.server'
import { requireParty } from '~/http/reservation-party.server'

export function loader({ params }: LoaderFunctionArgs) {
  const { reservationId = '' } = params
  if (!isId(reservationId)) throw notFound()
  return redirect(paths.reservation(reservationId))
}

/** Keeps the vehicle of a collection. A handover that was completed meanwhile is shown as it is. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, view } = await requireParty(request, params.reservationId)
  const reservationId = view.id
  const ownerOrganisationIds = [view.giverOrganisationId, view.takerOrganisationId]
  requireRight(actor, 'handover:confirm', { ownerOrganisationIds })
  const form = await parseForm(request, haulSchema)
  if (!form.ok) return refusedForm(form.reply)
  const chosen = await chooseHaul({ actor, reservationId, ...form.value })
  if (!chosen.ok && chosen.error.code === 'not-found') throw notFound()
  return redirect(`${paths.reservation(reservationId)}#vehicule`)
}
