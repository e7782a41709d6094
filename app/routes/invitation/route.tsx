import { getFormProps, getInputProps, useForm } from '@conform-to/react'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { acceptInvitation } from '~/features/identity/commands/accept-invitation.server'
import { readLink } from '~/features/identity/read-link.server'
import { joinAsNewSchema, joinSchema } from '~/features/identity/schema'
import { ExpiredLink } from '~/features/identity/ui/expired-link'
import { PasswordInput } from '~/features/identity/ui/password-input'
import { localeOf } from '~/http/locale.server'
import { localised } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { deviceOf, setSessionCookie } from '~/http/session-cookie.server'
import { accountAccess } from '~/messages/account-access'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = localised(args, accountAccess)
  const organisation = args.data?.organisation
  return [
    { title: `${organisation ? t('invitation.title', { organisation }) : t('expired.title')} – Gisement` },
  ]
}

export async function loader({ params }: LoaderFunctionArgs) {
  const link = await readLink(params.token ?? '', ['invitation'])
  return {
    email: link?.email ?? '',
    organisation: link?.organisationName ?? null,
    sender: link?.senderName ?? '',
    isKnown: link !== null && link.userId !== null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const link = await readLink(token, ['invitation'])
  const form = await parseForm(request, link?.userId ? joinSchema : joinAsNewSchema)
  if (!form.ok) return form.reply
  const accepted = await acceptInvitation({
    token,
    ...form.value,
    locale: await localeOf(request),
    device: deviceOf(request),
  })
  if (!accepted.ok) return form.refuse(accepted.error)
  const headers = { 'Set-Cookie': await setSessionCookie(accepted.value.secret) }
  return redirect(paths.dashboard(), { headers })
}

export default function Invitation() {
  const t = useT(accountAccess)
  const { email, organisation, sender, isKnown } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, { name, password }] = useForm<{ name: string; password: string }>({
    id: 'invitation',
    lastResult: reply?.result,
  })
  if (!organisation) return <ExpiredLink kind="invitation" />
  return (
    <div className="flex max-w-xl flex-col gap-6">
      <PageHeader
        title={t('invitation.title', { organisation })}
        lead={t('invitation.text', { sender, email })}
      />
      <p>{t(isKnown ? 'invitation.existingText' : 'invitation.newText')}</p>
      <ErrorSummary errors={summaryOf([form, name, password])} />
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
        {!isKnown && (
          <TextInput
            {...getInputProps(name, { type: 'text' })}
            key="name"
            label={t('signUp.name')}
            error={name.errors}
            autoComplete="name"
          />
        )}
        <PasswordInput
          {...getInputProps(password, { type: 'password' })}
          key="password"
          label={t('password.label')}
          hint={isKnown ? undefined : t('password.hint')}
          error={password.errors}
          autoComplete={isKnown ? 'current-password' : 'new-password'}
        />
        <div>
          <Button wide>{t('invitation.submit')}</Button>
        </div>
      </Form>
    </div>
  )
}
