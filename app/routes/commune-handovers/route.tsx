import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { listHandovers } from '~/features/accounting/list-handovers.server'
import { handoverQuery } from '~/features/accounting/model/handover-filters'
import { offeredYears } from '~/features/accounting/model/years'
import { isTooFew } from '~/features/board/model/suppression'
import { handoverSearchSchema } from '~/features/accounting/schema'
import { HandoverFilterForm } from '~/features/accounting/ui/handover-filter-form'
import { LedgerTable } from '~/features/accounting/ui/ledger-table'
import { findCommune } from '~/features/communes/queries.server'
import { localised } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { readableLots } from '~/http/readable-lots.server'
import { readableReservations } from '~/http/readable-reservations.server'
import { orNotFound } from '~/http/replies.server'
import { siteNamesFor } from '~/http/site-names.server'
import { board } from '~/messages/board'
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
  const { hideIn, isKnown, seesAll } = await siteNamesFor(request, code)
  const all = await listHandovers(code, filters)
  const isFew = isTooFew(all.filter(({ siteId }) => !isKnown(siteId)).length, seesAll ? 'detail' : 'public')
  const rows = (isFew ? all.filter(({ siteId }) => isKnown(siteId)) : all).map(hideIn)
  return {
    commune: { code, name },
    filters,
    isFew,
    isAnonymous: rows.some(({ lotId }) => lotId === ''),
    rows,
    years: offeredYears(today, annee),
    readable: await readableReservations(request, rows),
    readableLots: await readableLots(request, rows),
  }
}

export default function CommuneHandovers() {
  const t = useT(communeFigures)
  const format = useFormat()
  const tBoard = useT(board)
  const { commune, filters, rows, years, readable, readableLots, isFew, isAnonymous } =
    useLoaderData<typeof loader>()
  const title = t('list.title', { commune: commune.name })
  const massG = rows.reduce((sum, row) => sum + row.massG, 0)
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
      {rows.length === 0 ? (
        <EmptyState
          title={isFew ? tBoard('fewList') : t('list.empty')}
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
        >
          {isFew && tBoard('fewListText')}
        </EmptyState>
      ) : (
        <>
          <p className="text-lg font-semibold" role="status">
            {t('list.count', { count: rows.length, mass: format.mass(massG) })}
          </p>
          {isAnonymous && <p className="prose-width text-muted">{tBoard('anonymousLead')}</p>}
          <LedgerTable
            caption={title}
            entries={rows.map((row) => ({ row }))}
            readable={readable}
            readableLots={readableLots}
          />
          <CsvLink href={paths.communeHandoversCsv(commune.code, handoverQuery(filters))} />
        </>
      )}
    </div>
  )
}
