import type { Judged } from '~/core/accessibility/judge'
import { paths } from '~/core/paths'
import { accessibility } from '~/messages/accessibility'
import { rgaa } from '~/messages/rgaa'
import { Badge } from '~/ui/badge'
import { DataTable } from '~/ui/data-table'
import { useT } from '~/ui/i18n'

const TONES = { passed: 'success', failed: 'danger', absent: 'plain', open: 'warning' } as const

/** The 106 criteria with what automatic tests say of each. */
export function CriteriaTable({ criteria }: { criteria: readonly Judged[] }) {
  const t = useT(accessibility)
  const nameOf = useT(rgaa) as unknown as (key: string) => string
  return (
    <DataTable
      dense
      caption={t('table')}
      rows={criteria}
      rowKey={({ number }) => number}
      csvHref={paths.accessibilityCsv()}
      columns={[
        { key: 'number', header: t('number'), cell: ({ number }) => number },
        {
          key: 'name',
          header: t('criterion'),
          rowHeader: true,
          cell: ({ number }) => nameOf(`criterion.${number}`),
        },
        {
          key: 'state',
          header: t('state'),
          cell: ({ state }) => <Badge tone={TONES[state]}>{t(`stateOf.${state}`)}</Badge>,
        },
        {
          key: 'by',
          header: t('by'),
          cell: ({ state, by }) => (
            <span className="wrap-anywhere">{state === 'absent' ? t('byAbsent') : by.join(', ') || '–'}</span>
          ),
        },
      ]}
    />
  )
}
