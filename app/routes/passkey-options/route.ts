import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { paths } from '~/core/paths'
import type { DomainError } from '~/core/result'
import { startCeremony } from '~/features/identity/commands/start-ceremony.server'
import { passkeyOptionsSchema } from '~/features/identity/schema'
import { retryAfter, tryWay } from '~/http/limits.server'
import { parseForm } from '~/http/parse-form.server'
import { notFound } from '~/http/replies.server'
import { sessionSecretOf } from '~/http/session-cookie.server'
import { STATUS } from '~/http/status'

export function loader() {
  return redirect(paths.signIn())
}

/** What a browser is to ask of an authenticator, as JSON. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, passkeyOptionsSchema)
  if (!form.ok) throw notFound()
  const tried = await tryWay('passkey-options', context)
  if (!tried.ok) return refusal(tried.error)
  const options = await startCeremony(form.value.purpose, await sessionSecretOf(request))
  return options.ok ? Response.json(options.value, { headers: UNKEPT }) : refusal(options.error)
}

const UNKEPT = { 'Cache-Control': 'no-store' }

function refusal(error: DomainError): Response {
  const headers = { ...UNKEPT, ...retryAfter(error) }
  return Response.json({ code: error.code }, { status: STATUS[error.code], headers })
}
