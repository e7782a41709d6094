import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { accountStateOf, rolesOfAccount } from '~/features/administration/model/account'
import { findAccount } from '~/features/administration/queries/accounts.server'
import { listEventsOfAccount } from '~/features/administration/queries/timeline.server'
import { resetFactorsSchema, restoreSchema, suspendSchema } from '~/features/administration/schema'
import { AccountStateBadge } from '~/features/administration/ui/account-table'
import { EventTimeline } from '~/features/administration/ui/event-timeline'
import { SuspensionForm } from '~/features/administration/ui/suspension-form'
import { resetFactors } from '~/features/identity/commands/reset-factors.server'
import { restoreAccount, suspendAccount } from '~/features/identity/commands/suspend-account.server'
import { hasAnyFactor } from '~/features/identity/model/second-factor'
import { findFactors } from '~/features/identity/queries/second-factors.server'
import { FactorResetForm } from '~/features/identity/ui/factor-reset-form'
import { requireAdministration } from '~/http/administration.server'
import { auditRead } from '~/http/audit-read.server'
import { localised } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'
import { notFound, orNotFound } from '~/http/replies.server'
import { requireFresh, requireStage } from '~/http/session-entry.server'
import { administration } from '~/messages/administration'
import { factorReset } from '~/messages/factor-reset'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { FactList } from '~/ui/tag-card'

const DONE = ['suspendu', 'retabli'] as const
const RESET = 'remis-a-zero'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  { title: `${data?.account.name ?? localised({ matches }, administration)('accounts.title')} – Gisement` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAdministration(request)
  const account = orNotFound(await findAccount(params.id ?? ''))
  await auditRead('account.read', account.id)
  const done = new URL(request.url).searchParams.get('fait')
  return {
    account,
    events: await listEventsOfAccount(account.id),
    isSelf: account.id === actor.userId,
    hasFactor: hasAnyFactor(await findFactors(account.id)),
    isReset: done === RESET,
    done: DONE.find((known) => known === done) ?? null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'account:suspend')
  const { id: userId } = orNotFound(await findAccount(params.id ?? ''))
  const formData = await readForm(request)
  const intent = formData.get('intent')
  if (intent === 'suspend') {
    const form = await parseForm(request, suspendSchema, formData)
    if (!form.ok) return form.reply
    const suspended = await suspendAccount({ actor, userId, reason: form.value.reason })
    return suspended.ok ? redirect(`${paths.oneAccount(userId)}?fait=suspendu`) : form.refuse(suspended.error)
  }
  if (intent === 'reset-factors') {
    const { session } = await requireStage(request, ['open'])
    requireFresh(session, paths.oneAccount(userId))
    const form = await parseForm(request, resetFactorsSchema, formData)
    if (!form.ok) return form.reply
    const reset = await resetFactors({ actor, userId, reason: form.value.factorReason })
    return reset.ok ? redirect(`${paths.oneAccount(userId)}?fait=${RESET}`) : form.refuse(reset.error)
  }
  if (intent !== 'restore') throw notFound()
  const form = await parseForm(request, restoreSchema, formData)
  if (!form.ok) return form.reply
  const restored = await restoreAccount({ actor, userId, reason: form.value.reason })
  return restored.ok ? redirect(`${paths.oneAccount(userId)}?fait=retabli`) : form.refuse(restored.error)
}

export default function Account() {
  const t = useT(administration)
  const { account, events, isSelf, hasFactor, isReset, done } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  const tReset = useT(factorReset)
  const isOfFactors = result?.initialValue?.intent === 'reset-factors'
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader
        back={{ to: paths.accounts(), label: t('accounts.title') }}
        title={account.name}
        lead={<AccountStateBadge state={accountStateOf(account)} />}
      />
      {done && !result && <Notice tone="success" live title={t(`done.${done}`)} />}
      {isReset && !result && <Notice tone="success" live title={tReset('done')} />}
      <AccountFacts />
      {isSelf ? (
        <p className="prose-width">{t('accounts.self')}</p>
      ) : (
        <>
          <FactorResetForm hasFactor={hasFactor} lastResult={isOfFactors ? result : undefined} />
          <SuspensionForm
            what="account"
            suspendedAtMs={account.suspendedAtMs}
            lastResult={isOfFactors ? undefined : result}
          />
        </>
      )}
      <EventTimeline events={events} about={account.id} csvHref={paths.historyCsv('compte', account.id)} />
    </div>
  )
}

function AccountFacts() {
  const t = useT(administration)
  const format = useFormat()
  const { account } = useLoaderData<typeof loader>()
  const { email, organisations, lastSeenAtMs, createdAtMs } = account
  return (
    <FactList
      facts={[
        { term: t('accounts.email'), value: <a href={`mailto:${email}`}>{email}</a> },
        {
          term: t('accounts.organisations'),
          value:
            organisations.length === 0 ? (
              t('accounts.noOrganisation')
            ) : (
              <ul>
                {organisations.map(({ id, name, membership, suspendedAtMs }) => (
                  <li key={id}>
                    <Link to={paths.oneOrganisation(id)}>
                      {suspendedAtMs === null ? name : t('accounts.isSuspended', { name })}
                    </Link>
                    {`, ${t(`organisations.membershipOf.${membership}`)}`}
                  </li>
                ))}
              </ul>
            ),
        },
        {
          term: t('accounts.role'),
          value: rolesOfAccount(account)
            .map((role) => t(`role.${role}`))
            .join(', '),
        },
        {
          term: t('accounts.lastSeen'),
          value: lastSeenAtMs === null ? t('accounts.never') : format.instant(lastSeenAtMs),
        },
        { term: t('accounts.created'), value: format.instant(createdAtMs) },
      ]}
    />
  )
}
