import { paths } from '~/core/paths'
import type { WeightPercents } from '~/features/matching/model/weight-percents'
import { SCORE_PARTS } from '~/features/matching/model/weights'
import { percentText } from '~/features/matching/ui/percent-text'
import { matching } from '~/messages/matching'
import { matchWeights } from '~/messages/match-weights'
import { Badge } from '~/ui/badge'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'

type Version = {
  version: string
  setAtMs: number | null
  setBy: string | null
  isRestored: boolean
  reason: string
  percents: WeightPercents
}

/** Every set of weights that is or was in force: since when, by whom and why. */
export function WeightHistory({ versions }: { versions: readonly Version[] }) {
  const t = useT(matchWeights)
  const tPart = useT(matching)
  const format = useFormat()
  const [current] = versions
  return (
    <DataTable
      caption={t('history.title')}
      dense
      rows={versions}
      rowKey={({ version }) => version}
      csvHref={paths.matchWeightsCsv()}
      columns={[
        {
          key: 'version',
          header: t('history.version'),
          rowHeader: true,
          cell: ({ version }) => (
            <>
              {version} {version === current?.version && <Badge tone="mark">{t('history.current')}</Badge>}
            </>
          ),
        },
        {
          key: 'since',
          header: t('history.since'),
          cell: ({ setAtMs }) => (setAtMs === null ? t('history.shipped') : format.instant(setAtMs)),
        },
        {
          key: 'by',
          header: t('history.by'),
          cell: ({ setBy, setAtMs }) => (setAtMs === null ? null : (setBy ?? t('history.gone'))),
        },
        {
          key: 'reason',
          header: t('history.reason'),
          cell: ({ reason, isRestored }) => (isRestored ? t('history.restored') : reason),
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
