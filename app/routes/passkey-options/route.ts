import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { paths } from '~/core/paths'
import { startCeremony } from '~/features/identity/commands/start-ceremony.server'
import { passkeyOptionsSchema } from '~/features/identity/schema'
import { parseForm } from '~/http/parse-form.server'
import { notFound } from '~/http/replies.server'
import { sessionSecretOf } from '~/http/session-cookie.server'
import { STATUS } from '~/http/status'

export function loader() {
  return redirect(paths.signIn())
}

/** What a browser is to ask of an authenticator, as JSON. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, passkeyOptionsSchema)
  if (!form.ok) throw notFound()
  const options = await startCeremony(form.value.purpose, await sessionSecretOf(request))
  const [body, status] = options.ok
    ? [options.value, 200]
    : [{ code: options.error.code }, STATUS[options.error.code]]
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}
