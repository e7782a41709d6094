import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { passByCode, passByPasskey } from '~/features/identity/commands/pass-second-step.server'
import { passkeySite } from '~/features/identity/passkeys.server'
import { findFactors } from '~/features/identity/queries/second-factors.server'
import { codeSchema, passkeyProofSchema } from '~/features/identity/schema'
import { CodeForm } from '~/features/identity/ui/code-form'
import { PasskeyForm } from '~/features/identity/ui/passkey-form'
import { tryWay, untryWay } from '~/http/limits.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'
import { setSessionCookie } from '~/http/session-cookie.server'
import { nextOf, requireStage } from '~/http/session-entry.server'
import { security } from '~/messages/security'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(security, 'step.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStage(request, ['verify'])
  const { totp, passkeys } = await findFactors(session.actor.userId)
  return { hasTotp: totp !== null, hasPasskeys: passkeys.length > 0 && passkeySite() !== null }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { secret, session } = await requireStage(request, ['verify'])
  const { userId } = session.actor
  const formData = await readForm(request)
  if (formData.get('intent') === 'code') {
    const form = await parseForm(request, codeSchema, formData)
    if (!form.ok) return form.reply
    const tried = await tryWay('second-step', context, userId)
    if (!tried.ok) return form.refuse(tried.error)
    const passed = await passByCode({ secret, code: form.value.code })
    if (!passed.ok) return form.refuse(passed.error)
    await untryWay('second-step', context, userId)
    const isRecovery = passed.value.way === 'recovery'
    return enter(passed.value.secret, isRecovery ? paths.security('secours') : nextOf(request))
  }
  const form = await parseForm(request, passkeyProofSchema, withIntent(formData))
  if (!form.ok) return form.reply
  const tried = await tryWay('second-step', context, userId)
  if (!tried.ok) return form.refuse(tried.error)
  const passed = await passByPasskey({ secret, response: form.value.response })
  if (!passed.ok) return form.refuse(passed.error)
  await untryWay('second-step', context, userId)
  return enter(passed.value.secret, nextOf(request))
}

/** Both forms of the page say what they are; that of a passkey has no field for it. */
function withIntent(formData: FormData): FormData {
  formData.set('intent', 'passkey')
  return formData
}

async function enter(secret: string, next: string) {
  return redirect(next, { headers: { 'Set-Cookie': await setSessionCookie(secret) } })
}

export default function SecondStep() {
  const t = useT(security)
  const { hasTotp, hasPasskeys } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  return (
    <div className="flex max-w-xl flex-col gap-8">
      <PageHeader title={t('step.title')} lead={t('step.lead')} />
      {hasPasskeys && (
        <>
          <PasskeyForm purpose="step" label={t('step.passkey')} noScript={t('passkey.noScriptStep')} />
          <h2 className="border-t-2 border-edge pt-6 text-2xl">{t('step.or')}</h2>
        </>
      )}
      <CodeForm hasTotp={hasTotp} lastResult={result} />
      <p>
        {t('step.lost')} <Link to={paths.contact()}>{t('step.contact')}</Link>
      </p>
      <Form method="post" action={paths.signOut()}>
        <Button look="secondary" wide>
          {t('step.cancel')}
        </Button>
      </Form>
    </div>
  )
}
