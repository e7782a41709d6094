import { getFormProps, getInputProps, useForm } from '@conform-to/react'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { renewPassword } from '~/features/identity/commands/renew-password.server'
import { judgeLink } from '~/features/identity/read-link.server'
import { newPasswordSchema } from '~/features/identity/schema'
import { ExpiredLink, linkTitle } from '~/features/identity/ui/expired-link'
import { PasswordInput } from '~/features/identity/ui/password-input'
import { optionalActor } from '~/http/actor.server'
import { localised } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { clearSessionCookie } from '~/http/session-cookie.server'
import { LINK_STATUS } from '~/http/status'
import { accountAccess } from '~/messages/account-access'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = localised(args, accountAccess)
  return [{ title: `${t(linkTitle(args.data?.fate, 'renew.title'))} – Gisement` }]
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { fate, link } = await judgeLink(params.token ?? '', ['reset-password'])
  const isSignedIn = (await optionalActor(request)) !== null
  return data({ email: link?.email ?? null, fate, isSignedIn }, { status: LINK_STATUS[fate] })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(request, newPasswordSchema)
  if (!form.ok) return form.reply
  const renewed = await renewPassword({
    token: params.token ?? '',
    ...form.value,
    clientIp: context.clientIp,
  })
  if (!renewed.ok) return form.refuse(renewed.error)
  const headers = { 'Set-Cookie': await clearSessionCookie() }
  return redirect(`${paths.signIn()}?fait=mot-de-passe`, { headers })
}

export default function NewPassword() {
  const t = useT(accountAccess)
  const { email, fate, isSignedIn } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, { password }] = useForm<{ password: string }>({ id: 'renew', lastResult: reply?.result })
  if (!email) return <ExpiredLink kind="reset" fate={fate} isSignedIn={isSignedIn} />
  return (
    <div className="flex max-w-xl flex-col gap-6">
      <PageHeader title={t('renew.title')} lead={t('renew.text', { email })} />
      <ErrorSummary errors={summaryOf([form, password])} />
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <PasswordInput
          {...getInputProps(password, { type: 'password' })}
          key="password"
          label={t('password.newLabel')}
          hint={t('password.hint')}
          error={password.errors}
          autoComplete="new-password"
        />
        <div>
          <Button wide>{t('renew.submit')}</Button>
        </div>
      </Form>
    </div>
  )
}
