import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { listCriteriaVersions } from '~/features/programme/queries/settings.server'
import { ProgrammeSections } from '~/features/programme/ui/sections'
import { pageTitle } from '~/http/page-title'
import { programme } from '~/messages/programme'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(programme, 'criteria.title')

export async function loader() {
  return { versions: await listCriteriaVersions() }
}

export default function Criteria() {
  const t = useT(programme)
  const format = useFormat()
  const { versions } = useLoaderData<typeof loader>()
  const [current] = versions
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <PageHeader
        title={t('criteria.title')}
        lead={t('criteria.lead')}
        back={{ to: paths.programme(), label: t('back') }}
      />
      <ProgrammeSections />
      {current ? (
        <DataTable
          caption={t('criteria.inForce', {
            version: current.version,
            day: format.dayLong(isoDayOf(current.publishedAtMs)),
          })}
          rows={current.criteria}
          rowKey={({ id }) => id}
          csvHref={paths.programmeCriteriaCsv()}
          columns={[
            { key: 'name', header: t('criteria.name'), rowHeader: true, cell: ({ name }) => name },
            { key: 'text', header: t('criteria.text'), cell: ({ text }) => text },
            { key: 'weight', header: t('criteria.weight'), figure: true, cell: ({ weight }) => weight },
          ]}
        />
      ) : (
        <EmptyState
          title={t('criteria.none')}
          actions={<ButtonLink to={paths.programme()}>{t('back')}</ButtonLink>}
        >
          {t('criteria.noneText')}
        </EmptyState>
      )}
      {versions.length > 0 && (
        <section aria-labelledby="versions" className="flex min-w-0 flex-col gap-4">
          <h2 id="versions" className="text-2xl">
            {t('criteria.versions')}
          </h2>
          <p>{t('criteria.versionsText')}</p>
          <DataTable
            dense
            caption={t('criteria.versions')}
            hideCaption
            rows={versions}
            rowKey={({ version }) => String(version)}
            columns={[
              {
                key: 'version',
                header: t('criteria.version'),
                rowHeader: true,
                cell: ({ version }) => version,
              },
              {
                key: 'day',
                header: t('criteria.publishedOn'),
                cell: ({ publishedAtMs }) => format.day(isoDayOf(publishedAtMs)),
              },
              { key: 'reason', header: t('criteria.reason'), cell: ({ reason }) => reason },
            ]}
          />
        </section>
      )}
      <p className="flex flex-wrap gap-3" data-screen-only>
        <ButtonLink to={paths.programme()}>{t('next.title')}</ButtonLink>
      </p>
    </div>
  )
}
