import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MATERIAL_TYPES } from '~/core/material-types'
import { paths } from '~/core/paths'
import { FACTOR_SET } from '~/features/carbon/model/factors'
import { knownClassifierInfo } from '~/features/classifier/classifier.server'
import { materialFit } from '~/features/matching/model/substitutions'
import { SCORE_PARTS, SHIPPED_WEIGHTS } from '~/features/matching/model/weights'
import { pageTitle } from '~/http/page-title'
import { algorithms } from '~/messages/algorithms'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { MatchingEntry } from './matching-entry'
import { TaggingEntry } from './tagging-entry'

export const meta: MetaFunction = pageTitle(algorithms, 'title')

/** Everything shown is read from the software that runs, so that the register cannot drift from it. */
export function loader() {
  return {
    modelKind: knownClassifierInfo().card?.kind ?? null,
    weights: {
      version: SHIPPED_WEIGHTS.version,
      parts: SCORE_PARTS.map((key) => ({ key, weight: SHIPPED_WEIGHTS.of[key] })),
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

export default function Algorithms() {
  const t = useT(algorithms)
  const { modelKind, weights, substitutes, factors } = useLoaderData<typeof loader>()
  return (
    <div className="flex min-w-0 flex-col gap-14">
      <PageHeader title={t('title')} lead={t('lead')} />
      <p className="prose-width">{t('law')}</p>
      <MatchingEntry weights={weights} substitutes={substitutes} factors={factors} />
      <TaggingEntry kind={modelKind} />
      <p className="flex flex-wrap gap-3" data-screen-only>
        <ButtonLink to={paths.lots()}>{t('see.lots')}</ButtonLink>
        <ButtonLink to={paths.tryPhoto()} look="secondary">
          {t('see.tryPhoto')}
        </ButtonLink>
      </p>
    </div>
  )
}
