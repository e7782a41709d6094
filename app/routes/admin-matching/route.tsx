import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { AdministrationSections } from '~/features/administration/ui/sections'
import { isSameWeights, percentsOf } from '~/features/matching/model/weight-percents'
import { SHIPPED_WEIGHTS } from '~/features/matching/model/weights'
import { countDismissals } from '~/features/matching/queries/dismissal-counts.server'
import { listWeightVersions } from '~/features/matching/queries/weights.server'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { readForm } from '~/http/read-form.server'
import { matchWeights } from '~/messages/match-weights'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { DismissalReasons } from './dismissal-reasons'
import { RestoreForm } from './restore-form'
import { actOnWeights, type WeightReply } from './weight-acts.server'
import { WeightHistory } from './weight-history'
import { PreviewSection } from './weight-preview'
import { WeightsForm } from './weights-form'

const DONE = { enregistres: 'saved', remis: 'restored' } as const

export const meta: MetaFunction = pageTitle(matchWeights, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'matching:manage')
  const [versions, dismissals] = await Promise.all([listWeightVersions(), countDismissals()])
  const done = new URL(request.url).searchParams.get('fait')
  const [current = null] = versions
  if (!current) throw new Error('the weights that ship are always there')
  return {
    dismissals,
    versions: versions.map(({ of, ...version }) => ({ ...version, percents: percentsOf(of) })),
    isShipped: isSameWeights(current.of, SHIPPED_WEIGHTS.of),
    shipped: percentsOf(SHIPPED_WEIGHTS.of),
    done: done === 'enregistres' || done === 'remis' ? DONE[done] : null,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'matching:manage')
  return actOnWeights(request, actor, await readForm(request))
}

export default function MatchWeights() {
  const t = useT(matchWeights)
  const { versions, dismissals, isShipped, shipped, done } = useLoaderData<typeof loader>()
  const reply = useActionData<WeightReply>()
  const [current] = versions
  if (!current) return null
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader title={t('title')} lead={t('lead')} />
      <AdministrationSections />
      {done && !reply && <Notice tone="success" live title={t(done)} />}
      {reply?.preview && <PreviewSection {...reply.preview} />}
      <WeightsForm key={current.version} current={current} lastResult={reply?.result} />
      {!isShipped && <RestoreForm seen={current.version} shipped={shipped} />}
      <WeightHistory versions={versions} />
      <DismissalReasons counts={dismissals} />
      <p className="flex flex-wrap gap-3" data-screen-only>
        <ButtonLink to={paths.algorithms('matching')} look="secondary">
          {t('next.register')}
        </ButtonLink>
        <ButtonLink to={paths.algorithmsJson()} look="quiet" reloadDocument>
          {t('next.json')}
        </ButtonLink>
      </p>
    </div>
  )
}
