import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { paths } from '~/core/paths'
import { resendConfirmation } from '~/features/identity/commands/resend-confirmation.server'
import { requireActor } from '~/http/actor.server'

export function loader() {
  return redirect(paths.account())
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'account:manage')
  await resendConfirmation(actor.userId)
  return redirect(`${paths.account()}?fait=renvoye`)
}
