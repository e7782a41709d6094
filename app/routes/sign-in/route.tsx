import { getFormProps, getInputProps, useForm } from '@conform-to/react'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paths, safeRedirect } from '~/core/paths'
import { signIn } from '~/features/identity/commands/sign-in.server'
import { listOfferedDemoAccounts } from '~/features/identity/queries.server'
import { signInSchema } from '~/features/identity/schema'
import { DemoAccounts } from '~/features/identity/ui/demo-accounts'
import { optionalActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { setSessionCookie } from '~/http/session-cookie.server'
import { identity } from '~/messages/identity'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(identity, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const next = safeRedirect(new URL(request.url).searchParams.get('suite'), paths.dashboard())
  if (await optionalActor(request)) throw redirect(next)
  return { next, demoAccounts: await listOfferedDemoAccounts() }
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, signInSchema)
  if (!form.ok) return form.reply
  const signedIn = await signIn(form.value)
  if (!signedIn.ok) return form.refuse(signedIn.error)
  const headers = { 'Set-Cookie': await setSessionCookie(signedIn.value.secret) }
  return redirect(safeRedirect(form.value.next, paths.dashboard()), { headers })
}

export default function SignIn() {
  const t = useT(identity)
  const { next, demoAccounts } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, fields] = useForm({
    id: 'sign-in',
    lastResult: reply?.result,
    defaultValue: { email: '', password: '' },
  })
  return (
    <div className="flex max-w-xl flex-col gap-8">
      <PageHeader title={t('title')} lead={t('lead')} />
      <ErrorSummary errors={summaryOf([form, fields.email, fields.password])} />
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
        <input type="hidden" name="next" value={next} />
        <TextInput
          {...getInputProps(fields.email, { type: 'email' })}
          key="email"
          label={t('email')}
          error={fields.email.errors}
          autoComplete="username"
        />
        <TextInput
          {...getInputProps(fields.password, { type: 'password' })}
          key="password"
          label={t('password')}
          error={fields.password.errors}
          autoComplete="current-password"
        />
        <Button wide>{t('submit')}</Button>
      </Form>
      <DemoAccounts accounts={demoAccounts} next={next} />
    </div>
  )
}
