import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { AdministrationSections } from '~/features/administration/ui/sections'
import { listWaitingCases } from '~/features/moderation/queries/cases.server'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { administration } from '~/messages/administration'
import { moderation } from '~/messages/moderation'
import { Badge } from '~/ui/badge'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(moderation, 'queue.title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'moderation:decide')
  return { cases: await listWaitingCases(), isDone: new URL(request.url).searchParams.has('fait') }
}

export default function Reports() {
  const t = useT(moderation)
  const tAdministration = useT(administration)
  const format = useFormat()
  const { cases, isDone } = useLoaderData<typeof loader>()
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <PageHeader
        back={{ to: paths.administration(), label: tAdministration('back') }}
        title={t('queue.title')}
        lead={t('queue.lead')}
        actions={
          <ButtonLink to={paths.moderationDecisionsCsv()} reloadDocument look="secondary" wide>
            {t('queue.csv')}
          </ButtonLink>
        }
      />
      <AdministrationSections />
      {isDone && <Notice tone="success" live title={t('case.saved')} />}
      {cases.length === 0 ? (
        <EmptyState title={t('queue.none')}>{t('queue.noneText')}</EmptyState>
      ) : (
        <DataTable
          caption={t('queue.caption')}
          rows={cases}
          rowKey={({ kind, id, isAppeal }) => `${kind}${id}${isAppeal}`}
          csvHref={paths.teamListCsv('signalements')}
          columns={[
            {
              key: 'subject',
              header: t('queue.subject'),
              rowHeader: true,
              cell: ({ kind, id, title, isAppeal }) => (
                <span className="flex flex-wrap items-center gap-2">
                  <Link to={paths.reportedSubject(kind, id)}>{title}</Link>
                  {isAppeal && <Badge tone="warning">{t('queue.appeal')}</Badge>}
                </span>
              ),
            },
            {
              key: 'owner',
              header: t('queue.owner'),
              cell: ({ organisationName }) => organisationName,
            },
            { key: 'reports', header: t('queue.reports'), cell: ({ reports }) => reports, figure: true },
            {
              key: 'reasons',
              header: t('queue.reasons'),
              cell: ({ reasons }) => reasons.map((reason) => t(`reason.${reason}`)).join(' ; '),
            },
            {
              key: 'since',
              header: t('queue.since'),
              cell: ({ sinceMs }) => format.day(isoDayOf(sinceMs)),
            },
          ]}
        />
      )}
    </div>
  )
}
