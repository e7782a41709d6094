import type { SubmissionResult } from '@conform-to/react'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isId, newId } from '~/core/ids'
import { reportedKindOf } from '~/core/oversight-paths'
import { paths } from '~/core/paths'
import { subjectPage } from '~/core/subject-page'
import { answerAppeal, decide } from '~/features/moderation/commands/decide.server'
import { actsFor } from '~/features/moderation/model/case'
import { listDecisionsOf, listReportsOf } from '~/features/moderation/queries/cases.server'
import { findSubject } from '~/features/moderation/queries/subjects.server'
import { appealAnswerSchema, decisionSchema } from '~/features/moderation/schema'
import { DecisionList, ReportList } from '~/features/moderation/ui/case-lists'
import { AppealAnswerForm, DecisionForm } from '~/features/moderation/ui/decision-forms'
import { listSightings } from '~/features/faces/queries.server'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { PhotosToBlur } from '~/features/photos/ui/photos-to-blur'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'
import { notFound, orNotFound } from '~/http/replies.server'
import { moderation } from '~/messages/moderation'
import { Badge } from '~/ui/badge'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(moderation, 'queue.title')

async function subjectOf(params: LoaderFunctionArgs['params']) {
  const kind = reportedKindOf(params.kind)
  if (!kind || !isId(params.id ?? '')) throw notFound()
  return orNotFound(await findSubject(kind, params.id ?? ''))
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireAdministration(request, 'moderation:decide')
  const subject = await subjectOf(params)
  const [reports, decisions] = await Promise.all([
    listReportsOf(subject.kind, subject.id),
    listDecisionsOf(subject.kind, subject.id),
  ])
  const isDone = new URL(request.url).searchParams.has('fait')
  const photos = subject.kind === 'lot' ? ((await listPhotosOfLots([subject.id])).get(subject.id) ?? []) : []
  const sightings = Object.fromEntries(await listSightings(photos.map((photo) => photo.id)))
  return { id: newId(), subject, acts: actsFor(subject), reports, decisions, photos, sightings, isDone }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'moderation:decide')
  const subject = await subjectOf(params)
  const formData = await readForm(request)
  const done = paths.reportedSubject(subject.kind, subject.id, 'decide')
  if (formData.get('intent') === 'answer') {
    const form = await parseForm(request, appealAnswerSchema, formData)
    if (!form.ok) return form.reply
    const { decisionId, outcome, answer } = form.value
    const answered = await answerAppeal({ actor, decisionId, outcome, answer })
    return answered.ok ? redirect(done) : form.refuse(answered.error)
  }
  const form = await parseForm(request, decisionSchema, formData)
  if (!form.ok) return form.reply
  const { id, act, ground, statement } = form.value
  const decided = await decide({ actor, id, subject, act, ground, statement })
  return decided.ok ? redirect(done) : form.refuse(decided.error)
}

export default function ReportedSubject() {
  const t = useT(moderation)
  const { id, subject, acts, reports, decisions, photos, sightings, isDone } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const resultOf = (intent: string): SubmissionResult<string[]> | undefined =>
    reply?.result.initialValue?.intent === intent ? reply.result : undefined
  const appealed = decisions.find((one) => one.appealedAtMs !== null && one.appealOutcome === null)
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader
        back={{ to: paths.reports(), label: t('case.back') }}
        title={subject.title}
        eyebrow={`${t(`kind.${subject.kind}`)}, ${subject.organisationName}`}
        lead={
          <Badge tone={subject.isHidden ? 'danger' : 'success'}>
            {t(subject.isHidden ? 'case.hidden' : 'case.shown')}
          </Badge>
        }
        actions={
          <>
            <ButtonLink to={subjectPage(subject)} look="secondary" wide>
              {t('case.see')}
            </ButtonLink>
            <ButtonLink to={paths.oneOrganisation(subject.organisationId)} look="secondary" wide>
              {t('case.suspend')}
            </ButtonLink>
          </>
        }
      />
      {isDone && !reply && <Notice tone="success" live title={t('case.saved')} />}
      <ReportList reports={reports} />
      <PhotosToBlur
        photos={photos}
        sightings={sightings}
        reported={reports.flatMap(({ photoId }) => photoId ?? [])}
      />
      {appealed && <AppealAnswerForm decisionId={appealed.id} lastResult={resultOf('answer')} />}
      <DecisionForm id={id} acts={acts} lastResult={resultOf('decide')} />
      <DecisionList decisions={decisions} csvHref={paths.reportedSubjectCsv(subject.kind, subject.id)} />
    </div>
  )
}
