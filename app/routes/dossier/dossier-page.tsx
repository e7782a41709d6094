import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import type { CriteriaVersion } from '~/features/programme/model/criteria'
import { isIn, type Decision, type Dossier } from '~/features/programme/model/dossier'
import type { Scores } from '~/features/programme/model/scoring'
import { useAmount } from '~/features/programme/ui/amount'
import { DecisionForm, ScaleForm } from '~/features/programme/ui/decision-form'
import { DossierFacts } from '~/features/programme/ui/dossier-facts'
import { ReviewForm } from '~/features/programme/ui/review-form'
import { ReviewTable } from '~/features/programme/ui/review-table'
import { StateBadge } from '~/features/programme/ui/state-badge'
import { programme } from '~/messages/programme'
import { programmeDossier } from '~/messages/programme-dossier'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { FactList } from '~/ui/tag-card'

export const DONE = ['enregistre', 'depose', 'retire', 'note', 'decide', 'echelle'] as const

type Review = { userId: string; name: string; points: number; scores: Scores; comment: string }

type Props = {
  dossier: Dossier
  isOwner: boolean
  isManager: boolean
  isReviewer: boolean
  isBarred: boolean
  criteria: CriteriaVersion | null
  canScore: boolean
  given: { scores: Scores; comment: string } | null
  reviews: readonly Review[]
  hidden: number
  decisions: readonly Decision[]
  canScale: boolean
  canWithdraw: boolean
  canEdit: boolean
  leftCents: number | null
  done: (typeof DONE)[number] | null
  reply: SubmissionResult<string[]> | undefined
}

/** The reply of a form goes to that form alone: each says which it was. */
function replyOf(reply: Props['reply'], intent: string): Props['reply'] {
  return reply?.initialValue?.intent === intent ? reply : undefined
}

export function DossierPage(props: Props) {
  const t = useT(programmeDossier)
  const { dossier, criteria, isBarred, isOwner, isManager, isReviewer, reply } = props
  const seesReviews = isManager || isReviewer
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <Head {...props} />
      {isBarred && !isOwner && <Notice tone="info">{t('review.ownCommune')}</Notice>}
      <Answer dossier={dossier} />
      <section aria-labelledby="facts" className="flex max-w-3xl flex-col gap-4">
        <h2 id="facts" className="text-2xl">
          {t('facts')}
        </h2>
        <DossierFacts dossier={dossier} />
      </section>
      {props.canScore && criteria && (
        <ReviewForm criteria={criteria} given={props.given} reply={replyOf(reply, 'review')} />
      )}
      {seesReviews && criteria && (
        <ReviewTable
          reviews={props.reviews}
          hidden={props.hidden}
          criteria={criteria.criteria}
          csvHref={paths.dossierReviewsCsv(dossier.id)}
        />
      )}
      {props.decisions.length > 0 && (
        <DecisionForm
          decisions={props.decisions}
          leftCents={props.leftCents}
          reply={replyOf(reply, 'decide')}
        />
      )}
      {props.canScale && <ScaleForm reply={replyOf(reply, 'scale')} />}
      {props.canWithdraw && <WithdrawForm reply={replyOf(reply, 'withdraw')} />}
    </div>
  )
}

function Head({ dossier, isOwner, isManager, isReviewer, canEdit, done, reply }: Props) {
  const t = useT(programmeDossier)
  const tProgramme = useT(programme)
  const format = useFormat()
  const amount = useAmount()
  const { submittedAtMs, grantedCents, criteriaVersion, state } = dossier
  const back =
    isManager || isReviewer
      ? { to: paths.dossiers(), label: t('list.title') }
      : { to: paths.programme(), label: tProgramme('back') }
  return (
    <>
      <PageHeader
        title={t('title', { commune: dossier.communeName })}
        back={back}
        actions={
          <>
            {canEdit && <ButtonLink to={paths.editDossier(dossier.id)}>{t('edit')}</ButtonLink>}
            {isIn(state) && (isOwner || isManager) && (
              <ButtonLink to={paths.experiment(dossier.id)}>{t('experiment')}</ButtonLink>
            )}
            {(state === 'reported' || state === 'scaled') && (isOwner || isManager) && (
              <ButtonLink to={paths.endReport(dossier.id)} look="secondary">
                {t('report')}
              </ButtonLink>
            )}
          </>
        }
      />
      {done && !reply && <Notice tone="success" live title={t(`done.${done}`)} />}
      <FactList
        facts={[
          { term: t('stateTerm'), value: <StateBadge state={state} /> },
          ...(submittedAtMs === null
            ? []
            : [{ term: t('submittedOn'), value: format.day(isoDayOf(submittedAtMs)) }]),
          ...(grantedCents === null ? [] : [{ term: t('granted'), value: amount(grantedCents) }]),
          ...(criteriaVersion === null
            ? []
            : [{ term: t('criteriaVersion'), value: t('criteriaOf', { version: criteriaVersion }) }]),
        ]}
      />
    </>
  )
}

/** What the Métropole answered, as the commune reads it. */
function Answer({ dossier: { decisionReason, decidedAtMs, scaling, state } }: { dossier: Dossier }) {
  const t = useT(programmeDossier)
  const format = useFormat()
  if (decidedAtMs === null || state === 'submitted') return null
  return (
    <section aria-labelledby="answer" className="flex max-w-3xl flex-col gap-2">
      <h2 id="answer" className="text-2xl">
        {t('decision')}
      </h2>
      <p className="text-muted">{t('decidedOn', { day: format.dayLong(isoDayOf(decidedAtMs)) })}</p>
      <p className="whitespace-pre-line">{decisionReason}</p>
      {scaling && (
        <>
          <h3 className="text-xl">{t('decide.scale')}</h3>
          <p className="whitespace-pre-line">{scaling}</p>
        </>
      )}
    </section>
  )
}

function WithdrawForm({ reply }: { reply: Props['reply'] }) {
  const t = useT(programmeDossier)
  return (
    <section aria-labelledby="withdraw" className="flex max-w-3xl flex-col gap-3" data-screen-only>
      <h2 id="withdraw" className="text-2xl">
        {t('withdraw')}
      </h2>
      <ErrorSummary
        id="withdraw-errors"
        errors={(reply?.error?.[''] ?? []).map((message) => ({ message }))}
      />
      <p>{t('withdrawText')}</p>
      <Form method="post">
        <Button look="danger" name="intent" value="withdraw" wide>
          {t('withdraw')}
        </Button>
      </Form>
    </section>
  )
}
