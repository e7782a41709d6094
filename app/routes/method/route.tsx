import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { calendarYear } from '~/core/period'
import { offeredYears } from '~/features/accounting/model/years'
import { readPublicIndicators } from '~/features/accounting/read-indicators.server'
import { yearSearchSchema } from '~/features/accounting/schema'
import { YearForm } from '~/features/accounting/ui/year-form'
import { factorSetOn, factorVersionOn } from '~/features/carbon/queries.server'
import { FactorTable } from '~/features/carbon/ui/factor-table'
import { TransportTable } from '~/features/carbon/ui/transport-table'
import { indicatorLines } from '~/http/indicator-lines.server'
import { localeOf } from '~/http/locale.server'
import { pageTitle } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { method } from '~/messages/method'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(method, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const today = isoDayOf(nowMs())
  const year = parseSearch(request, yearSearchSchema).annee ?? Number(today.slice(0, 4))
  const [{ indicators, leavesOut, threshold }, factors, set, locale] = await Promise.all([
    readPublicIndicators(calendarYear(year)),
    factorVersionOn(),
    factorSetOn(),
    localeOf(request),
  ])
  return {
    year,
    years: offeredYears(today, year),
    lines: indicatorLines(indicators, { factorSource: set.source, leavesOut }, locale),
    factors: { version: factors.version, validFrom: factors.validFrom, rows: factors.rows },
    isPartial: Object.values(leavesOut).some(Boolean),
    threshold,
  }
}

export default function Method() {
  const t = useT(method)
  const format = useFormat()
  const { year, years, lines, factors, isPartial, threshold } = useLoaderData<typeof loader>()
  return (
    <div className="flex min-w-0 flex-col gap-12">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<YearForm action={paths.method()} year={year} years={years} />}
      />
      <section aria-labelledby="indicators" className="flex min-w-0 flex-col gap-4">
        <h2 id="indicators">{t('year', { year: String(year) })}</h2>
        <DataTable
          caption={t('year', { year: String(year) })}
          hideCaption
          rows={lines}
          rowKey={({ key }) => key}
          csvHref={paths.methodCsv(year)}
          columns={[
            { key: 'name', header: t('indicator'), rowHeader: true, cell: ({ name }) => name },
            { key: 'value', header: t('value'), cell: ({ value }) => <strong>{value}</strong> },
            { key: 'formula', header: t('formula'), cell: ({ formula }) => formula },
            { key: 'range', header: t('range'), cell: ({ range }) => range },
            { key: 'source', header: t('source'), cell: ({ source }) => source },
          ]}
        />
        {isPartial && <p className="prose-width text-muted">{t('partial', { threshold })}</p>}
      </section>
      <section aria-labelledby="factors" className="flex min-w-0 flex-col gap-4">
        <h2 id="factors">{t('factors.title')}</h2>
        <p className="prose-width">
          {t('factors.lead', { version: factors.version, day: format.day(factors.validFrom) })}
        </p>
        <FactorTable rows={factors.rows} csvHref={paths.openDataFile('facteurs.csv')} />
        <p className="prose-width text-muted">{t('factors.versions')}</p>
      </section>
      <section aria-labelledby="transport" className="flex min-w-0 flex-col gap-4">
        <h2 id="transport">{t('transport.title')}</h2>
        <p className="prose-width">{t('transport.lead')}</p>
        <TransportTable />
        <p className="prose-width text-muted">{t('transport.source')}</p>
      </section>
      <section aria-labelledby="publication" className="flex flex-col gap-3">
        <h2 id="publication">{t('publication.title')}</h2>
        <p className="prose-width">{t('publication.text', { threshold })}</p>
      </section>
      <p className="flex flex-wrap gap-3" data-screen-only>
        <ButtonLink to={paths.communes()}>{t('next')}</ButtonLink>
        <ButtonLink to={paths.ledger()} look="secondary">
          {t('ledger')}
        </ButtonLink>
      </p>
    </div>
  )
}
