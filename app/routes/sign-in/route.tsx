import { getFormProps, getInputProps, useForm } from '@conform-to/react'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { paths, safeRedirect } from '~/core/paths'
import { signIn } from '~/features/identity/commands/sign-in.server'
import { passkeySite } from '~/features/identity/passkeys.server'
import { listOfferedDemoAccounts } from '~/features/identity/queries.server'
import { signInSchema } from '~/features/identity/schema'
import { DemoAccounts } from '~/features/identity/ui/demo-accounts'
import { PasskeySignIn } from '~/features/identity/ui/passkey-sign-in'
import { PasswordInput } from '~/features/identity/ui/password-input'
import { ProConnectSignIn } from '~/features/identity/ui/proconnect'
import { optionalActor } from '~/http/actor.server'
import { tryWay, untryWay } from '~/http/limits.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { hasProConnect, proConnectFaultIn } from '~/http/proconnect.server'
import { entryOf, nextOf, signedInReply, wayIn } from '~/http/session-entry.server'
import { accountAccess } from '~/messages/account-access'
import { identity } from '~/messages/identity'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(identity, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const next = nextOf(request)
  if (await optionalActor(request)) throw redirect(next)
  const way = await wayIn(request, next)
  if (way !== paths.signIn(next)) throw redirect(way)
  const done = new URL(request.url).searchParams.get('fait')
  const proConnect = hasProConnect() ? { fault: proConnectFaultIn(request) } : null
  return {
    next,
    done,
    proConnect,
    demoAccounts: await listOfferedDemoAccounts(),
    hasPasskeys: passkeySite() !== null,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, signInSchema)
  if (!form.ok) return form.reply
  const { email, password, next } = form.value
  const tried = await tryWay('sign-in', context, email)
  if (!tried.ok) return form.refuse(tried.error)
  const signedIn = await signIn({ email, password, ...(await entryOf(request)) })
  if (!signedIn.ok) return form.refuse(signedIn.error)
  await untryWay('sign-in', context, email)
  return signedInReply(signedIn.value.secret, safeRedirect(next, paths.dashboard()))
}

export default function SignIn() {
  const t = useT(identity)
  const tAccess = useT(accountAccess)
  const { next, done, proConnect, demoAccounts, hasPasskeys } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, fields] = useForm({
    id: 'sign-in',
    lastResult: reply?.result,
    defaultValue: { email: '', password: '' },
  })
  return (
    <div className="flex max-w-xl flex-col gap-8">
      <PageHeader title={t('title')} lead={t('lead')} />
      {done === 'adresse' && !reply && (
        <Notice tone="success" live title={tAccess('confirm.done')}>
          {tAccess('confirm.doneText')}
        </Notice>
      )}
      {done === 'quitte' && !reply && (
        <Notice tone="success" live title={tAccess('left.title')}>
          {tAccess('left.text')}
        </Notice>
      )}
      {done === 'mot-de-passe' && !reply && <Notice tone="success" live title={tAccess('renew.done')} />}
      {proConnect && <ProConnectSignIn next={next} fault={reply ? null : proConnect.fault} />}
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
        <PasswordInput
          {...getInputProps(fields.password, { type: 'password' })}
          key="password"
          label={t('password')}
          error={fields.password.errors}
          autoComplete="current-password"
        />
        <Button wide>{t('submit')}</Button>
      </Form>
      <p className="flex flex-wrap gap-x-8 gap-y-2">
        <Link to={paths.forgottenPassword()} className="inline-flex min-h-11 items-center">
          {tAccess('password.forgotten')}
        </Link>
        <span>
          {tAccess('signUp.newHere')} <Link to={paths.signUp()}>{tAccess('signUp.title')}</Link>
        </span>
      </p>
      {hasPasskeys && <PasskeySignIn next={next} isRefused={done === 'cle-refusee' && !reply} />}
      <DemoAccounts accounts={demoAccounts} next={next} />
    </div>
  )
}
