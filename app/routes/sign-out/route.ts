import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { paths } from '~/core/paths'
import { signOut } from '~/features/identity/commands/sign-out.server'
import { clearSessionCookie, sessionSecretOf } from '~/http/session-cookie.server'

export function loader() {
  return redirect(paths.home())
}

export async function action({ request }: ActionFunctionArgs) {
  const secret = await sessionSecretOf(request)
  if (secret) await signOut(secret)
  return redirect(paths.home(), { headers: { 'Set-Cookie': await clearSessionCookie() } })
}
