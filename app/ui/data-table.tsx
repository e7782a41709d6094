import { useId, type ReactNode } from 'react'
import { interfaceTexts } from '~/messages/interface'
import { useT } from './i18n'
import { DownloadIcon } from './icons'

export type Column<Row> = {
  key: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  /** Right-aligned tabular figures. */
  figure?: boolean
  /** The cell that names its row. */
  rowHeader?: boolean
  /** The same column in the last line of totals. */
  total?: ReactNode
}

/** A table with its title, in a region that scrolls sideways by keyboard, and its figures as a CSV. */
export function DataTable<Row>({
  caption,
  hideCaption = false,
  columns,
  rows,
  rowKey,
  csvHref,
  dense = false,
  empty,
}: {
  caption: string
  hideCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  csvHref?: string
  dense?: boolean
  empty?: ReactNode
}) {
  const t = useT(interfaceTexts)
  const id = useId()
  const hasTotals = rows.length > 0 && columns.some(({ total }) => total !== undefined)
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <p id={id} className={hideCaption ? 'sr-only' : 'font-display text-lg font-bold'}>
        {caption}
      </p>
      <div className="table-scroll" role="region" aria-label={t('table.region', { caption })} tabIndex={0}>
        <table className={dense ? 'table table-dense' : 'table'} aria-labelledby={id}>
          <thead>
            <tr>
              {columns.map(({ key, header, figure }) => (
                <th key={key} scope="col" className={figure ? 'figure' : undefined}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.length === 0 && (
              <tr>
                <td colSpan={columns.length}>{empty ?? t('table.empty')}</td>
              </tr>
            )}
            {rows.map((row) => (
              <tr key={rowKey(row)}>{columns.map((column) => bodyCell(column, row))}</tr>
            ))}
          </tbody>
          {hasTotals && <Totals columns={columns} />}
        </table>
      </div>
      {csvHref && <CsvLink href={csvHref} />}
    </div>
  )
}

function bodyCell<Row>({ key, cell, figure, rowHeader }: Column<Row>, row: Row) {
  const className = figure ? 'figure' : undefined
  return rowHeader ? (
    <th key={key} scope="row" className={className}>
      {cell(row)}
    </th>
  ) : (
    <td key={key} className={className}>
      {cell(row)}
    </td>
  )
}

function Totals<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  return (
    <tfoot>
      <tr>
        {columns.map(({ key, total, figure, rowHeader }) =>
          rowHeader ? (
            <th key={key} scope="row">
              {total}
            </th>
          ) : (
            <td key={key} className={figure ? 'figure' : undefined}>
              {total}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  )
}

/** The link that downloads the figures of a table or a chart. */
export function CsvLink({ href }: { href: string }) {
  const t = useT(interfaceTexts)
  return (
    <p data-screen-only>
      <a href={href} download className="inline-flex min-h-11 items-center gap-2 font-semibold">
        <DownloadIcon />
        {t('table.csv')}
      </a>
    </p>
  )
}
