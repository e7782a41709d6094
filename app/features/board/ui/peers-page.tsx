import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '~/core/paths'
import { board } from '~/messages/board'
import { boardRows } from '~/messages/board-rows'
import { DataTable, type Column } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { periodQuery, type BoardPeriod } from '../model/board-period'
import { handoverQuery, type HandoverScope } from '../model/handover-list'
import type { Measure, PeerRow } from '../model/peers'
import type { Perimeter } from '../model/perimeter'
import { measureText, whenOf } from './board-texts'

type PeersPageProps = {
  perimeter: Pick<Perimeter, 'slug' | 'name'>
  period: BoardPeriod
  rows: PeerRow[]
  medians: Record<Measure, number | null>
  threshold: number
}

/** The places that a board's medians are taken of, each with the ways to its own rows. */
export function PeersPage({ perimeter, period, rows, medians, threshold }: PeersPageProps) {
  const t = useT(boardRows)
  const tBoard = useT(board)
  const format = useFormat()
  const { slug, name } = perimeter
  const query = periodQuery(period)
  const title = t('peers.title', { place: name })
  const see = (row: PeerRow, perimetre: HandoverScope, text: string): ReactNode => (
    <Link
      to={paths.boardHandovers(row.slug, handoverQuery(period, { perimetre }))}
      className="inline-flex min-h-11 min-w-11 items-center"
    >
      {text}
      <span className="sr-only"> – {t('peers.seeHandovers', { place: row.name })}</span>
    </Link>
  )
  const mass = (row: PeerRow, massG: number | null, scope: HandoverScope) =>
    massG === null ? t('peers.few') : massG === 0 ? format.mass(0) : see(row, scope, format.mass(massG))
  const measure = (key: Measure): Column<PeerRow> => ({
    key,
    header: t(`peers.${key}`),
    figure: true,
    cell: ({ values }) => (values[key] === null ? t('peers.none') : measureText(key, values[key], format)),
    total: medians[key] === null ? t('peers.none') : measureText(key, medians[key], format),
  })
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <PageHeader
        back={{ to: paths.board(slug, query), label: t('stage.back', { place: name }) }}
        eyebrow={whenOf(period, tBoard, format)}
        title={title}
        lead={t('peers.lead')}
      />
      {rows.length === 0 ? (
        <EmptyState title={t('peers.empty')} />
      ) : (
        <DataTable
          caption={title}
          hideCaption
          dense
          rows={rows}
          rowKey={(row) => row.slug}
          csvHref={paths.boardPeersCsv(slug, query)}
          columns={[
            {
              key: 'place',
              header: t('peers.place'),
              rowHeader: true,
              cell: (row) =>
                row.slug === slug ? (
                  `${row.name} (${t('peers.own')})`
                ) : (
                  <Link to={paths.board(row.slug, query)} className="lg:whitespace-nowrap">
                    {row.name}
                  </Link>
                ),
              total: t('peers.median'),
            },
            measure('rate'),
            {
              key: 'reused',
              header: t('peers.reused'),
              figure: true,
              cell: (row) => mass(row, row.reusedG, 'taux'),
            },
            {
              key: 'inventoried',
              header: t('peers.inventoried'),
              figure: true,
              cell: ({ inventoriedG }) => format.mass(inventoriedG),
            },
            {
              key: 'mass',
              header: t('peers.mass'),
              figure: true,
              cell: (row) => mass(row, row.massG, 'annee'),
            },
            {
              key: 'sites',
              header: t('peers.sites'),
              figure: true,
              cell: ({ sites }) => format.number(sites),
            },
            measure('perSite'),
            measure('perInhabitant'),
          ]}
        />
      )}
      <p className="prose-width text-muted">{t('peers.note', { threshold })}</p>
    </div>
  )
}
