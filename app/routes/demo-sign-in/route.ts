import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { paths, safeRedirect } from '~/core/paths'
import { signInDemo } from '~/features/identity/commands/sign-in-demo.server'
import { demoSignInSchema } from '~/features/identity/schema'
import { parseForm } from '~/http/parse-form.server'
import { notFound } from '~/http/replies.server'
import { entryOf, signedInReply } from '~/http/session-entry.server'

export function loader() {
  return redirect(paths.signIn())
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, demoSignInSchema)
  if (!form.ok) throw notFound()
  const signedIn = await signInDemo({ email: form.value.email, ...(await entryOf(request)) })
  if (!signedIn.ok) throw notFound()
  return signedInReply(signedIn.value.secret, safeRedirect(form.value.next, paths.dashboard()))
}
