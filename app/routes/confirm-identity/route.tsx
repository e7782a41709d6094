import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { confirmByPasskey, confirmIdentity } from '~/features/identity/commands/confirm-identity.server'
import { passkeySite } from '~/features/identity/passkeys.server'
import { findFactors } from '~/features/identity/queries/second-factors.server'
import { confirmIdentitySchema, passkeyProofSchema } from '~/features/identity/schema'
import { ConfirmForm } from '~/features/identity/ui/confirm-form'
import { PasskeyForm } from '~/features/identity/ui/passkey-form'
import { tryFor, untryFor } from '~/http/limits.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'
import { setSessionCookie } from '~/http/session-cookie.server'
import { nextOf, requireStage } from '~/http/session-entry.server'
import { security } from '~/messages/security'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(security, 'confirm.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStage(request, ['open'])
  const { passkeys } = await findFactors(session.actor.userId)
  return {
    next: nextOf(request, paths.security()),
    hasPassword: session.hasPassword,
    hasFactor: session.hasFactor,
    hasPasskeys: passkeys.length > 0 && passkeySite() !== null,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { session, secret } = await requireStage(request, ['open'])
  const formData = await readForm(request)
  const next = nextOf(request, paths.security())
  if (formData.get('intent') === 'confirm') {
    const form = await parseForm(request, confirmIdentitySchema, formData)
    if (!form.ok) return form.reply
    const { userId } = session.actor
    const tried = await tryFor('password-check', userId)
    if (!tried.ok) return form.refuse(tried.error)
    const confirmed = await confirmIdentity({ secret, ...form.value })
    if (!confirmed.ok) return form.refuse(confirmed.error)
    await untryFor('password-check', userId)
    return goOn(confirmed.value.secret, next)
  }
  formData.set('intent', 'passkey')
  const form = await parseForm(request, passkeyProofSchema, formData)
  if (!form.ok) return form.reply
  const confirmed = await confirmByPasskey({ secret, response: form.value.response })
  return confirmed.ok ? goOn(confirmed.value.secret, next) : form.refuse(confirmed.error)
}

async function goOn(secret: string, next: string) {
  return redirect(next, { headers: { 'Set-Cookie': await setSessionCookie(secret) } })
}

export default function ConfirmIdentity() {
  const t = useT(security)
  const { next, hasPassword, hasFactor, hasPasskeys } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  return (
    <div className="flex max-w-xl flex-col gap-8">
      <PageHeader title={t('confirm.title')} lead={t('confirm.lead')} />
      {hasPasskeys && (
        <>
          <PasskeyForm purpose="confirm" label={t('confirm.passkey')} noScript={t('passkey.noScriptStep')} />
          <h2 className="border-t-2 border-edge pt-6 text-2xl">{t('step.or')}</h2>
        </>
      )}
      {hasPassword || hasFactor ? (
        <ConfirmForm hasPassword={hasPassword} hasFactor={hasFactor} lastResult={result} />
      ) : (
        <Form method="post" action={paths.signOut()} className="flex flex-col gap-4">
          <p>{t('confirm.again')}</p>
          <input type="hidden" name="next" value={paths.signIn(next)} />
          <div>
            <Button wide>{t('confirm.signOut')}</Button>
          </div>
        </Form>
      )}
      <p>
        <Link to={paths.account()} className="inline-flex min-h-11 items-center">
          {t('confirm.cancel')}
        </Link>
      </p>
    </div>
  )
}
