import { getFormProps, getInputProps, useForm } from '@conform-to/react'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { forgetPassword } from '~/features/identity/commands/forget-password.server'
import { emailSchema } from '~/features/identity/schema'
import { tryWay } from '~/http/limits.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { accountAccess } from '~/messages/account-access'
import { identity } from '~/messages/identity'
import { common } from '~/messages/common'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(accountAccess, 'forgotten.title')

export function loader({ request }: LoaderFunctionArgs) {
  return { isSent: new URL(request.url).searchParams.get('fait') === 'envoye' }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, emailSchema)
  if (!form.ok) return form.reply
  const tried = await tryWay('forgotten-password', context, form.value.email)
  if (!tried.ok) return form.refuse(tried.error)
  await forgetPassword(form.value.email)
  return redirect(`${paths.forgottenPassword()}?fait=envoye`)
}

export default function ForgottenPassword() {
  const t = useT(accountAccess)
  const tIdentity = useT(identity)
  const tCommon = useT(common)
  const { isSent } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, { email }] = useForm<{ email: string }>({ id: 'forgotten', lastResult: reply?.result })
  return (
    <div className="flex max-w-xl flex-col gap-6">
      <PageHeader
        title={t('forgotten.title')}
        lead={t('forgotten.lead')}
        back={{ to: paths.signIn(), label: tCommon('nav.signIn') }}
      />
      {isSent && !reply && <Notice tone="success" live title={t('forgotten.sent')} />}
      <ErrorSummary errors={summaryOf([form, email])} />
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
        <TextInput
          {...getInputProps(email, { type: 'email' })}
          key="email"
          label={tIdentity('email')}
          error={email.errors}
          autoComplete="username"
        />
        <div>
          <Button wide>{t('forgotten.submit')}</Button>
        </div>
      </Form>
    </div>
  )
}
