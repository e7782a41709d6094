import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { MOST_COMPARED } from '~/features/keep/model/shelf'
import type { CompareRow } from '~/features/keep/ui/compare-rows'
import { pageTitle } from '~/http/page-title'
import { comparedLots } from '~/http/compared-lots.server'
import { keep } from '~/messages/keep'
import { Badge } from '~/ui/badge'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(keep, 'compare.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { lots, rows, isCut, isMissing } = await comparedLots(request)
  const onlyDifferences = new URL(request.url).searchParams.get('ecarts') === 'oui'
  return {
    lots: lots.map(({ id, title, reference, state }) => ({ id, title, reference, isOpen: state === 'open' })),
    rows,
    isCut,
    isMissing,
    onlyDifferences,
  }
}

export default function Compare() {
  const t = useT(keep)
  const { lots, rows, isCut, isMissing, onlyDifferences } = useLoaderData<typeof loader>()
  const ids = lots.map(({ id }) => id)
  const shown = onlyDifferences ? rows.filter(({ differs }) => differs) : rows
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <PageHeader
        title={t('compare.title')}
        lead={t('compare.lead', { most: MOST_COMPARED })}
        back={{ to: paths.kept(), label: t('title') }}
      />
      {isCut && <Notice>{t('compare.cut')}</Notice>}
      {isMissing && <Notice tone="warning">{t('compare.missing')}</Notice>}
      {lots.length === 0 ? (
        <EmptyState
          title={t('compare.none')}
          actions={
            <>
              <ButtonLink to={paths.kept()}>{t('see')}</ButtonLink>
              <ButtonLink to={paths.lots()} look="secondary">
                {t('search')}
              </ButtonLink>
            </>
          }
        >
          {t('compare.noneText')}
        </EmptyState>
      ) : (
        <>
          {lots.length > 1 && (
            <p data-screen-only>
              <Link
                to={paths.compare(ids) + (onlyDifferences ? '' : '&ecarts=oui')}
                preventScrollReset
                className="inline-flex min-h-11 items-center font-semibold"
              >
                {t(onlyDifferences ? 'compare.all' : 'compare.onlyDifferences')}
              </Link>
            </p>
          )}
          <DataTable
            caption={t('compare.table')}
            rows={shown}
            rowKey={({ key }) => key}
            csvHref={paths.compareCsv(ids)}
            empty={t('compare.same')}
            columns={[
              {
                key: 'fact',
                header: t('compare.fact'),
                rowHeader: true,
                cell: ({ term, differs }: CompareRow) => <Fact term={term} differs={differs} />,
              },
              ...lots.map(({ id, title, reference }, index) => ({
                key: id,
                header: reference,
                heading: (
                  <Link to={paths.lot(id)}>
                    {reference} {title}
                  </Link>
                ),
                cell: ({ values }: CompareRow) => values[index],
              })),
            ]}
          />
          <Acts lots={lots} />
        </>
      )}
    </div>
  )
}

function Fact({ term, differs }: Pick<CompareRow, 'term' | 'differs'>) {
  const t = useT(keep)
  return (
    <span className="flex flex-wrap items-center gap-2">
      {term}
      {differs && <Badge tone="info">{t('compare.differs')}</Badge>}
    </span>
  )
}

type Shown = { id: string; reference: string; isOpen: boolean }

function Acts({ lots }: { lots: readonly Shown[] }) {
  const t = useT(keep)
  const without = (id: string) => lots.map((lot) => lot.id).filter((one) => one !== id)
  return (
    <div className="flex flex-wrap gap-3" data-screen-only>
      {lots.map(({ id, reference, isOpen }) => (
        <div key={id} className="flex w-full flex-wrap gap-3 lg:w-auto">
          {isOpen && (
            <ButtonLink to={paths.newReservation(id)} wide>
              {t('compare.reserve', { reference })}
            </ButtonLink>
          )}
          <ButtonLink to={paths.compare(without(id))} look="quiet" wide>
            {t('compare.remove', { reference })}
          </ButtonLink>
        </div>
      ))}
    </div>
  )
}
