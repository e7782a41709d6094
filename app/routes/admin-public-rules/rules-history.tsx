import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import type { RulesVersionEntry } from '~/features/attribution/queries.server'
import { attribution } from '~/messages/attribution'
import { publicRules } from '~/messages/public-rules'
import { Badge } from '~/ui/badge'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'

/** Every version of the rules: from when, by whom, why, and what it says. */
export function RulesHistory({
  versions,
  current,
}: {
  versions: readonly RulesVersionEntry[]
  current: string
}) {
  const t = useT(publicRules)
  const tKind = useT(attribution)
  const format = useFormat()
  return (
    <DataTable
      caption={t('history.title')}
      csvHref={paths.publicRulesCsv()}
      dense
      rows={versions}
      rowKey={({ version }) => version}
      columns={[
        {
          key: 'version',
          header: t('history.version'),
          rowHeader: true,
          cell: ({ version }) => (
            <>
              {version} {version === current && <Badge tone="mark">{t('history.current')}</Badge>}
            </>
          ),
        },
        {
          key: 'from',
          header: t('history.validFrom'),
          cell: ({ validFrom }) => (validFrom === null ? t('history.shipped') : format.day(validFrom)),
        },
        {
          key: 'set',
          header: t('history.setAt'),
          cell: ({ setAtMs }) => setAtMs !== null && format.day(isoDayOf(setAtMs)),
        },
        { key: 'by', header: t('history.setBy'), cell: ({ setBy }) => setBy },
        { key: 'reason', header: t('history.reason'), cell: ({ reason }) => reason },
        {
          key: 'threshold',
          header: t('history.threshold'),
          figure: true,
          cell: ({ rules }) => format.euros(rules.saleThresholdCents),
        },
        {
          key: 'kinds',
          header: t('history.kinds'),
          cell: ({ rules }) => rules.giftKinds.map((kind) => tKind(`kindOf.${kind}`)).join(', '),
        },
        {
          key: 'ceiling',
          header: t('history.ceiling'),
          figure: true,
          cell: ({ rules: { giftCeilingCents } }) =>
            giftCeilingCents === null ? t('history.noCeiling') : format.euros(giftCeilingCents),
        },
      ]}
    />
  )
}
