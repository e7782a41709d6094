import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { paths } from '~/core/paths'
import { chooseHaul } from '~/features/accounting/commands/choose-haul.server'
import { haulSchema } from '~/features/accounting/schema'
import { requireActor } from '~/http/actor.server'
import { parseForm } from '~/http/parse-form.server'
import { notFound } from '~/http/replies.server'

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.reservation(params.reservationId ?? ''))
}

/** Keeps the vehicle of a collection. A handover that was completed meanwhile is shown as it is. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'handover:confirm')
  const reservationId = params.reservationId ?? ''
  const form = await parseForm(request, haulSchema)
  if (!form.ok) return form.reply
  const chosen = await chooseHaul({ actor, reservationId, ...form.value })
  if (!chosen.ok && chosen.error.code === 'not-found') throw notFound()
  return redirect(`${paths.reservation(reservationId)}#vehicule`)
}
