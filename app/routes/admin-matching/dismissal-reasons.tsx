import { paths } from '~/core/paths'
import type { DismissalCount } from '~/features/matching/queries/dismissal-counts.server'
import { proposals } from '~/messages/proposals'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'

/** Why people set pairs aside, in numbers: what the weights or the filters may get wrong. */
export function DismissalReasons({ counts }: { counts: readonly DismissalCount[] }) {
  const t = useT(proposals)
  const format = useFormat()
  return (
    <DataTable
      caption={t('counts.title')}
      csvHref={paths.dismissalsCsv()}
      dense
      rows={counts}
      rowKey={({ reason }) => reason}
      columns={[
        {
          key: 'reason',
          header: t('dismiss.reason'),
          rowHeader: true,
          cell: ({ reason }) => t(`reason.${reason}`),
        },
        {
          key: 'giver',
          header: t('counts.giver'),
          figure: true,
          cell: ({ byGiver }) => format.number(byGiver),
        },
        {
          key: 'taker',
          header: t('counts.taker'),
          figure: true,
          cell: ({ byTaker }) => format.number(byTaker),
        },
      ]}
    />
  )
}
