import { getFormProps, getInputProps, useForm } from '@conform-to/react'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { renewPassword } from '~/features/identity/commands/renew-password.server'
import { readLink } from '~/features/identity/read-link.server'
import { newPasswordSchema } from '~/features/identity/schema'
import { ExpiredLink } from '~/features/identity/ui/expired-link'
import { PasswordInput } from '~/features/identity/ui/password-input'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { clearSessionCookie } from '~/http/session-cookie.server'
import { accountAccess } from '~/messages/account-access'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(accountAccess, 'renew.title')

export async function loader({ params }: LoaderFunctionArgs) {
  const link = await readLink(params.token ?? '', ['reset-password'])
  return { email: link?.email ?? null }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await parseForm(request, newPasswordSchema)
  if (!form.ok) return form.reply
  const renewed = await renewPassword({ token: params.token ?? '', ...form.value })
  if (!renewed.ok) return form.refuse(renewed.error)
  const headers = { 'Set-Cookie': await clearSessionCookie() }
  return redirect(`${paths.signIn()}?fait=mot-de-passe`, { headers })
}

export default function NewPassword() {
  const t = useT(accountAccess)
  const { email } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, { password }] = useForm<{ password: string }>({ id: 'renew', lastResult: reply?.result })
  if (!email) return <ExpiredLink kind="reset" />
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
