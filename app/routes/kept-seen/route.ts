import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { paths } from '~/core/paths'
import { seenSchema } from '~/features/keep/schema'
import { setShelf, shelfOf } from '~/http/kept-lots.server'
import { parseForm } from '~/http/parse-form.server'
import { refusedForm } from '~/http/replies.server'

export function loader() {
  return redirect(paths.kept())
}

/** Begins to remember the lots looked at last on this device, or erases them and stops. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, seenSchema)
  if (!form.ok) return refusedForm(form.reply)
  const isStart = form.value.intent === 'start'
  const shelf = await shelfOf(request)
  const cookie = await setShelf({ ...shelf, seen: isStart ? (shelf.seen ?? []) : null })
  return redirect(paths.kept(isStart ? 'retenir' : 'efface'), { headers: { 'Set-Cookie': cookie } })
}
