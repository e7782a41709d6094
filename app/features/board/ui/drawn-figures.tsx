import { Link } from '@remix-run/react'
import { useId, type ReactNode } from 'react'
import { paths } from '~/core/paths'
import { board } from '~/messages/board'
import { boardRows } from '~/messages/board-rows'
import { communeFigures } from '~/messages/commune-figures'
import { communes } from '~/messages/communes'
import { interfaceTexts } from '~/messages/interface'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { Board } from '../model/board'
import { periodQuery } from '../model/board-period'
import { sideKey } from '../model/flow-side'
import { handoverQuery, SCOPE_KEYS, type HandoverFilters } from '../model/handover-list'
import type { Comparison } from '../model/peers'
import { flowNodeName, measureText, placeAndTime } from './board-texts'
import { ChordDrawing } from './chord-drawing'
import { FileLinks } from './file-links'
import { SCREEN } from './palette'
import { PeerDrawing } from './peer-drawing'

/** A drawing for the eyes under its title, its note, its table for everyone, and its source. */
function DrawnFigure({
  title,
  drawing,
  note,
  table,
  files,
}: {
  title: string
  drawing: ReactNode
  note?: ReactNode
  table: ReactNode
  files: ReactNode
}) {
  const id = useId()
  const t = useT(interfaceTexts)
  const tCommunes = useT(communes)
  return (
    <figure aria-labelledby={id} className="flex min-w-0 flex-col gap-4">
      <figcaption id={id} className="font-display text-xl font-bold">
        {title}
      </figcaption>
      {drawing}
      {note && <div className="prose-width text-muted">{note}</div>}
      <details>
        <summary>{t('chart.table')}</summary>
        {table}
      </details>
      <p className="text-sm text-muted">{t('chart.source', { source: tCommunes('source') })}</p>
      {files}
    </figure>
  )
}

/** A place against the middle of its peers, measure by measure. */
export function PeersFigure({ board: own }: { board: Board }) {
  const t = useT(board)
  const format = useFormat()
  const tRows = useT(boardRows)
  const { comparisons, perimeter, period } = own
  const words = placeAndTime(own, t, format)
  const title = perimeter.kind === 'metropole' ? t('peers.titleAll', words) : t('peers.title', words)
  const shown = comparisons.filter(({ peers }) => peers > 0)
  if (shown.length === 0) return null
  return (
    <DrawnFigure
      title={title}
      drawing={
        <div className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
          {shown.map((comparison) => (
            <PeerStrip key={comparison.measure} comparison={comparison} />
          ))}
        </div>
      }
      note={
        <>
          <p>{t('peers.lead', { count: Math.max(...shown.map(({ peers }) => peers)) })}</p>
          <p data-screen-only>
            <Link
              to={paths.boardPeers(perimeter.slug, periodQuery(period))}
              className="inline-flex min-h-11 items-center"
            >
              {tRows('peers.see')}
            </Link>
          </p>
        </>
      }
      table={<PeersTable title={title} comparisons={shown} />}
      files={<FileLinks slug={perimeter.slug} query={periodQuery(period)} file="mediane" figure={title} />}
    />
  )
}

function PeerStrip({ comparison: { measure, values, median, own } }: { comparison: Comparison }) {
  const t = useT(board)
  const format = useFormat()
  const text = (value: number | null) => (value === null ? '' : measureText(measure, value, format))
  return (
    <div>
      <p className="font-semibold">{t(`peers.${measure}`)}</p>
      <PeerDrawing
        values={values}
        median={median}
        own={own}
        palette={SCREEN}
        texts={{ median: t('peers.medianLabel', { value: text(median) }), own: text(own) }}
      />
    </div>
  )
}

