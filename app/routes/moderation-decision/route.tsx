import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isId } from '~/core/ids'
import { paths } from '~/core/paths'
import { subjectPage } from '~/core/subject-page'
import { appeal } from '~/features/moderation/commands/decide.server'
import { mayAppeal } from '~/features/moderation/model/appeal'
import { findDecision } from '~/features/moderation/queries/cases.server'
import { findSubject } from '~/features/moderation/queries/subjects.server'
import { appealSchema } from '~/features/moderation/schema'
import { AppealOf } from '~/features/moderation/ui/case-lists'
import { AppealForm } from '~/features/moderation/ui/decision-forms'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { notFound, orNotFound } from '~/http/replies.server'
import { moderation } from '~/messages/moderation'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(moderation, 'own.title')

/** A decision for the people whose listing it is about; for others it does not exist. */
async function ownDecision(actor: Actor, id: string) {
  if (!isId(id)) throw notFound()
  const decision = orNotFound(await findDecision(id))
  if (!can(actor, 'moderation:appeal', { ownerOrganisationIds: [decision.organisationId] })) throw notFound()
  return decision
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { decidedByName: _, decidedByUserId: __, ...decision } = await ownDecision(actor, params.id ?? '')
  const subject = orNotFound(await findSubject(decision.subjectKind, decision.subjectId))
  return {
    decision: { ...decision, decidedByName: null, decidedByUserId: '' },
    title: subject.title,
    mayAppeal: mayAppeal(decision, nowMs()),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const { id } = await ownDecision(actor, params.id ?? '')
  const form = await parseForm(request, appealSchema)
  if (!form.ok) return form.reply
  const sent = await appeal({ actor, id, text: form.value.text })
  return sent.ok ? redirect(paths.moderationDecision(id, 'recours')) : form.refuse(sent.error)
}

export default function ModerationDecision() {
  const t = useT(moderation)
  const format = useFormat()
  const { decision, title, mayAppeal: isOpen } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { act, ground, statement, decidedAtMs, appealedAtMs, appealOutcome, subjectKind, subjectId } =
    decision
  const when = format.instant(decidedAtMs)
  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <PageHeader title={t('own.title')} lead={t('own.lead', { title, act: t(`done.${act}`), when })} />
      {appealedAtMs !== null && appealOutcome === null && (
        <Notice title={t('own.appealed', { when: format.instant(appealedAtMs) })}>{t('own.waiting')}</Notice>
      )}
      {decision.supersededAtMs !== null && (
        <Notice title={t('own.superseded')}>
          {t('own.supersededText', { when: format.instant(decision.supersededAtMs) })}
        </Notice>
      )}
      <section aria-labelledby="reasons" className="flex flex-col gap-3">
        <h2 id="reasons">{t('own.reasons')}</h2>
        <strong>{t(`reason.${ground}`)}</strong>
        <p className="prose-width break-words whitespace-pre-line">{statement}</p>
        <p className="prose-width text-muted">{t('own.human')}</p>
        {act === 'hidden' && subjectKind === 'lot' && <p>{t('own.reservations')}</p>}
      </section>
      <AppealOf decision={decision} />
      {isOpen && <AppealForm lastResult={reply?.result} />}
      <p className="prose-width">{t('own.court')}</p>
      <p>
        <ButtonLink to={subjectPage({ kind: subjectKind, id: subjectId })} look="secondary">
          {t('own.see')}
        </ButtonLink>
      </p>
    </div>
  )
}
