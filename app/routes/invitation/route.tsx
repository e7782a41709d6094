import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { acceptInvitation } from '~/features/identity/commands/accept-invitation.server'
import { joinOrganisation } from '~/features/identity/commands/join-organisation.server'
import type { Link } from '~/features/identity/queries.server'
import { judgeLink, readLink } from '~/features/identity/read-link.server'
import { joinAsNewSchema, joinSchema, joinSignedInSchema } from '~/features/identity/schema'
import { ExpiredLink, linkTitle } from '~/features/identity/ui/expired-link'
import { PasswordInput } from '~/features/identity/ui/password-input'
import { optionalActor } from '~/http/actor.server'
import { tryWay, untryWay } from '~/http/limits.server'
import { localeOf } from '~/http/locale.server'
import { localised } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { sessionSecretOf } from '~/http/session-cookie.server'
import { entryOf, signedInReply } from '~/http/session-entry.server'
import { LINK_STATUS } from '~/http/status'
import { accountAccess } from '~/messages/account-access'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = localised(args, accountAccess)
  const organisation = args.data?.organisation
  const title = organisation
    ? t('invitation.title', { organisation })
    : t(linkTitle(args.data?.fate, 'expired.title'))
  return [{ title: `${title} – Gisement` }]
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { fate, link } = await judgeLink(params.token ?? '', ['invitation'])
  const actor = await optionalActor(request)
  const invitation = {
    fate,
    path: paths.invitation(params.token ?? ''),
    email: link?.email ?? '',
    organisation: link?.organisationName ?? null,
    sender: link?.senderName ?? '',
    /** The commune that an agent will follow; null for other organisations. */
    commune: link?.organisationKind === 'commune' ? link.communeName : null,
    isKnown: link !== null && link.userId !== null,
    /** The address that is signed in; null for nobody. */
    own: actor?.email ?? null,
  }
  return data(invitation, { status: LINK_STATUS[fate] })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const link = await readLink(token, ['invitation'])
  const [actor, secret] = await Promise.all([optionalActor(request), sessionSecretOf(request)])
  if (actor && secret) {
    const form = await parseForm(request, joinSignedInSchema)
    if (!form.ok) return form.reply
    const joined = await joinOrganisation({ token, actor, secret })
    return joined.ok ? redirect(landingOf(link)) : form.refuse(joined.error)
  }
  const form = await parseForm(request, link?.userId ? joinSchema : joinAsNewSchema)
  if (!form.ok) return form.reply
  const tried = await tryWay('sign-in', context, link?.email ?? '')
  if (!tried.ok) return form.refuse(tried.error)
  const person = { ...form.value, locale: await localeOf(request), ...(await entryOf(request)) }
  const accepted = await acceptInvitation({ token, ...person })
  if (!accepted.ok) return form.refuse(accepted.error)
  await untryWay('sign-in', context, link?.email ?? '')
  return signedInReply(accepted.value.secret, landingOf(link))
}

/** Where a new member begins: an agent on their commune's page, the Métropole's team in the administration. */
function landingOf(link: Link | null): string {
  if (link?.organisationKind === 'metropole') return paths.administration()
  if (link?.organisationKind === 'commune' && link.communeCode) return paths.commune(link.communeCode)
  return paths.dashboard()
}

export default function Invitation() {
  const t = useT(accountAccess)
  const { fate, email, organisation, sender, commune, own } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  if (!organisation) return <ExpiredLink kind="invitation" fate={fate} isSignedIn={own !== null} />
  return (
    <div className="flex max-w-xl flex-col gap-6">
      <PageHeader
        title={t('invitation.title', { organisation })}
        lead={t('invitation.text', { sender, email })}
      />
      {commune && <p>{t('invitation.agentText', { commune })}</p>}
      {own === null && <AcceptForm result={result} />}
      {own === email && <JoinForm organisation={organisation} result={result} />}
      {own !== null && own !== email && <OtherAccount own={own} />}
    </div>
  )
}

/** For someone who is not signed in: the password of the address's account, or a new account. */
function AcceptForm({ result }: { result: SubmissionResult<string[]> | undefined }) {
  const t = useT(accountAccess)
  const { isKnown } = useLoaderData<typeof loader>()
  const [form, { name, password }] = useForm<{ name: string; password: string }>({
    id: 'invitation',
    lastResult: result,
  })
  return (
    <>
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
    </>
  )
}

/** For the invited address, signed in: one button. */
function JoinForm({
  organisation,
  result,
}: {
  organisation: string
  result: SubmissionResult<string[]> | undefined
}) {
  const t = useT(accountAccess)
  return (
    <Form method="post" className="flex flex-col gap-6">
      <ErrorSummary errors={(result?.error?.[''] ?? []).map((message) => ({ message }))} />
      <p>{t('invitation.sameText')}</p>
      <div>
        <Button name="intent" value="join" wide>
          {t('invitation.join', { organisation })}
        </Button>
      </div>
    </Form>
  )
}

/** For someone signed in with another address: what this invitation is, and the two ways on. */
function OtherAccount({ own }: { own: string }) {
  const t = useT(accountAccess)
  const { email, sender, path } = useLoaderData<typeof loader>()
  return (
    <>
      <Notice tone="warning" title={t('invitation.otherTitle')}>
        {t('invitation.otherText', { email, own, sender })}
      </Notice>
      <Form method="post" action={paths.signOut()} className="flex flex-wrap gap-3">
        <input type="hidden" name="next" value={path} />
        <Button wide>{t('invitation.signOut')}</Button>
        <ButtonLink to={paths.dashboard()} look="secondary" wide>
          {t('invitation.stay')}
        </ButtonLink>
      </Form>
    </>
  )
}
