import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MATERIAL_TYPES } from '~/core/material-types'
import { paths } from '~/core/paths'
import { FACTOR_SET } from '~/features/carbon/model/factors'
import { classifierInfo } from '~/features/classifier/classifier.server'
import { materialsOfLabel } from '~/features/classifier/model/labels'
import type { Metrics } from '~/features/classifier/model/model-card'
import { measureSpeed } from '~/features/classifier/queries.server'
import { materialFit } from '~/features/matching/model/substitutions'
import { SCORE_PARTS, WEIGHTS_V2 } from '~/features/matching/model/weights'
import { pageTitle } from '~/http/page-title'
import { algorithms } from '~/messages/algorithms'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { MatchingEntry } from './matching-entry'
import { TaggingEntry, type TaggingCard } from './tagging-entry'

export const meta: MetaFunction = pageTitle(algorithms, 'title')

/** Everything shown is read from the software that runs, so that the register cannot drift from it. */
export async function loader() {
  return {
    tagging: await taggingCard(),
    weights: {
      version: WEIGHTS_V2.version,
      parts: SCORE_PARTS.map((key) => ({ key, weight: WEIGHTS_V2.of[key] })),
    },
    substitutes: MATERIAL_TYPES.flatMap((offered) =>
      MATERIAL_TYPES.flatMap((wanted) => {
        const fit = materialFit(offered, wanted)
        return offered !== wanted && fit > 0 ? [{ offered, wanted, fit }] : []
      }),
    ),
    factors: { source: FACTOR_SET.source, version: FACTOR_SET.version },
  }
}

async function taggingCard(): Promise<TaggingCard | null> {
  const { card } = classifierInfo()
  if (!card) return null
  const known = new Set(card.labels.flatMap((label) => materialsOfLabel(label)))
  // Blank pictures are made by the training itself: no source published them.
  const data = Object.entries(card.trainingData?.byKind ?? {}).flatMap(([kind, count]) =>
    kind === 'blank' ? [] : [count],
  )
  return {
    version: card.version,
    sizeBytes: card.sizeBytes,
    thresholds: card.thresholds,
    kind: card.kind,
    metrics: card.metrics && figuresOf(card.metrics),
    training: card.trainingData && {
      photos: data.reduce((sum, kind) => sum + kind.photos, 0),
      sources: data.reduce((sum, kind) => sum + kind.sources, 0),
    },
    perLabel: Object.entries(card.metrics?.perLabel ?? {}).map(([label, metrics]) => ({
      label,
      materials: [...materialsOfLabel(label)],
      ...metrics,
    })),
    unknown: MATERIAL_TYPES.filter((material) => material !== 'other' && !known.has(material)),
    components: card.sources.map(({ name, version, licence }) => ({ name, version, licence })),
    speed: await measureSpeed(card.version),
  }
}

function figuresOf({ photos, sources, top1, top3, ece, sure, likely }: Metrics): TaggingCard['metrics'] {
  return { photos, sources, top1, top3, ece, sure, likely }
}

export default function Algorithms() {
  const t = useT(algorithms)
  const { tagging, weights, substitutes, factors } = useLoaderData<typeof loader>()
  return (
    <div className="flex min-w-0 flex-col gap-14">
      <PageHeader title={t('title')} lead={t('lead')} />
      <p className="prose-width">{t('law')}</p>
      <MatchingEntry weights={weights} substitutes={substitutes} factors={factors} />
      <TaggingEntry card={tagging} />
      <p className="flex flex-wrap gap-3" data-screen-only>
        <ButtonLink to={paths.lots()}>{t('see.lots')}</ButtonLink>
        <ButtonLink to={paths.tryPhoto()} look="secondary">
          {t('see.tryPhoto')}
        </ButtonLink>
      </p>
    </div>
  )
}
