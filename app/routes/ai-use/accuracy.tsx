import { paths } from '~/core/paths'
import { materialsOfLabel } from '~/features/classifier/model/labels'
import type { Baseline, Metrics, ModelKind, Thresholds } from '~/features/classifier/model/model-card'
import { labelName } from '~/features/classifier/ui/label-name'
import { aiUse } from '~/messages/ai-use'
import { materials } from '~/messages/materials'
import { photoLabels } from '~/messages/photo-labels'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { Stat, StatRow } from '~/ui/stat'
import { Section } from './section'
import { WithoutAi } from './without-ai'

export function Accuracy({
  kind,
  metrics,
  thresholds,
  baseline,
}: {
  kind: ModelKind
  metrics: Metrics
  thresholds: Thresholds
  baseline?: Baseline
}) {
  const t = useT(aiUse)
  const format = useFormat()
  const lead = kind === 'head' ? 'accuracy.lead' : 'accuracy.leadHere'
  const { photos, sources, sure, outOfScope } = metrics
  return (
    <>
      <Section id="justesse" title={t('accuracy.title')} lead={t(lead, { photos, sources })}>
        <StatRow>
          <Stat label={t('accuracy.top1')} value={format.percent(metrics.top1, 0)} />
          <Stat label={t('accuracy.top3')} value={format.percent(metrics.top3, 0)} />
          <Stat
            label={t('accuracy.sure')}
            value={format.percent(sure.precision, 0)}
            note={t('accuracy.sureNote', { share: format.percent(sure.share, 0) })}
          />
          <Stat
            label={t('accuracy.outOfScope')}
            value={format.percent(outOfScope.sure)}
            note={t('accuracy.outOfScopeNote', { photos: outOfScope.photos })}
          />
        </StatRow>
      </Section>
      {kind === 'head' && <WithoutAi metrics={metrics} baseline={baseline} />}
      <Verdicts metrics={metrics} thresholds={thresholds} />
      <PerLabel perLabel={metrics.perLabel} />
    </>
  )
}

type VerdictRow = {
  key: 'sure' | 'likely' | 'unsure' | 'none'
  from: number | null
  share: string
  precision: string
  out: string
}

function Verdicts({ metrics, thresholds }: { metrics: Metrics; thresholds: Thresholds }) {
  const t = useT(aiUse)
  const format = useFormat()
  const percent = (share: number) => format.percent(share, 0)
  const { sure, likely, missedMaterials, outOfScope } = metrics
  const rows: VerdictRow[] = [
    {
      key: 'sure',
      from: thresholds.sure,
      share: percent(sure.share),
      precision: percent(sure.precision),
      out: format.percent(outOfScope.sure),
    },
    {
      key: 'likely',
      from: thresholds.likely,
      share: percent(likely.share),
      precision: percent(likely.precision),
      out: format.percent(outOfScope.likely),
    },
    {
      key: 'unsure',
      from: null,
      share: percent(1 - sure.share - likely.share - missedMaterials),
      precision: '–',
      out: '–',
    },
    {
      key: 'none',
      from: thresholds.notMaterial,
      share: t('verdict.missed', { share: format.percent(missedMaterials) }),
      precision: '–',
      out: '–',
    },
  ]
  return (
    <Section id="silence" title={t('verdict.title')} lead={t('verdict.lead')}>
      <DataTable
        caption={t('verdict.title')}
        hideCaption
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', header: t('verdict.name'), rowHeader: true, cell: ({ key }) => t(`verdict.${key}`) },
          {
            key: 'from',
            header: t('verdict.from'),
            figure: true,
            cell: ({ from }) => (from === null ? '–' : percent(from)),
          },
          { key: 'share', header: t('verdict.share'), figure: true, cell: ({ share }) => share },
          {
            key: 'precision',
            header: t('verdict.precision'),
            figure: true,
            cell: ({ precision }) => precision,
          },
          { key: 'out', header: t('verdict.out'), figure: true, cell: ({ out }) => out },
        ]}
      />
    </Section>
  )
}

function PerLabel({ perLabel }: Pick<Metrics, 'perLabel'>) {
  const t = useT(aiUse)
  const tLabel = useT(photoLabels)
  const tMaterial = useT(materials)
  const format = useFormat()
  const rows = Object.entries(perLabel).map(([label, row]) => ({ label, ...row }))
  return (
    <Section id="matieres" title={t('labels.title')}>
      <DataTable
        caption={t('labels.title')}
        hideCaption
        dense
        rows={rows.sort((a, b) => b.f1 - a.f1)}
        rowKey={({ label }) => label}
        csvHref={paths.aiLabelsCsv()}
        columns={[
          {
            key: 'label',
            header: t('labels.label'),
            rowHeader: true,
            cell: ({ label }) => labelName(tLabel, label),
          },
          {
            key: 'material',
            header: t('labels.material'),
            cell: ({ label }) =>
              materialsOfLabel(label)
                .map((material) => tMaterial(`type.${material}.name`))
                .join(' / '),
          },
          {
            key: 'photos',
            header: t('labels.photos'),
            figure: true,
            cell: ({ photos }) => format.number(photos),
          },
          {
            key: 'recall',
            header: t('labels.recall'),
            figure: true,
            cell: ({ recall }) => format.percent(recall, 0),
          },
          {
            key: 'precision',
            header: t('labels.precision'),
            figure: true,
            cell: ({ precision }) => format.percent(precision, 0),
          },
        ]}
      />
    </Section>
  )
}
