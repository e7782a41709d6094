import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import type { LotView } from '~/features/lots/model/lot'
import type { ShareView } from '~/features/lots/model/share'
import { ShareAddress } from '~/features/lots/ui/lot-shares'
import { RevokeForm } from '~/features/lots/ui/share-forms'
import { lotShares } from '~/messages/lot-shares'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'

/** Every link of a lot, newest first; those that are open can be copied and revoked. */
export function ShareTable({ lot, shares }: { lot: LotView; shares: readonly ShareView[] }) {
  const t = useT(lotShares)
  const format = useFormat()
  const dayOf = (atMs: number) => format.day(isoDayOf(atMs))
  return (
    <DataTable
      caption={t('list')}
      rows={shares}
      rowKey={({ id }) => id}
      csvHref={paths.lotSharesCsv(lot.id)}
      empty={t('none')}
      columns={[
        { key: 'from', header: t('from'), cell: ({ createdAtMs }) => dayOf(createdAtMs), rowHeader: true },
        { key: 'by', header: t('by'), cell: ({ createdBy }) => createdBy },
        { key: 'until', header: t('until'), cell: ({ expiresAtMs }) => dayOf(expiresAtMs) },
        { key: 'state', header: t('state'), cell: ({ state }) => t(`states.${state}`) },
        {
          key: 'link',
          header: t('link'),
          acts: true,
          cell: (share) => share.state === 'open' && <ShareAddress share={share} title={lot.title} />,
        },
        {
          key: 'act',
          header: t('act'),
          acts: true,
          cell: (share) =>
            share.state === 'open' ? (
              <RevokeForm lotId={lot.id} share={share} day={dayOf(share.createdAtMs)} />
            ) : (
              <span className="text-muted">{t('noAct')}</span>
            ),
        },
      ]}
    />
  )
}
