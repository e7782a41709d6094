import { data, redirect } from '@remix-run/node'
import { addPasskey, addTotp } from '~/features/identity/commands/add-factor.server'
import type { LiveSession } from '~/features/identity/queries.server'
import { addPasskeySchema, addTotpSchema } from '~/features/identity/schema'
import { sameSetup } from '~/features/identity/totp-setup.server'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'
import { setSessionCookie } from '~/http/session-cookie.server'
import { drawn } from './drawn-setup.server'

type Add = { request: Request; session: LiveSession; secret: string; next: string }

/** Adds the application or the passkey that was posted; answers with the codes to show once, or goes on. */
export async function addFactor({ request, session, secret, next }: Add) {
  const formData = await readForm(request)
  if (formData.get('intent') === 'totp') {
    // What came back wrong is shown with the same key: the application has it by now.
    const setup = drawn(sameSetup(textOf(formData.get('setup')), session))
    const form = await parseForm(request, addTotpSchema, formData)
    if (!form.ok) return withSetup(form.reply, setup)
    const added = await addTotp({ secret, setup: form.value.setup, code: form.value.code })
    return added.ok ? kept(added.value, next) : withSetup(form.refuse(added.error), setup)
  }
  formData.set('intent', 'passkey')
  const form = await parseForm(request, addPasskeySchema, formData)
  if (!form.ok) return withSetup(form.reply, null)
  const added = await addPasskey({ secret, response: form.value.response, name: form.value.name })
  return added.ok ? kept(added.value, next) : withSetup(form.refuse(added.error), null)
}

type Refusal = Extract<Awaited<ReturnType<typeof parseForm>>, { ok: false }>['reply']

function withSetup(reply: Refusal, setup: ReturnType<typeof drawn> | null) {
  return data({ ...reply.data, setup }, reply.init ?? {})
}

async function kept({ secret, codes }: { secret: string; codes: string[] | null }, next: string) {
  const headers = { 'Set-Cookie': await setSessionCookie(secret) }
  if (codes === null) throw redirect(next, { headers })
  return data({ codes, next }, { headers: { ...headers, 'Cache-Control': 'no-store' } })
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : ''
}
