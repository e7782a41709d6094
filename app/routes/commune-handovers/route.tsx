import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { listHandovers } from '~/features/accounting/list-handovers.server'
import { handoverQuery } from '~/features/accounting/model/handover-filters'
import { offeredYears } from '~/features/accounting/model/years'
import { handoverSearchSchema } from '~/features/accounting/schema'
import { HandoverFilterForm } from '~/features/accounting/ui/handover-filter-form'
import { LedgerTable } from '~/features/accounting/ui/ledger-table'
import { findCommune } from '~/features/communes/queries.server'
import { localised } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { orNotFound } from '~/http/replies.server'
import { shownHandovers } from '~/http/shown-handovers.server'
import { communeFigures } from '~/messages/commune-figures'
import { CsvLink } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const title = localised({ matches }, communeFigures)('list.title', { commune: data?.commune.name ?? '' })
  return [{ title: `${title} – Gisement` }]
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const search = parseSearch(request, handoverSearchSchema)
  const today = isoDayOf(nowMs())
  const annee = search.annee ?? Number(today.slice(0, 4))
  const { code, name } = orNotFound(await findCommune(params.code ?? ''))
  const filters = { ...search, annee }
  const rows = await listHandovers(code, filters)
  const handovers = await shownHandovers(
    request,
    rows.map((row) => ({ row })),
  )
  return {
    commune: { code, name },
    filters,
    count: handovers.shown.length,
    massG: handovers.shown.reduce((sum, { row }) => sum + row.massG, 0),
    handovers,
    years: offeredYears(today, annee),
  }
}

export default function CommuneHandovers() {
  const t = useT(communeFigures)
  const format = useFormat()
  const { commune, filters, count, massG, handovers, years } = useLoaderData<typeof loader>()
  const title = t('list.title', { commune: commune.name })
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <PageHeader
        back={{
          to: paths.commune(commune.code, filters.annee),
          label: t('list.back', { commune: commune.name }),
        }}
        title={title}
        lead={t('list.lead')}
      />
      <HandoverFilterForm communeCode={commune.code} filters={filters} years={years} />
      {count === 0 && !handovers.isPartial ? (
        <EmptyState
          title={t('list.empty')}
          actions={
            <Link
              to={paths.communeHandovers(
                commune.code,
                handoverQuery({ annee: filters.annee, perimetre: 'annee' }),
              )}
            >
              {t('list.clear')}
            </Link>
          }
        />
      ) : (
        <>
          <p className="text-lg font-semibold" role="status">
            {count > 0 && t('list.count', { count, mass: format.mass(massG) })}
          </p>
          <LedgerTable
            caption={title}
            entries={handovers.shown}
            isPartial={handovers.isPartial}
            threshold={handovers.threshold}
          />
          <CsvLink href={paths.communeHandoversCsv(commune.code, handoverQuery(filters))} />
        </>
      )}
    </div>
  )
}
