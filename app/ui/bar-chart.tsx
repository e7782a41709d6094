import { Link } from '@remix-run/react'
import { useId, type ReactNode } from 'react'
import { interfaceTexts } from '~/messages/interface'
import { ChartColumns } from './chart-columns'
import { Segment, totalOf, type ChartData, type ChartRow, type ChartSeries } from './chart-parts'
import { ChartRows } from './chart-rows'
import { CsvLink, DataTable } from './data-table'
import { useT } from './i18n'

/**
 * Stacked bars drawn by the server: columns along time, or rows to compare places. The title is a sentence that says
 * what the figures show; the same figures follow as a table.
 */
export function BarChart({
  title,
  rowHeading,
  layout = 'columns',
  source,
  csvHref,
  files,
  note,
  ...data
}: ChartData & {
  title: string
  /** What a row is: «Mois», «Commune». */
  rowHeading: string
  layout?: 'columns' | 'rows'
  source?: string
  csvHref?: string
  /** Links to files, where there is more than one. */
  files?: ReactNode
  note?: ReactNode
}) {
  const t = useT(interfaceTexts)
  const id = useId()
  const Drawing = layout === 'columns' ? ChartColumns : ChartRows
  return (
    <figure aria-labelledby={id} className="flex min-w-0 flex-col gap-4">
      <figcaption id={id} className="font-display text-xl font-bold">
        {title}
      </figcaption>
      {data.series.length > 1 && <Legend series={data.series} />}
      <div role="img" aria-label={title}>
        <Drawing {...data} />
      </div>
      {note && <div className="text-muted">{note}</div>}
      <details>
        <summary>{t('chart.table')}</summary>
        <ChartTable title={title} rowHeading={rowHeading} {...data} />
      </details>
      {source && <p className="text-sm text-muted">{t('chart.source', { source })}</p>}
      {csvHref && <CsvLink href={csvHref} />}
      {files}
    </figure>
  )
}

function Legend({ series }: { series: readonly ChartSeries[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      {series.map((entry, index) => (
        <li key={entry.key} className="flex items-center gap-2">
          <svg width="18" height="18" aria-hidden focusable="false">
            <Segment series={entry} index={index} x="0" y="0" width="18" height="18" />
          </svg>
          {entry.label}
        </li>
      ))}
    </ul>
  )
}

/** A value, and the way to what it counts where there is one. */
function Value({ to, children }: { to: string | undefined; children: string }) {
  return to === undefined ? (
    children
  ) : (
    <Link to={to} className="inline-flex min-h-11 min-w-11 items-center">
      {children}
    </Link>
  )
}

function ChartTable({
  title,
  rowHeading,
  series,
  rows,
  format,
}: ChartData & { title: string; rowHeading: string }) {
  const t = useT(interfaceTexts)
  return (
    <DataTable
      caption={title}
      hideCaption
      dense
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        {
          key: 'row',
          header: rowHeading,
          cell: (row) => (row.to ? <Link to={row.to}>{row.label}</Link> : row.label),
          rowHeader: true,
        },
        ...series.map(({ key, label }) => ({
          key: `s-${key}`,
          header: label,
          cell: (row: ChartRow) => <Value to={row.links?.[key]}>{format(row.values[key] ?? 0)}</Value>,
          figure: true,
        })),
        ...(series.length > 1
          ? [
              {
                key: 'total',
                header: t('chart.total'),
                cell: (row: ChartRow) => format(totalOf(row, series)),
                figure: true,
              },
            ]
          : []),
      ]}
    />
  )
}
