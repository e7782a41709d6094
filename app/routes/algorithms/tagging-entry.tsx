import type { MaterialType } from '~/core/material-types'
import type { LabelMetrics, Metrics, ModelKind, Thresholds } from '~/features/classifier/model/model-card'
import { algorithms } from '~/messages/algorithms'
import { materials } from '~/messages/materials'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { FactList } from '~/ui/tag-card'
import { RegisterEntry } from './register-entry'

export type TaggingCard = {
  version: string
  kind: ModelKind
  sizeBytes: number
  thresholds: Thresholds
  /** Null for a model whose figures were not measured on this installation. */
  metrics: Pick<Metrics, 'photos' | 'sources' | 'top1' | 'top3' | 'ece' | 'sure' | 'likely'> | null
  /** Null for a model that an operator chose: only its publisher knows. */
  training: { photos: number; sources: number } | null
  perLabel: ({ label: string; materials: MaterialType[] } & LabelMetrics)[]
  /** Materials that no label stands for. */
  unknown: MaterialType[]
  /** A licence is null when the operator has not stated it. */
  components: { name: string; version: string; licence: string | null }[]
  speed: { photos: number; medianMs: number } | null
}

/** The image classifier, with the figures of the model in use; without a model, that there is none. */
export function TaggingEntry({ card }: { card: TaggingCard | null }) {
  const t = useT(algorithms)
  const tMaterial = useT(materials)
  return (
    <RegisterEntry
      id="tagging"
      title={t('tagging.title')}
      texts={{
        purpose: t('tagging.purpose'),
        part: t('tagging.part'),
        data: (
          <>
            <span>{t('tagging.data')}</span>
            {card?.training && <span>{t('tagging.training', card.training)}</span>}
          </>
        ),
        operations: t(card?.kind === 'zero-shot' ? 'tagging.operationsZeroShot' : 'tagging.operations'),
        limits: (
          <>
            <span>{t('tagging.limits')}</span>
            {card && card.unknown.length > 0 && (
              <span>
                {t('tagging.unknown', {
                  list: card.unknown.map((material) => tMaterial(`type.${material}.plural`)).join(', '),
                })}
              </span>
            )}
          </>
        ),
        off: t('tagging.off'),
      }}
    >
      {card ? (
        <>
          <Figures card={card} />
          {card.perLabel.length > 0 && <PerLabel card={card} />}
          <Components card={card} />
        </>
      ) : (
        <Notice tone="info">{t('tagging.missing')}</Notice>
      )}
    </RegisterEntry>
  )
}

function Figures({ card: { metrics, thresholds, speed, ...card } }: { card: TaggingCard }) {
  const t = useT(algorithms)
  const format = useFormat()
  const shares = ({ share, precision }: { share: number; precision: number }) => ({
    share: format.percent(share, 0),
    precision: format.percent(precision, 0),
  })
  const confidence = (value: number) => format.percent(value, 0)
  return (
    <div className="flex flex-col gap-3">
      <h3>{t('heading.figures')}</h3>
      <p className="prose-width text-muted">
        {metrics
          ? t(card.kind === 'head' ? 'tagging.protocol' : 'tagging.protocolHere', {
              photos: metrics.photos,
              sources: metrics.sources,
            })
          : t('tagging.notMeasured')}
      </p>
      <FactList
        facts={[
          ...(metrics
            ? [
                { term: t('tagging.top1'), value: format.percent(metrics.top1) },
                { term: t('tagging.top3'), value: format.percent(metrics.top3) },
                { term: t('tagging.sure'), value: t('tagging.sureValue', shares(metrics.sure)) },
                { term: t('tagging.likely'), value: t('tagging.likelyValue', shares(metrics.likely)) },
                { term: t('tagging.ece'), value: format.number(metrics.ece, 3) },
              ]
            : []),
          {
            term: t('tagging.thresholds'),
            value: t('tagging.thresholdsValue', {
              sure: confidence(thresholds.sure),
              likely: confidence(thresholds.likely),
              hint: confidence(thresholds.hint),
              none: confidence(thresholds.notMaterial),
            }),
          },
          { term: t('tagging.size'), value: format.bytes(card.sizeBytes) },
          {
            term: t('tagging.speed'),
            value: speed
              ? t('tagging.speedValue', { ms: speed.medianMs, photos: speed.photos })
              : t('tagging.speedNone'),
          },
          { term: t('tagging.hardware'), value: t('tagging.hardwareValue') },
          { term: t('tagging.energy'), value: t('tagging.energyNone') },
          { term: t('tagging.version'), value: card.version },
        ]}
      />
    </div>
  )
}

function PerLabel({ card }: { card: TaggingCard }) {
  const t = useT(algorithms)
  const tMaterial = useT(materials)
  const format = useFormat()
  return (
    <DataTable
      caption={t('tagging.perLabel')}
      dense
      rows={card.perLabel}
      rowKey={({ label }) => label}
      columns={[
        {
          key: 'material',
          header: t('tagging.material'),
          rowHeader: true,
          cell: ({ label, materials: named }) => (
            <>
              {named.map((material) => tMaterial(`type.${material}.name`)).join(' / ')}{' '}
              <span className="font-normal text-muted">({label})</span>
            </>
          ),
        },
        {
          key: 'photos',
          header: t('tagging.photos'),
          figure: true,
          cell: ({ photos }) => format.number(photos),
        },
        {
          key: 'recall',
          header: t('tagging.recall'),
          figure: true,
          cell: ({ recall }) => format.percent(recall, 0),
        },
        {
          key: 'precision',
          header: t('tagging.precision'),
          figure: true,
          cell: ({ precision }) => format.percent(precision, 0),
        },
      ]}
    />
  )
}

function Components({ card }: { card: TaggingCard }) {
  const t = useT(algorithms)
  return (
    <DataTable
      caption={t('tagging.components')}
      dense
      rows={card.components}
      rowKey={({ name }) => name}
      columns={[
        {
          key: 'component',
          header: t('tagging.component'),
          rowHeader: true,
          cell: ({ name, version }) => `${name} ${version}`,
        },
        {
          key: 'licence',
          header: t('tagging.licence'),
          cell: ({ licence }) => licence ?? t('tagging.licenceUnknown'),
        },
      ]}
    />
  )
}
