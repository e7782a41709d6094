import { paths } from '~/core/paths'
import { percentsOf, type WeightPercents } from '~/features/matching/model/weight-percents'
import { SCORE_PARTS } from '~/features/matching/model/weights'
import { percentText } from '~/features/matching/ui/percent-text'
import type { AlgorithmRegister } from '~/http/algorithm-register-schema'
import { algorithms } from '~/messages/algorithms'
import { matching } from '~/messages/matching'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'

type Version = Omit<AlgorithmRegister['algorithms'][0]['history'][number], 'weights'> & {
  percents: WeightPercents
}

/** Weights that are or were in force, since when and why. */
export function WeightVersions({ history }: Pick<AlgorithmRegister['algorithms'][0], 'history'>) {
  const t = useT(algorithms)
  const tPart = useT(matching)
  const format = useFormat()
  const rows: Version[] = history.map(({ weights, ...version }) => ({
    ...version,
    percents: percentsOf(weights),
  }))
  return (
    <DataTable
      caption={t('matching.history')}
      dense
      rows={rows}
      csvHref={paths.algorithmsWeightsCsv()}
      rowKey={({ version }) => version}
      columns={[
        {
          key: 'version',
          header: t('matching.historyVersion'),
          rowHeader: true,
          cell: ({ version }) => version,
        },
        {
          key: 'since',
          header: t('matching.historySince'),
          cell: ({ since }) =>
            since === null ? t('matching.historyShipped') : format.instant(Date.parse(since)),
        },
        {
          key: 'reason',
          header: t('matching.historyReason'),
          cell: ({ reason, isRestored }) => (isRestored ? t('matching.historyRestored') : reason),
        },
        ...SCORE_PARTS.map((key) => ({
          key,
          header: tPart(`part.${key}`),
          figure: true,
          cell: ({ percents }: Version) => percentText(format, percents[key]),
        })),
      ]}
    />
  )
}
