import { Link } from '@remix-run/react'
import type { IsoDay } from '~/core/days'
import { paths } from '~/core/paths'
import type { LotView } from '~/features/lots/model/lot'
import { lotStateOf, type LotState } from '~/features/lots/model/lot-state'
import { common } from '~/messages/common'
import { labelSheets } from '~/messages/label-sheets'
import { lots as lotTexts } from '~/messages/lots'
import { materials } from '~/messages/materials'
import { sites } from '~/messages/sites'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'

/** The lots published from a site, whatever their state. `publishHref` is null for readers who may not publish. */
export function SiteLots({
  lots,
  today,
  publishHref,
}: {
  lots: readonly LotView[]
  today: IsoDay
  publishHref: string | null
}) {
  const t = useT(sites)
  const tLot = useT(lotTexts)
  const tCommon = useT(common)
  const tMaterial = useT(materials)
  const tSheet = useT(labelSheets)
  const format = useFormat()
  const stateText = (state: LotState) => (state === 'open' ? t('lots.open') : tLot(`status.${state}`))
  if (lots.length === 0) {
    return (
      <EmptyState
        title={t('lots.none')}
        actions={publishHref && <ButtonLink to={publishHref}>{t('publish')}</ButtonLink>}
      >
        {t('lots.noneText')}
      </EmptyState>
    )
  }
  return (
    <section aria-labelledby="lots-title" className="flex flex-col gap-4">
      <h2 id="lots-title">{t('lots.title')}</h2>
      {publishHref && lots[0] && (
        <p>
          <ButtonLink to={paths.printLabels(`?chantier=${lots[0].siteId}`)} look="secondary">
            {tSheet('select.site')}
          </ButtonLink>
        </p>
      )}
      <DataTable
        caption={t('lots.title')}
        hideCaption
        rows={lots}
        rowKey={(lot) => lot.id}
        columns={[
          {
            key: 'title',
            header: tCommon('word.lot'),
            cell: (lot) => (
              <Link to={paths.lot(lot.id)} className="inline-flex min-h-11 min-w-36 items-center lg:min-h-0">
                {lot.title}
              </Link>
            ),
            rowHeader: true,
          },
          {
            key: 'reference',
            header: tCommon('word.reference'),
            cell: (lot) => <span className="whitespace-nowrap">{lot.reference}</span>,
          },
          {
            key: 'material',
            header: tCommon('word.material'),
            cell: (lot) => tMaterial(`type.${lot.material}.short`),
          },
          {
            key: 'free',
            header: t('lots.free'),
            cell: (lot) =>
              `${format.number(lot.availableMilli / 1000, 3)} / ${format.quantity(lot.quantityMilli, lot.unit)}`,
            figure: true,
          },
          {
            key: 'until',
            header: t('lots.until'),
            cell: (lot) => format.day(lot.availableUntil),
            figure: true,
          },
          {
            key: 'state',
            header: t('lots.state'),
            cell: (lot) => stateText(lotStateOf(lot, today)),
          },
        ]}
      />
    </section>
  )
}