function PeersTable({ title, comparisons }: { title: string; comparisons: readonly Comparison[] }) {
  const t = useT(board)
  const format = useFormat()
  return (
    <DataTable
      caption={title}
      hideCaption
      dense
      rows={comparisons}
      rowKey={({ measure }) => measure}
      columns={[
        {
          key: 'measure',
          header: t('peers.measure'),
          rowHeader: true,
          cell: ({ measure }) => t(`peers.${measure}`),
        },
        {
          key: 'own',
          header: t('peers.own'),
          figure: true,
          cell: ({ measure, own, isWithheld }) =>
            own === null ? t(isWithheld ? 'few' : 'peers.none') : measureText(measure, own, format),
        },
        {
          key: 'median',
          header: t('peers.median'),
          figure: true,
          cell: ({ measure, median }) =>
            median === null ? t('peers.none') : measureText(measure, median, format),
        },
        { key: 'peers', header: t('peers.count'), figure: true, cell: ({ peers }) => format.number(peers) },
        {
          key: 'rank',
          header: t('peers.rank'),
          cell: ({ below, peers }) =>
            below === null ? '' : t('peers.below', { count: below, peers: Math.max(0, peers - 1) }),
        },
      ]}
    />
  )
}

/** Who gives to whom. */
export function FlowsFigure({ board: own }: { board: Board }) {
  const t = useT(board)
  const tFigures = useT(communeFigures)
  const format = useFormat()
  const { flows, perimeter, period, near } = own
  const title = t('flows.title', placeAndTime(own, t, format))
  const nameOf = (key: string) => {
    const node = flows.nodes.find((one) => one.key === key)
    return node ? flowNodeName(node, perimeter, t) : key
  }
  const see = (filters: HandoverFilters) =>
    paths.boardHandovers(perimeter.slug, handoverQuery(period, filters))
  const seeFlow = (from: string, to: string) => {
    const sideFor = (key: string) =>
      sideKey(flows.nodes.find((one) => one.key === key) ?? { key, slug: null })
    return see({ perimetre: 'echanges', de: sideFor(from), vers: sideFor(to) })
  }
  const cell = (key: string) => {
    const slug = flows.nodes.find((one) => one.key === key)?.slug
    return slug && slug !== perimeter.slug ? <Link to={paths.board(slug)}>{nameOf(key)}</Link> : nameOf(key)
  }
  const hidden = flows.isPartial && <p>{t('partial', { threshold: own.threshold })}</p>
  if (flows.links.length === 0) {
    return (
      <section className="flex flex-col gap-3">
        <h2>{title}</h2>
        <div className="text-muted">{hidden || <p>{t('flows.none')}</p>}</div>
      </section>
    )
  }
  return (
    <DrawnFigure
      title={title}
      drawing={
        <div className="max-w-xl">
          <ChordDrawing flows={flows} palette={SCREEN} nameOf={(node) => flowNodeName(node, perimeter, t)} />
        </div>
      }
      note={
        <>
          {near && near.within10Km.rate !== null && near.inPerimeter.rate !== null && (
            <p>
              {t('flows.near', {
                near: format.percent(near.within10Km.rate),
                stayed: format.percent(near.inPerimeter.rate),
              })}
            </p>
          )}
          <p className="flex flex-wrap gap-x-4" data-screen-only>
            {(['echanges', 'proches', 'sur-place'] as const).map((perimetre) => (
              <Link key={perimetre} to={see({ perimetre })} className="inline-flex min-h-11 items-center">
                {tFigures(`list.${SCOPE_KEYS[perimetre]}`)}
              </Link>
            ))}
          </p>
          <p>{t('flows.note')}</p>
          {hidden}
        </>
      }
      table={
        <DataTable
          caption={title}
          hideCaption
          dense
          rows={flows.links}
          rowKey={({ from, to }) => `${from}>${to}`}
          columns={[
            { key: 'from', header: t('flows.from'), rowHeader: true, cell: ({ from }) => cell(from) },
            { key: 'to', header: t('flows.to'), cell: ({ to }) => cell(to) },
            {
              key: 'mass',
              header: t('leaving.mass'),
              figure: true,
              cell: ({ massG }) => format.mass(massG),
            },
            {
              key: 'count',
              header: t('flows.handovers'),
              figure: true,
              cell: ({ from, to, count }) => (
                <Link to={seeFlow(from, to)} className="inline-flex min-h-11 min-w-11 items-center">
                  {format.number(count)}
                  <span className="sr-only"> – {t('flows.see', { from: nameOf(from), to: nameOf(to) })}</span>
                </Link>
              ),
            },
          ]}
        />
      }
      files={<FileLinks slug={perimeter.slug} query={periodQuery(period)} file="flux" figure={title} />}
    />
  )
}
