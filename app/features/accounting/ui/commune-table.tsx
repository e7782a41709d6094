import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { accounting } from '~/messages/accounting'
import { communes } from '~/messages/communes'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { ChevronDownIcon } from '~/ui/icons'
import type { CohortAccount } from '../model/cohort'
import type { CommuneLine, LineOrder } from '../model/commune-line'

/** The communes with their rate and both its masses; headings sort by plain links. */
export function CommuneTable({
  lines,
  metropole,
  year,
  order,
}: {
  lines: readonly CommuneLine[]
  metropole: CohortAccount
  year: number
  order: LineOrder
}) {
  const t = useT(communes)
  const tAccounting = useT(accounting)
  const format = useFormat()
  const rateText = (rate: number | null) =>
    rate === null ? (
      <span className="whitespace-nowrap text-muted">{tAccounting('rate.none')}</span>
    ) : (
      format.percent(rate)
    )
  const heading = (by: LineOrder, column: string) => (
    <SortLink year={year} by={by} isCurrent={by === order}>
      {column}
    </SortLink>
  )
  return (
    <DataTable
      caption={t('table', { count: lines.length, year: String(year) })}
      hideCaption
      dense
      rows={lines}
      rowKey={({ code }) => code}
      csvHref={paths.communesCsv(year)}
      columns={[
        {
          key: 'commune',
          header: t('commune'),
          heading: heading('nom', t('commune')),
          rowHeader: true,
          cell: ({ code, name }) => (
            <Link to={paths.commune(code, year)} className="whitespace-nowrap">
              {name}
            </Link>
          ),
          total: t('metropole'),
        },
        {
          key: 'rate',
          header: t('rate'),
          heading: heading('taux', t('rate')),
          figure: true,
          cell: ({ account }) => rateText(account.localReuse.rate),
          total: rateText(metropole.localReuse.rate),
        },
        {
          key: 'numerator',
          header: t('numerator'),
          heading: heading('remis', t('numerator')),
          figure: true,
          cell: ({ account }) => format.mass(account.localReuse.numeratorG),
          total: format.mass(metropole.localReuse.numeratorG),
        },
        {
          key: 'denominator',
          header: t('denominator'),
          heading: heading('inventorie', t('denominator')),
          figure: true,
          cell: ({ account }) => format.mass(account.localReuse.denominatorG),
          total: format.mass(metropole.localReuse.denominatorG),
        },
        {
          key: 'outside',
          header: t('outside'),
          figure: true,
          cell: ({ account }) => format.mass(account.outside.handedOverG),
          total: format.mass(metropole.outside.handedOverG),
        },
        {
          key: 'territory',
          header: t('territory'),
          cell: ({ eptName }) => <span className="whitespace-nowrap">{eptName ?? '–'}</span>,
        },
      ]}
    />
  )
}

function SortLink({
  year,
  by,
  isCurrent,
  children,
}: {
  year: number
  by: LineOrder
  isCurrent: boolean
  children: string
}) {
  const t = useT(communes)
  return (
    <Link
      to={`${paths.communes()}?annee=${year}&tri=${by}#communes`}
      aria-label={t('sortBy', { column: children })}
      aria-current={isCurrent || undefined}
      className="inline-flex items-center gap-1 text-ink"
      preventScrollReset
    >
      {children}
      {isCurrent && <ChevronDownIcon />}
    </Link>
  )
}
