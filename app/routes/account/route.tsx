import type { SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { paths } from '~/core/paths'
import { findPerson, listSessions } from '~/features/identity/queries.server'
import { findExternalIdentity } from '~/features/identity/queries/openid.server'
import { EmailForm, PasswordForm } from '~/features/identity/ui/credential-forms'
import { OrganisationSwitch } from '~/features/identity/ui/organisation-switch'
import { ProConnectLink } from '~/features/identity/ui/proconnect-link'
import { ProfileForm } from '~/features/identity/ui/profile-form'
import { SessionList } from '~/features/identity/ui/session-list'
import { listOrganisationsOf } from '~/features/organisations/queries.server'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { hasProConnect, proConnectFaultIn } from '~/http/proconnect.server'
import { readForm } from '~/http/read-form.server'
import { orNotFound } from '~/http/replies.server'
import { sessionSecretOf } from '~/http/session-cookie.server'
import { account } from '~/messages/account'
import { alerts } from '~/messages/alerts'
import { audit } from '~/messages/audit'
import { common } from '~/messages/common'
import { notifications } from '~/messages/notifications'
import { privacy } from '~/messages/privacy'
import { security } from '~/messages/security'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { actOnAccount } from './account-acts.server'

const DONE = [
  'profil',
  'adresse',
  'courriel',
  'mot-de-passe',
  'session',
  'organisation',
  'quitte',
  'renvoye',
  'proconnect',
  'sans-proconnect',
] as const

export const meta: MetaFunction = pageTitle(account, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'account:manage')
  const secret = (await sessionSecretOf(request)) ?? ''
  const [person, sessions, organisations, link] = await Promise.all([
    findPerson(actor.userId),
    listSessions(actor.userId, secret, nowMs()),
    listOrganisationsOf(actor.userId),
    findExternalIdentity(actor.userId),
  ])
  const done = new URL(request.url).searchParams.get('fait')
  return {
    person: orNotFound(person),
    sessions,
    organisations,
    current: { id: actor.organisationId, name: actor.organisationName },
    proConnect: hasProConnect() || link ? { link, fault: proConnectFaultIn(request) } : null,
    done: DONE.find((known) => known === done) ?? null,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'account:manage')
  return actOnAccount({ request, actor, formData: await readForm(request) })
}

export default function Account() {
  const t = useT(account)
  const tCommon = useT(common)
  const tNotifications = useT(notifications)
  const tAlerts = useT(alerts)
  const tPrivacy = useT(privacy)
  const tSecurity = useT(security)
  const tAudit = useT(audit)
  const { person, sessions, organisations, current, proConnect, done } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const resultOf = (intent: string): SubmissionResult<string[]> | undefined =>
    reply?.result.initialValue?.intent === intent ? reply.result : undefined
  return (
    <div className="flex max-w-2xl flex-col gap-12">
      <div className="flex flex-col gap-4">
        <PageHeader
          title={t('title')}
          lead={t('lead', { name: person.name, organisation: current.name })}
          actions={
            <>
              <ButtonLink to={paths.security()} look="secondary" wide>
                {tSecurity('title')}
              </ButtonLink>
              <ButtonLink to={paths.organisation()} look="secondary" wide>
                {tCommon('nav.organisation')}
              </ButtonLink>
              <ButtonLink to={paths.notificationPreferences()} look="secondary" wide>
                {tNotifications('choose')}
              </ButtonLink>
              <ButtonLink to={paths.savedSearches()} look="secondary" wide>
                {tAlerts('mine.title')}
              </ButtonLink>
              <ButtonLink to={paths.myData()} look="secondary" wide>
                {tPrivacy('mine.link')}
              </ButtonLink>
            </>
          }
        />
        {done && !reply && (
          <Notice tone="success" live title={t(`saved.${done}`, { organisation: current.name })} />
        )}
      </div>
      <OrganisationSwitch organisations={organisations} current={current.id} />
      <ProfileForm person={person} lastResult={resultOf('profile')} />
      <EmailForm email={person.email} lastResult={resultOf('email')} />
      <PasswordForm lastResult={resultOf('password')} />
      {proConnect && (
        <ProConnectLink
          {...proConnect}
          lastResult={resultOf('proconnect-link') ?? resultOf('proconnect-unlink')}
        />
      )}
      <SessionList sessions={sessions} />
      <p>
        <ButtonLink to={paths.ownActivity()} look="secondary" wide>
          {tAudit('own.link')}
        </ButtonLink>
      </p>
    </div>
  )
}
