import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { paths, safeRedirect } from '~/core/paths'
import { signInByPasskey } from '~/features/identity/commands/sign-in-passkey.server'
import { passkeySignInSchema } from '~/features/identity/schema'
import { parseForm } from '~/http/parse-form.server'
import { entryOf, signedInReply } from '~/http/session-entry.server'

export function loader() {
  return redirect(paths.signIn())
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, passkeySignInSchema)
  if (!form.ok) return redirect(`${paths.signIn()}?fait=cle-refusee`)
  const { response, next } = form.value
  const signedIn = await signInByPasskey({ response, ...(await entryOf(request)) })
  const target = safeRedirect(next, paths.dashboard())
  if (!signedIn.ok) return redirect(`${paths.signIn(target)}&fait=cle-refusee`)
  return signedInReply(signedIn.value.secret, target)
}
