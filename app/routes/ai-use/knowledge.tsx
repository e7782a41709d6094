import type { TrainingData } from '~/features/classifier/model/model-card'
import type { AiRegister } from '~/features/classifier/register-schema'
import { labelName } from '~/features/classifier/ui/label-name'
import { aiFigures } from '~/messages/ai-figures'
import { materials } from '~/messages/materials'
import { photoLabels } from '~/messages/photo-labels'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { Section } from './section'

type Model = NonNullable<AiRegister['model']>

export function Unknown({
  model,
  unknownMaterials,
}: {
  model: Model
  unknownMaterials: AiRegister['unknownMaterials']
}) {
  const t = useT(aiFigures)
  const tMaterial = useT(materials)
  const tLabel = useT(photoLabels)
  const format = useFormat()
  const outOfScope = model.metrics?.outOfScope
  return (
    <Section id="limites" title={t('unknown.title')}>
      <ul className="prose-width flex list-disc flex-col gap-2 pl-5">
        {unknownMaterials.length > 0 && (
          <li>
            {t('unknown.materials', {
              list: unknownMaterials.map((material) => tMaterial(`type.${material}.plural`)).join(', '),
            })}
          </li>
        )}
        {model.unknownLabels.length > 0 && (
          <li>
            {t('unknown.labels', {
              list: model.unknownLabels.map((label) => labelName(tLabel, label).toLowerCase()).join(', '),
            })}
          </li>
        )}
        <li>{t('unknown.limits')}</li>
        {outOfScope && (
          <li>
            {t('unknown.outOfScope', {
              photos: outOfScope.photos,
              sure: format.percent(outOfScope.sure),
              likely: format.percent(outOfScope.likely),
            })}
          </li>
        )}
      </ul>
    </Section>
  )
}

const KINDS = ['web', 'web-assisted', 'asset', 'none', 'blank'] as const

/** The pictures it learnt from, by kind. */
export function LearntFrom({ data }: { data: TrainingData | null }) {
  const t = useT(aiFigures)
  const format = useFormat()
  if (!data) {
    return (
      <Section id="donnees" title={t('data.title')}>
        <p>{t('data.unknown')}</p>
      </Section>
    )
  }
  const rows = Object.entries(data.byKind).map(([kind, count]) => ({ kind, ...count }))
  // Blank pictures are made by the training itself: no source published them.
  const published = rows.filter(({ kind }) => kind !== 'blank')
  const photos = published.reduce((sum, row) => sum + row.photos, 0)
  return (
    <Section id="donnees" title={t('data.title')} lead={t('data.lead', { photos })}>
      <DataTable
        caption={t('data.title')}
        hideCaption
        dense
        rows={rows.sort((a, b) => b.photos - a.photos)}
        rowKey={({ kind }) => kind}
        columns={[
          {
            key: 'kind',
            header: t('data.kind'),
            rowHeader: true,
            cell: ({ kind }) => t(`data.kinds.${KINDS.find((known) => known === kind) ?? 'other'}`),
          },
          {
            key: 'photos',
            header: t('data.photos'),
            figure: true,
            cell: ({ photos: count }) => format.number(count),
          },
          {
            key: 'sources',
            header: t('data.sources'),
            figure: true,
            cell: ({ kind, sources }) => (kind === 'blank' ? '–' : format.number(sources)),
          },
        ]}
      />
    </Section>
  )
}
