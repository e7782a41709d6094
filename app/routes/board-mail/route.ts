import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { paths } from '~/core/paths'
import { chooseMonthlyMail } from '~/features/board/commands/choose-monthly-mail.server'
import { monthlyMailSchema } from '~/features/board/schema'
import { requireActor } from '~/http/actor.server'
import { parseForm } from '~/http/parse-form.server'
import { forbidden, refusedForm } from '~/http/replies.server'

/** A form's address that somebody opens leads to the communes. */
export function loader() {
  return redirect(paths.communes())
}

/** Begins or ends the monthly mail, from the board's own page. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'board:mail')
  const form = await parseForm(request, monthlyMailSchema)
  if (!form.ok) return refusedForm(form.reply)
  const { commune, intent } = form.value
  const chosen = await chooseMonthlyMail({ actor, communeCode: commune, isWanted: intent === 'start' })
  if (!chosen.ok) throw forbidden()
  return redirect(paths.board(commune, `?fait=${intent}`))
}
