import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { ShownHandover } from '~/features/accounting/model/shown-handover'
import { LedgerTable } from '~/features/accounting/ui/ledger-table'
import { board } from '~/messages/board'
import { communeFigures } from '~/messages/commune-figures'
import { materials } from '~/messages/materials'
import { CsvLink } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import type { BoardView } from '../model/board'
import { periodQuery, type BoardPeriod } from '../model/board-period'
import { UNKNOWN_SIDE } from '../model/flow-side'
import { handoverQuery, type HandoverFilters } from '../model/handover-list'
import type { Perimeter } from '../model/perimeter'
import { whenOf } from './board-texts'
import { HandoverFilterForm } from './handover-filter-form'

export type HandoversPageProps = {
  perimeter: Pick<Perimeter, 'kind' | 'slug' | 'name'>
  period: BoardPeriod
  view: BoardView
  filters: HandoverFilters
  flow: Record<'from' | 'to', { key: string; name: string | null } | null> | null
  years: readonly number[]
  /** Of the whole list. */
  count: number
  massG: number
  beyond: number
  isPartial: boolean
  threshold: number
  shown: { row: ShownHandover }[]
  page: number
  pages: number
}

/** The handovers behind a figure of a board: of a commune, a territory, a département or the whole. */
export function HandoversPage(list: HandoversPageProps) {
  const t = useT(communeFigures)
  const tBoard = useT(board)
  const format = useFormat()
  const { perimeter, period, filters, count, massG } = list
  const isCommune = perimeter.kind === 'commune'
  const title = isCommune
    ? t('list.title', { commune: perimeter.name })
    : t('list.titleWide', { place: perimeter.name })
  const hrefOf = (page: number) => paths.boardHandovers(perimeter.slug, handoverQuery(period, filters, page))
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <PageHeader
        back={{
          to: paths.board(perimeter.slug, periodQuery(period)),
          label: t('list.back', { commune: perimeter.name }),
        }}
        title={title}
        lead={t(isCommune ? 'list.lead' : 'list.leadWide')}
      />
      {period.isFallback && (
        <Notice tone="warning" title={tBoard('period.fallback')}>
          {tBoard('period.fallbackText')}
        </Notice>
      )}
      <HandoverFilterForm slug={perimeter.slug} period={period} filters={filters} years={list.years} />
      <KeptFilters list={list} />
      {count === 0 && (!list.isPartial || isNarrowed(filters)) ? (
        <EmptyState
          title={t('list.empty')}
          actions={
            <Link to={paths.boardHandovers(perimeter.slug, `?annee=${period.year}`)}>{t('list.clear')}</Link>
          }
        />
      ) : (
        <>
          <p className="text-lg font-semibold" role="status">
            {count > 0 && t('list.count', { count, mass: format.mass(massG) })}
          </p>
          <p className="-mt-4 text-muted">{t('list.when', { when: whenOf(period, tBoard, format) })}</p>
          <LedgerTable
            caption={title}
            entries={list.shown}
            isPartial={list.isPartial}
            threshold={list.threshold}
            hasOrigin={!isCommune || ['entrant', 'echanges'].includes(filters.perimetre)}
            hasEmissions
          />
          <Notes list={list} />
          <Pagination page={list.page} pages={list.pages} hrefOf={hrefOf} />
          {count > 0 && (
            <CsvLink href={paths.boardHandoversCsv(perimeter.slug, handoverQuery(period, filters))} />
          )}
        </>
      )}
    </div>
  )
}

/** Whether a list keeps a part of what its figure counts. */
function isNarrowed({ mois, famille, hors, de, vers }: HandoverFilters): boolean {
  return [mois, famille, hors, de, vers].some((filter) => filter !== undefined)
}

/** What a list keeps that its form has no field for, and the way to do without. */
function KeptFilters({ list: { perimeter, period, filters, flow } }: { list: HandoversPageProps }) {
  const t = useT(communeFigures)
  const tBoard = useT(board)
  const tMaterial = useT(materials)
  const { hors, perimetre, mois, famille } = filters
  const placeOf = ({ key, name }: { key: string; name: string | null }) =>
    name ??
    tBoard(
      key === UNKNOWN_SIDE
        ? 'flows.unknown'
        : perimeter.kind === 'commune'
          ? 'flows.others'
          : 'flows.outside',
    )
  const kept = [
    ...(flow?.from ? [t('list.flowFrom', { place: placeOf(flow.from) })] : []),
    ...(flow?.to ? [t('list.flowTo', { place: placeOf(flow.to) })] : []),
    ...(hors
      ? [t('list.without', { families: hors.map((type) => tMaterial(`type.${type}.name`)).join(', ') })]
      : []),
  ]
  if (kept.length === 0) return null
  return (
    <p className="flex flex-wrap items-center gap-x-4">
      <span className="font-semibold">{kept.join(' · ')}</span>
      <Link
        to={paths.boardHandovers(perimeter.slug, handoverQuery(period, { perimetre, mois, famille }))}
        className="inline-flex min-h-11 items-center"
        data-screen-only
      >
        {t('list.anyFlow')}
      </Link>
    </p>
  )
}

/** Where the list is not the sum of the figure. */
function Notes({
  list: { perimeter, period, view, filters, beyond, isPartial },
}: {
  list: HandoversPageProps
}) {
  const t = useT(communeFigures)
  const isPooled =
    isPartial &&
    perimeter.kind === 'metropole' &&
    period.kind !== 'quarter' &&
    filters.perimetre === 'annee' &&
    !isNarrowed(filters)
  return (
    <>
      {isPooled && <p className="prose-width text-muted">{t('list.pooled')}</p>}
      {beyond > 0 && <p className="prose-width text-muted">{t('list.beyond', { count: beyond })}</p>}
      {view === 'public' && <p className="prose-width text-muted">{t('list.publicDays')}</p>}
    </>
  )
}
