import { Link } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { reservations } from '~/messages/reservations'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { ReservationRow } from '../model/reservation-row'
import { StatusBadge } from './status-badge'

/** Reservations that have ended, one line each. */
export function EndedTable({ rows }: { rows: readonly ReservationRow[] }) {
  const t = useT(reservations)
  const format = useFormat()
  return (
    <DataTable
      caption={t('section.over')}
      hideCaption
      rows={rows}
      rowKey={({ view }) => view.id}
      columns={[
        {
          key: 'lot',
          header: t('fact.lot'),
          rowHeader: true,
          cell: ({ view }) => (
            <Link to={paths.reservation(view.id)} className="block min-w-52">
              {view.lotReference} · {view.lotTitle}
            </Link>
          ),
        },
        { key: 'status', header: t('fact.status'), cell: ({ view }) => <StatusBadge status={view.status} /> },
        { key: 'side', header: t('csv.side'), cell: ({ side }) => t(`side.${side}`) },
        {
          key: 'with',
          header: t('fact.with'),
          cell: ({ view, side }) => (side === 'giver' ? view.takerName : view.giverName),
        },
        {
          key: 'quantity',
          header: t('fact.quantity'),
          figure: true,
          cell: ({ view }) => format.quantity(view.quantityMilli, view.lotUnit),
        },
        {
          key: 'on',
          header: t('fact.requestedOn'),
          figure: true,
          cell: ({ view }) => format.day(isoDayOf(view.createdAtMs)),
        },
      ]}
    />
  )
}
