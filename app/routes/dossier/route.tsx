import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { Result } from '~/core/result'
import { decideDossier } from '~/features/programme/commands/decide-dossier.server'
import { scaleUp } from '~/features/programme/commands/end-experiment.server'
import { reviewDossier } from '~/features/programme/commands/review-dossier.server'
import { withdrawDossier } from '~/features/programme/commands/withdraw-dossier.server'
import { actsFrom, DECISIONS, isUnderReview } from '~/features/programme/model/dossier'
import { listReviews } from '~/features/programme/queries/dossiers.server'
import { findFund, listCriteriaVersions } from '~/features/programme/queries/settings.server'
import { scoredReviews, seenReviews } from '~/features/programme/review-board.server'
import { dossierActSchema } from '~/features/programme/schema'
import { localised } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { seenDossier } from '~/http/seen-dossier.server'
import { programmeDossier } from '~/messages/programme-dossier'
import { DossierPage, DONE } from './dossier-page'

export const meta: MetaFunction<typeof loader> = (args) => {
  const commune = args.data?.dossier.communeName ?? ''
  return [{ title: `${localised(args, programmeDossier)('title', { commune })} – Gisement` }]
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dossier, actor, isOwner, isManager, isReviewer, isBarred } = await seenDossier(
    request,
    params.dossierId,
  )
  const [reviews, versions, fund] = await Promise.all([
    listReviews([dossier.id]),
    listCriteriaVersions(),
    findFund(),
  ])
  const scored = scoredReviews(dossier, reviews, versions)
  const seen = seenReviews(scored, { userId: actor.userId, isManager, isReviewer })
  const mine = scored.find(({ userId }) => userId === actor.userId)
  const acts = actsFrom(dossier.state)
  const done = new URL(request.url).searchParams.get('fait')
  return {
    dossier,
    ...{ isOwner, isManager, isReviewer, isBarred },
    criteria: versions.find(({ version }) => version === dossier.criteriaVersion) ?? null,
    canScore: isReviewer && isUnderReview(dossier.state),
    given: mine ? { scores: mine.scores, comment: mine.comment } : null,
    ...seen,
    decisions: isManager ? DECISIONS.filter((decision) => acts.includes(decision)) : [],
    canScale: isManager && acts.includes('scale'),
    canWithdraw: isOwner && acts.includes('withdraw'),
    canEdit: isOwner && acts.includes('submit'),
    leftCents: fund && fund.amountCents - fund.grantedCents,
    done: DONE.find((known) => known === done) ?? null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { dossier, actor } = await seenDossier(request, params.dossierId)
  const form = await parseForm(request, dossierActSchema)
  if (!form.ok) return form.reply
  const answers = form.value
  const about = { actor, dossierId: dossier.id }
  const act = (): Promise<Result<null>> => {
    switch (answers.intent) {
      case 'withdraw':
        return withdrawDossier(actor, dossier.id)
      case 'review':
        return reviewDossier({ ...about, ...answers, scores: answers.score })
      case 'decide':
        return decideDossier({ ...about, ...answers, grantedCents: answers.granted })
      case 'scale':
        return scaleUp(actor, dossier.id, answers.scaling)
    }
  }
  const acted = await act()
  if (!acted.ok) return form.refuse(acted.error)
  const done = { withdraw: 'retire', review: 'note', decide: 'decide', scale: 'echelle' } as const
  return redirect(paths.dossier(dossier.id, done[answers.intent]))
}

export default function DossierRoute() {
  return <DossierPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.result} />
}
