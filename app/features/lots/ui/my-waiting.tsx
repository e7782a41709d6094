import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { Unit } from '~/core/units'
import { waiting } from '~/messages/waiting'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { LinePlace } from '../model/waiting-line'

type Place = LinePlace & { lotId: string; lotTitle: string; lotReference: string; lotUnit: Unit }

/** The lines in which the reader's organisation stands; nothing when it stands in none. */
export function MyWaiting({ places }: { places: readonly Place[] }) {
  const t = useT(waiting)
  const format = useFormat()
  if (places.length === 0) return null
  return (
    <section aria-labelledby="waiting" className="flex flex-col gap-4">
      <h2 id="waiting">
        {t('mine.title')} <span className="font-normal text-muted">({places.length})</span>
      </h2>
      <DataTable
        caption={t('mine.title')}
        hideCaption
        rows={places}
        rowKey={({ id }) => id}
        csvHref={paths.myWaitingCsv()}
        columns={[
          {
            ...{ key: 'lot', header: t('mine.lot'), rowHeader: true },
            cell: ({ lotId, lotReference, lotTitle }) => (
              <Link to={paths.lotWaiting(lotId)} className="block min-w-52">
                {lotReference} · {lotTitle}
              </Link>
            ),
          },
          {
            ...{ key: 'quantity', header: t('line.quantity'), figure: true },
            cell: ({ quantityMilli, lotUnit }) => format.quantity(quantityMilli, lotUnit),
          },
          {
            ...{ key: 'place', header: t('mine.place'), figure: true },
            cell: ({ position, length }) => t('mine.placeOf', { position, length }),
          },
          {
            ...{ key: 'state', header: t('line.state') },
            cell: ({ priorityUntilMs }) =>
              priorityUntilMs === null
                ? t('line.waiting')
                : t('line.offered', { until: format.instant(priorityUntilMs) }),
          },
        ]}
      />
    </section>
  )
}
