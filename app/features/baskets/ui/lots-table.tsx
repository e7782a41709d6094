import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { typedMilli } from '~/core/units'
import { baskets } from '~/messages/baskets'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { LotToTake } from '../model/lots-to-take'

/** The lots of the best combination, each with the way to reserve what it gives to the bill. */
export function LotsTable({
  lots,
  today,
  csvHref,
}: {
  lots: readonly LotToTake[]
  today: string
  csvHref: string
}) {
  const t = useT(baskets)
  const format = useFormat()
  return (
    <section aria-labelledby="lots-title" className="flex flex-col gap-4">
      <h2 id="lots-title">{t('toReserve')}</h2>
      <DataTable
        caption={t('toReserve')}
        hideCaption
        rows={lots}
        rowKey={({ lotId }) => lotId}
        csvHref={csvHref}
        columns={[
          {
            key: 'lot',
            header: t('column.lot'),
            rowHeader: true,
            cell: ({ lotId, title, reference, organisationName }) => (
              <>
                <Link to={paths.lot(lotId)}>{title}</Link>
                <span className="block font-normal text-muted">
                  {reference}, {organisationName}
                </span>
              </>
            ),
          },
          {
            key: 'place',
            header: t('column.place'),
            cell: ({ communeName, straightKm }) => `${communeName}, ${format.km(straightKm)}`,
          },
          {
            key: 'from',
            header: t('column.from'),
            cell: ({ availableFrom }) =>
              availableFrom <= today ? t('there') : t('from', { day: format.dayShort(availableFrom) }),
          },
          {
            key: 'quantity',
            header: t('column.taken'),
            figure: true,
            cell: ({ quantityMilli, unit }) => format.quantity(quantityMilli, unit),
          },
          {
            key: 'lines',
            header: t('column.lines'),
            figure: true,
            cell: ({ lineNumbers }) => lineNumbers.map((number) => format.number(number)).join(', '),
          },
          {
            key: 'asked',
            header: t('column.askedShort'),
            figure: true,
            cell: ({ askedCents }) => (askedCents === 0 ? t('free') : format.euros(askedCents)),
          },
          {
            key: 'acts',
            header: t('reserve'),
            acts: true,
            cell: ({ lotId, reference, quantityMilli, unit }) => (
              <ButtonLink
                small
                to={paths.reserveQuantity(lotId, typedMilli(quantityMilli))}
                aria-label={t('reserveLot', {
                  quantity: format.quantity(quantityMilli, unit),
                  reference,
                })}
              >
                {t('reserve')}
              </ButtonLink>
            ),
          },
        ]}
      />
    </section>
  )
}
