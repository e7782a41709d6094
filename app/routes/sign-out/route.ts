import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { paths, safeRedirect } from '~/core/paths'
import { signOut } from '~/features/identity/commands/sign-out.server'
import { endingCookie } from '~/http/proconnect.server'
import { readForm } from '~/http/read-form.server'
import { clearSessionCookie, sessionSecretOf } from '~/http/session-cookie.server'

export function loader() {
  return redirect(paths.home())
}

export async function action({ request }: ActionFunctionArgs) {
  const secret = await sessionSecretOf(request)
  const ending = secret ? await signOut(secret) : null
  const next = (await readForm(request)).get('next')
  const target = safeRedirect(typeof next === 'string' ? next : null, paths.home())
  const headers = new Headers({ 'Set-Cookie': await clearSessionCookie() })
  if (!ending) return redirect(target, { headers })
  headers.append('Set-Cookie', await endingCookie(ending))
  return redirect(paths.proConnectEnd(), { headers })
}
