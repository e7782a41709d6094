import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { board } from '~/messages/board'
import { boardRows } from '~/messages/board-rows'
import { communeFigures } from '~/messages/commune-figures'
import { materials } from '~/messages/materials'
import { CsvLink, DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { periodQuery, type BoardPeriod } from '../model/board-period'
import { STAGE_KEYS, STAGE_NAMES, type StageName, type StageRow } from '../model/board-rows'
import { handoverQuery } from '../model/handover-list'
import type { Perimeter } from '../model/perimeter'
import { whenOf } from './board-texts'

type StagePageProps = {
  perimeter: Pick<Perimeter, 'slug' | 'name'>
  period: BoardPeriod
  stage: StageName
  page: number
  pages: number
  count: number
  massG: number
  rows: (StageRow & { isReadable: boolean })[]
}

/** The lines of surveys, or the lots, that a stage of the funnel adds up. */
export function StagePage({ perimeter, period, stage, page, pages, count, massG, rows }: StagePageProps) {
  const t = useT(boardRows)
  const tBoard = useT(board)
  const tFigures = useT(communeFigures)
  const tMaterial = useT(materials)
  const format = useFormat()
  const { slug } = perimeter
  const queryOf = (name: StageName, at = 1) =>
    `${periodQuery(period)}&etape=${name}${at > 1 ? `&page=${at}` : ''}`
  const title = t('stage.title', { stage: tFigures(`funnel.${STAGE_NAMES[stage]}`) })
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <PageHeader
        back={{
          to: paths.board(slug, periodQuery(period)),
          label: t('stage.back', { place: perimeter.name }),
        }}
        eyebrow={perimeter.name}
        title={title}
        lead={t(`stage.lead_${stage}`)}
      />
      <nav aria-label={t('stage.choose')} data-screen-only>
        <ul className="flex flex-wrap gap-x-5">
          {STAGE_KEYS.map((name) => (
            <li key={name}>
              <Link
                to={paths.boardStage(slug, queryOf(name))}
                aria-current={name === stage ? 'page' : undefined}
                className="inline-flex min-h-11 items-center aria-[current]:font-bold"
              >
                {tFigures(`funnel.${STAGE_NAMES[name]}`)}
              </Link>
            </li>
          ))}
          <li>
            <Link
              to={paths.boardHandovers(slug, handoverQuery(period, { perimetre: 'taux' }))}
              className="inline-flex min-h-11 items-center"
            >
              {t('stage.handedOver')}
            </Link>
          </li>
        </ul>
      </nav>
      {count === 0 ? (
        <EmptyState title={t('stage.empty')} />
      ) : (
        <>
          <p className="text-lg font-semibold" role="status">
            {t('stage.count', { count, mass: format.mass(massG) })}
          </p>
          <DataTable
            caption={`${title}, ${whenOf(period, tBoard, format)}`}
            hideCaption
            dense
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'row',
                header: t('stage.row'),
                rowHeader: true,
                cell: ({ id, reference, title: name, isReadable }) => {
                  const named = reference === null ? name : `${reference} · ${name}`
                  return isReadable ? <Link to={paths.lot(id)}>{named}</Link> : named
                },
              },
              {
                key: 'mass',
                header: t('stage.mass'),
                figure: true,
                cell: (row) => format.mass(row.massG),
              },
              {
                key: 'material',
                header: t('stage.material'),
                cell: ({ material }) => tMaterial(`type.${material}.short`),
              },
              { key: 'site', header: t('stage.site'), cell: ({ siteName }) => siteName },
              { key: 'commune', header: t('stage.commune'), cell: ({ communeName }) => communeName },
            ]}
          />
          <Pagination page={page} pages={pages} hrefOf={(at) => paths.boardStage(slug, queryOf(stage, at))} />
          <CsvLink href={paths.boardStageCsv(slug, queryOf(stage))} />
        </>
      )}
      <p className="prose-width text-muted">{t('stage.agentOnly')}</p>
    </div>
  )
}
