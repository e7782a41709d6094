import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { paths, safeRedirect } from '~/core/paths'
import { signOut } from '~/features/identity/commands/sign-out.server'
import { readForm } from '~/http/read-form.server'
import { clearSessionCookie, sessionSecretOf } from '~/http/session-cookie.server'

export function loader() {
  return redirect(paths.home())
}

export async function action({ request }: ActionFunctionArgs) {
  const secret = await sessionSecretOf(request)
  if (secret) await signOut(secret)
  const next = (await readForm(request)).get('next')
  const target = safeRedirect(typeof next === 'string' ? next : null, paths.home())
  return redirect(target, { headers: { 'Set-Cookie': await clearSessionCookie() } })
}
