import { Link } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import type { Unit } from '~/core/units'
import { attribution } from '~/messages/attribution'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { SeenRequest } from '../model/decision'

/** Requests in the order proposed, each with the facts that placed it. */
export function RankingTable({
  caption,
  ranking,
  unit,
  current = null,
  csvHref,
  hideCaption = false,
}: {
  caption: string
  ranking: readonly SeenRequest[]
  unit: Unit
  /** The reservation of the page: it needs no link. */
  current?: string | null
  csvHref?: string
  /** Where a heading says the same. */
  hideCaption?: boolean
}) {
  const t = useT(attribution)
  const format = useFormat()
  return (
    <DataTable
      caption={caption}
      hideCaption={hideCaption}
      rows={ranking}
      rowKey={({ rank }) => String(rank)}
      csvHref={csvHref}
      dense
      columns={[
        { key: 'rank', header: t('ranking.rank'), figure: true, cell: ({ rank }) => rank },
        {
          key: 'taker',
          header: t('ranking.taker'),
          rowHeader: true,
          cell: ({ takerName, reservationId, isOwn }) => {
            if (isOwn) return <strong>{t('ranking.own')}</strong>
            if (takerName === null || reservationId === null) return t('ranking.other')
            if (reservationId === current) return <strong>{takerName}</strong>
            return <Link to={paths.reservation(reservationId)}>{takerName}</Link>
          },
        },
        { key: 'kind', header: t('ranking.kind'), cell: ({ kind }) => t(`kindOf.${kind}`) },
        {
          key: 'quantity',
          header: t('ranking.quantity'),
          figure: true,
          cell: ({ quantityMilli }) => format.quantity(quantityMilli, unit),
        },
        {
          key: 'distance',
          header: t('ranking.distance'),
          figure: true,
          cell: ({ km }) => (km === null ? t('ranking.distanceUnknown') : format.km(km)),
        },
        {
          key: 'requested',
          header: t('ranking.requested'),
          cell: ({ requestedAtMs }) => format.day(isoDayOf(requestedAtMs)),
        },
        {
          key: 'by',
          header: t('ranking.decidedBy'),
          cell: ({ decidedBy, rank }) =>
            decidedBy ? t(`criterion.${decidedBy}`) : t(rank === 1 ? 'ranking.first' : 'ranking.tie'),
        },
      ]}
    />
  )
}
