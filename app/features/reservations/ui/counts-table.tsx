import { paths } from '~/core/paths'
import { isGranted } from '~/core/reservation-status'
import { handoverCounts } from '~/messages/handover-counts'
import { handoverPapers } from '~/messages/handover-papers'
import { reservations } from '~/messages/reservations'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import type { CountSummary } from '../model/counts'
import type { ReservationView } from '../model/reservation-view'

/** What each side counted at the collection, with its difference from what was reserved and why. */
export function CountsTable({ view, summary }: { view: ReservationView; summary: CountSummary }) {
  const t = useT(handoverCounts)
  const tReservation = useT(reservations)
  const tPaper = useT(handoverPapers)
  const format = useFormat()
  if (summary.counts.length === 0) return null
  const quantity = (milli: number) => format.quantity(milli, view.lotUnit)
  return (
    <section aria-labelledby="counts" className="flex flex-col gap-4">
      <h2 id="counts">{t('title')}</h2>
      <p className="prose-width text-muted">{t('lead', { quantity: quantity(view.quantityMilli) })}</p>
      {summary.agree === false && (
        <Notice tone="warning" title={t('differ')}>
          {isGranted(view.status) && t('differText')}
        </Notice>
      )}
      <DataTable
        caption={t('title')}
        hideCaption
        rows={summary.counts}
        rowKey={({ id }) => id}
        csvHref={paths.handoverChecksCsv(view.id)}
        columns={[
          {
            ...{ key: 'side', header: t('side'), rowHeader: true },
            cell: ({ side, isSuperseded }) => (
              <>
                {tReservation(side)}
                {isSuperseded && <span className="block font-normal text-muted">{t('replaced')}</span>}
              </>
            ),
          },
          {
            ...{ key: 'counted', header: t('counted'), figure: true },
            cell: ({ countedMilli }) => quantity(countedMilli),
          },
          {
            ...{ key: 'gap', header: t('gap'), figure: true },
            cell: ({ gapMilli }) =>
              gapMilli === 0 ? t('none') : `${gapMilli > 0 ? '+' : ''}${quantity(gapMilli)}`,
          },
          {
            ...{ key: 'mass', header: t('weighed'), figure: true },
            cell: ({ weighedG, slipFileId, slipNumber }) =>
              weighedG === null ? (
                '–'
              ) : (
                <>
                  {format.quantity(weighedG, 'kg')}
                  {slipFileId && (
                    <a href={paths.handoverFile(view.id, slipFileId)} className="block">
                      {t('slip', { number: slipNumber })}
                    </a>
                  )}
                </>
              ),
          },
          {
            key: 'items',
            header: t('items'),
            cell: ({ items }) =>
              items.length === 0
                ? '–'
                : items.map((code) => `${code.slice(0, 4)}-${code.slice(4)}`).join(', '),
          },
          {
            key: 'why',
            header: t('why'),
            cell: ({ reason, difference }) =>
              [reason && tPaper(`reason.${reason}`), difference].filter(Boolean).join(' – ') || '–',
          },
          { key: 'who', header: t('who'), cell: ({ who }) => who },
          { key: 'when', header: t('when'), cell: ({ countedAtMs }) => format.instant(countedAtMs) },
        ]}
      />
    </section>
  )
}
