import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { paths } from '~/core/paths'
import { organisationStateOf } from '~/features/administration/model/organisation-entry'
import { listOrganisationEntries } from '~/features/administration/queries/organisations.server'
import { readWaiting, SHOWN_WAITING } from '~/features/administration/queries/waiting.server'
import { AdministrationSections } from '~/features/administration/ui/sections'
import { retryJob } from '~/features/health/commands/retry-job.server'
import { readFailedMails } from '~/features/health/queries/queue.server'
import { retrySchema } from '~/features/health/schema'
import { countWaitingCases } from '~/features/moderation/queries/cases.server'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { administration } from '~/messages/administration'
import { administrationWaiting } from '~/messages/administration-waiting'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { ErrorSummary } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { FailedMails, LeavingTable, SilentTable, WaitingCounts } from './waiting-parts'

export const meta: MetaFunction = pageTitle(administration, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const [waiting, failedMails, reports, entries] = await Promise.all([
    readWaiting(nowMs()),
    readFailedMails(SHOWN_WAITING),
    countWaitingCases(),
    listOrganisationEntries(),
  ])
  return {
    ...waiting,
    ...{ failedMails, reports },
    unconfirmed: entries.filter((entry) => organisationStateOf(entry) === 'a-confirmer').length,
    isRetried: new URL(request.url).searchParams.get('fait') === 'reessai',
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'job:retry')
  const form = await parseForm(request, retrySchema)
  if (!form.ok) return form.reply
  const retried = await retryJob(actor, form.value.jobId)
  return retried.ok ? redirect(paths.administration('reessai')) : form.refuse(retried.error)
}

export default function Administration() {
  const t = useT(administration)
  const tWaiting = useT(administrationWaiting)
  const { isRetried, unconfirmed, ...waiting } = useLoaderData<typeof loader>()
  const { failedMails, leaving, silent } = waiting
  const result = useActionData<typeof action>()?.result
  const isCalm = failedMails.total + leaving.total + silent.total === 0
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<ButtonLink to={paths.agents('#inviter')}>{t('agents.invite')}</ButtonLink>}
      />
      <AdministrationSections />
      {isRetried && !result && <Notice tone="success" live title={t('done.reessai')} />}
      <ErrorSummary errors={(result?.error?.[''] ?? []).map((message) => ({ message }))} />
      <WaitingCounts
        accounts={waiting.accounts}
        unconfirmed={unconfirmed}
        messages={waiting.messages}
        reports={waiting.reports}
        failedMails={failedMails.total}
      />
      {isCalm && (
        <EmptyState
          title={tWaiting('calm')}
          actions={<ButtonLink to={paths.communes()}>{t('territory')}</ButtonLink>}
        >
          {tWaiting('calmText')}
        </EmptyState>
      )}
      {failedMails.total > 0 && <FailedMails {...failedMails} />}
      {leaving.total > 0 && <LeavingTable {...leaving} />}
      {silent.total > 0 && <SilentTable {...silent} />}
    </div>
  )
}
