import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { knownClassifierInfo } from '~/features/classifier/classifier.server'
import { EXAMPLE_LOT, EXAMPLE_NEED } from '~/features/matching/model/register-example'
import { scorePair } from '~/features/matching/model/score'
import { scoringInForce } from '~/features/matching/queries/scoring.server'
import { readAlgorithmRegister } from '~/http/algorithm-register.server'
import { pageTitle } from '~/http/page-title'
import { algorithms } from '~/messages/algorithms'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { AllocationEntry } from './allocation-entry'
import { AttributionEntry } from './attribution-entry'
import { MatchingEntry } from './matching-entry'
import { TaggingEntry } from './tagging-entry'

export const meta: MetaFunction = pageTitle(algorithms, 'title')

/** Everything shown is read from the software that runs, so that the register cannot drift from it. */
export async function loader() {
  const { algorithms: entries } = await readAlgorithmRegister()
  const example = scorePair(EXAMPLE_LOT, EXAMPLE_NEED, await scoringInForce())
  return {
    entries,
    example: example.ok ? example : null,
    modelKind: knownClassifierInfo().card?.kind ?? null,
  }
}

export default function Algorithms() {
  const t = useT(algorithms)
  const { entries, example, modelKind } = useLoaderData<typeof loader>()
  const [matching, allocation, , attribution] = entries
  return (
    <div className="flex min-w-0 flex-col gap-14">
      <PageHeader title={t('title')} lead={t('lead')} />
      <p className="prose-width">{t('law')}</p>
      <MatchingEntry {...matching} example={example} />
      <AllocationEntry {...allocation} />
      <AttributionEntry {...attribution} />
      <TaggingEntry kind={modelKind} />
      <div className="flex flex-col gap-3" data-screen-only>
        <p className="flex flex-wrap gap-x-6">
          <a href={paths.algorithmsJson()} className="inline-flex min-h-11 items-center font-semibold">
            {t('json')}
          </a>
          <a href={paths.algorithmsSchema()} className="inline-flex min-h-11 items-center font-semibold">
            {t('schema')}
          </a>
        </p>
        <p className="flex flex-wrap gap-3">
          <ButtonLink to={paths.lots()}>{t('see.lots')}</ButtonLink>
          <ButtonLink to={paths.tryPhoto()} look="secondary">
            {t('see.tryPhoto')}
          </ButtonLink>
        </p>
      </div>
    </div>
  )
}
