import { useId, type ReactNode } from 'react'
import { interfaceTexts } from '~/messages/interface'
import { useT } from './i18n'
import { DownloadIcon } from './icons'

export type Column<Row> = {
  key: string
  header: string
  /** What stands in the head instead of the bare words, such as a link that sorts; a phone keeps it in sight. */
  heading?: ReactNode
  cell: (row: Row) => ReactNode
  /** Right-aligned tabular figures. */
  figure?: boolean
  /** The cell that names its row. */
  rowHeader?: boolean
  /** What can be done with the row: a phone gives it the whole width, without its header. */
  acts?: boolean
  /** The same column in the last line of totals. */
  total?: ReactNode
}

/** From this number of columns on, a phone shows each row as a card, with the header before each value. */
const STACKED_FROM = 3

/**
 * A table with its title, in a region that scrolls sideways by keyboard, and its figures as a CSV. The roles are
 * written out because a browser forgets those of a table whose rows are laid out as cards.
 */
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
  const isSorted = columns.some(({ heading }) => heading !== undefined)
  const hasTotals = rows.length > 0 && columns.some(({ total }) => total !== undefined)
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <p id={id} className={hideCaption ? 'sr-only' : 'font-display text-lg font-bold'}>
        {caption}
      </p>
      <div className="table-scroll" role="region" aria-label={t('table.region', { caption })} tabIndex={0}>
        <table
          role="table"
          className={`table ${dense ? 'table-dense' : ''} ${columns.length >= STACKED_FROM ? 'table-stack' : ''}`}
          aria-labelledby={id}
        >
          <thead role="rowgroup" className={isSorted ? 'table-sort' : undefined}>
            <tr role="row">
              {columns.map(({ key, header, heading, figure, acts }) => (
                <th
                  key={key}
                  role="columnheader"
                  scope="col"
                  className={figure ? 'figure' : undefined}
                  data-screen-only={acts}
                >
                  {heading ?? header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.length === 0 && (
              <tr role="row">
                <td role="cell" colSpan={columns.length}>
                  {empty ?? t('table.empty')}
                </td>
              </tr>
            )}
            {rows.map((row) => (
              <tr key={rowKey(row)} role="row">
                {columns.map(({ key, cell, ...column }) => (
                  <Cell key={key} {...column}>
                    {cell(row)}
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
          {hasTotals && <Totals columns={columns} />}
        </table>
      </div>
      {csvHref && <CsvLink href={csvHref} />}
    </div>
  )
}

function Cell({
  header,
  figure,
  rowHeader,
  acts,
  children,
}: Pick<Column<unknown>, 'header' | 'figure' | 'rowHeader' | 'acts'> & { children: ReactNode }) {
  const className = figure ? 'figure' : undefined
  const content = <div className="cell">{children}</div>
  return rowHeader ? (
    <th role="rowheader" scope="row" className={className}>
      {content}
    </th>
  ) : (
    <td role="cell" className={className} data-label={acts ? undefined : header} data-screen-only={acts}>
      {content}
    </td>
  )
}

function Totals<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        {columns.map(({ key, total, ...column }) => (
          <Cell key={key} {...column}>
            {total}
          </Cell>
        ))}
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

/** The link that downloads the same list as a workbook. */
export function XlsxLink({ href }: { href: string }) {
  const t = useT(interfaceTexts)
  return (
    <p data-screen-only>
      <a href={href} download className="inline-flex min-h-11 items-center gap-2 font-semibold">
        <DownloadIcon />
        {t('table.xlsx')}
      </a>
    </p>
  )
}
