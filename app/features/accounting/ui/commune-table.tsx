import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { accounting } from '~/messages/accounting'
import { communes } from '~/messages/communes'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { ChevronDownIcon } from '~/ui/icons'
import type { CommuneLine, LineOrder } from '../model/commune-line'
import type { Telling, ToldAccount } from '../model/told-account'

/** The communes with their rate and both its masses; headings sort by plain links. */
export function CommuneTable({
  lines,
  metropole,
  year,
  order,
}: {
  lines: readonly CommuneLine[]
  metropole: ToldAccount
  year: number
  order: LineOrder
}) {
  const t = useT(communes)
  const tAccounting = useT(accounting)
  const format = useFormat()
  const muted = (text: string) => <span className="whitespace-nowrap text-muted">{text}</span>
  const told = (telling: Telling, value: string) => {
    if (telling === 'few') return muted(t('few'))
    return telling === 'partial' ? t('atLeast', { value }) : value
  }
  const rateText = ({ localReuse: { rate }, telling }: ToldAccount) =>
    rate === null && telling.rate === 'whole'
      ? muted(tAccounting('rate.none'))
      : told(telling.rate, format.percent(rate ?? 0))
  const handedOver = ({ localReuse, telling }: ToldAccount) =>
    told(telling.rate, format.mass(localReuse.numeratorG))
  const outside = (account: ToldAccount) =>
    told(account.telling.outside, format.mass(account.outside.handedOverG))
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
          cell: ({ account }) => rateText(account),
          total: rateText(metropole),
        },
        {
          key: 'numerator',
          header: t('numerator'),
          heading: heading('remis', t('numerator')),
          figure: true,
          cell: ({ account }) => handedOver(account),
          total: handedOver(metropole),
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
          cell: ({ account }) => outside(account),
          total: outside(metropole),
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
