import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { OUTSIDE } from '~/features/closing/model/closing-record'
import { ROW_FILTERS, type RowFilter } from '~/features/closing/model/row-filter'
import { ClosingFamilies, ClosingRows } from '~/features/closing/ui/closing-rows'
import { closing } from '~/messages/closing'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Pagination } from '~/ui/pagination'
import type { closingPage } from './closing-page.server'

type Shown = Awaited<ReturnType<typeof closingPage>>

/** The tables of a record: products, waste, what the survey does not hold, then the families. */
export function ClosingTables({
  siteId,
  shown,
  mayEdit,
}: {
  siteId: string
  shown: Shown
  mayEdit: boolean
}) {
  const t = useT(closing)
  const { filtre, totals } = shown
  const empty = t(filtre === 'toutes' ? 'none' : 'noneOpen')
  const of = { siteId, mayEdit, empty, csvHref: paths.closingCsv(siteId) }
  const isFirst = shown.page === 1
  return (
    <div className="flex flex-col gap-10">
      <FilterLinks siteId={siteId} filtre={filtre} />
      {(isFirst || shown.lines.length > 0) && (
        <section aria-labelledby="lines-title" className="flex flex-col gap-3">
          <h2 id="lines-title">{t('lines')}</h2>
          <ClosingRows {...of} caption={t('lines')} rows={shown.lines} totals={totals.lines} />
        </section>
      )}
      {shown.wastes.length > 0 && (
        <section aria-labelledby="wastes-title" className="flex flex-col gap-3">
          <h2 id="wastes-title">{t('wastes')}</h2>
          <p className="prose-width text-muted">{t('wastesText')}</p>
          <ClosingRows {...of} caption={t('wastes')} rows={shown.wastes} totals={totals.wastes} />
        </section>
      )}
      <Outside siteId={siteId} shown={shown} mayEdit={mayEdit} empty={empty} />
      <Pagination
        page={shown.page}
        pages={shown.pages}
        hrefOf={(page) => paths.closing(siteId, `?filtre=${filtre}&page=${page}`)}
      />
      {shown.families.length > 0 && (
        <section aria-labelledby="families-title" className="flex flex-col gap-3">
          <h2 id="families-title">{t('families')}</h2>
          <ClosingFamilies
            families={shown.families}
            totals={totals.lines}
            csvHref={paths.closingCsv(siteId, '?par=famille')}
          />
        </section>
      )}
    </div>
  )
}

function Outside({
  siteId,
  shown,
  mayEdit,
  empty,
}: {
  siteId: string
  shown: Shown
  mayEdit: boolean
  empty: string
}) {
  const t = useT(closing)
  if (shown.outside.length === 0 && (!mayEdit || shown.filtre !== 'toutes')) return null
  return (
    <section aria-labelledby="outside-title" className="flex flex-col gap-3">
      <h2 id="outside-title">{t('outside')}</h2>
      <p className="prose-width text-muted">{t('outsideText')}</p>
      {shown.outside.length > 0 ? (
        <ClosingRows
          {...{ siteId, mayEdit, empty }}
          caption={t('outside')}
          rows={shown.outside}
          totals={shown.totals.outside}
          csvHref={paths.closingMovesCsv(siteId, OUTSIDE)}
        />
      ) : (
        <p>
          <ButtonLink to={paths.closingRow(siteId, OUTSIDE)} look="secondary" wide>
            {t('ofRow', { act: t('complete'), label: t('outside') })}
          </ButtonLink>
        </p>
      )}
    </section>
  )
}

function FilterLinks({ siteId, filtre }: { siteId: string; filtre: RowFilter }) {
  const t = useT(closing)
  return (
    <nav aria-label={t('filter.label')}>
      <ul className="flex flex-wrap gap-2">
        {ROW_FILTERS.map((one) => (
          <li key={one}>
            <Link
              to={paths.closing(siteId, one === 'toutes' ? '' : `?filtre=${one}`)}
              className="chip"
              aria-current={one === filtre ? 'page' : undefined}
            >
              {t(`filter.${one}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
