import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { offeredYears } from '~/features/accounting/model/years'
import { yearSearchSchema } from '~/features/accounting/schema'
import { YearForm } from '~/features/accounting/ui/year-form'
import {
  STATISTIC_TABLES,
  type ModerationStatistics,
  type StatisticTable,
  type Told,
} from '~/features/moderation/model/statistics'
import { readModerationStatistics } from '~/features/moderation/queries/statistics.server'
import { statisticName } from '~/features/moderation/ui/statistic-names'
import { pageTitle } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { moderation } from '~/messages/moderation'
import { moderationFigures } from '~/messages/moderation-figures'
import { ButtonLink } from '~/ui/button'
import { CsvLink, DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { FactList } from '~/ui/tag-card'

export const meta: MetaFunction = pageTitle(moderationFigures, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { annee } = parseSearch(request, yearSearchSchema)
  const today = isoDayOf(nowMs())
  const current = Number(today.slice(0, 4))
  const year = Math.min(annee ?? current, current)
  const years = offeredYears(today, year).filter((one) => one <= current)
  return { year, years, statistics: await readModerationStatistics(year) }
}

export default function ModerationFigures() {
  const t = useT(moderationFigures)
  const { year, years, statistics } = useLoaderData<typeof loader>()
  const { delays } = statistics
  const days = (count: number | null) => (count === null ? t('noDelay') : t('days', { count }))
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="prose-width flex flex-col gap-3">
        <p>{t('how')}</p>
        <p>{t('withheldText')}</p>
      </div>
      <YearForm action={paths.moderationFigures()} year={year} years={years} />
      <section aria-labelledby="delays" className="flex flex-col gap-3">
        <h2 id="delays">{t('delays')}</h2>
        <FactList
          facts={[
            { term: t('delayReports'), value: days(delays.reports) },
            { term: t('delayAppeals'), value: days(delays.appeals) },
          ]}
        />
      </section>
      {STATISTIC_TABLES.map((table) => (
        <CountTable key={table} table={table} year={year} statistics={statistics} />
      ))}
      <CsvLink href={paths.moderationFiguresCsv(`?annee=${year}`)} />
      <p className="prose-width text-muted">{t('limits')}</p>
      <p className="flex flex-wrap gap-3" data-screen-only>
        <ButtonLink to={paths.lots()}>{t('seeLots')}</ButtonLink>
        <ButtonLink to={paths.algorithms()} look="secondary">
          {t('seeAlgorithms')}
        </ButtonLink>
      </p>
    </div>
  )
}

function CountTable({
  table,
  year,
  statistics,
}: {
  table: StatisticTable
  year: number
  statistics: ModerationStatistics
}) {
  const t = useT(moderationFigures)
  const tTerms = useT(moderation)
  const format = useFormat()
  const { rows, total } = statistics[table]
  const told = (count: Told) => (count === null ? t('withheld') : format.number(count))
  return (
    <DataTable
      caption={t(`table.${table}`, { year: String(year) })}
      rows={[...rows]}
      rowKey={({ name }) => name}
      columns={[
        {
          key: 'name',
          header: t('name'),
          rowHeader: true,
          cell: ({ name }) => statisticName(table, name, t, tTerms),
          total: t('total'),
        },
        {
          key: 'count',
          header: t('count'),
          figure: true,
          cell: ({ count }) => told(count),
          total: told(total),
        },
      ]}
    />
  )
}
