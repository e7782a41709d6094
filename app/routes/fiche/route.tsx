import { getFormProps, getTextareaProps, useForm } from '@conform-to/react'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { findDecisionInForce, findSuperseded } from '~/features/moderation/queries/cases.server'
import { FormerDecision, OwnDecision } from '~/features/moderation/ui/own-decision'
import { ReportLink } from '~/features/moderation/ui/report-link'
import { decideFiche } from '~/features/programme/commands/share-practice.server'
import { FICHE_DECISIONS, ficheAfter } from '~/features/programme/model/fiche'
import { ficheDecisionSchema } from '~/features/programme/schema'
import { requireActor } from '~/http/actor.server'
import { localised } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { seenFiche } from '~/http/seen-fiche.server'
import { materials as materialTexts } from '~/messages/materials'
import { programmeLibrary } from '~/messages/programme-library'
import { Badge } from '~/ui/badge'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { Textarea } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

const DONE = ['envoyee', 'decidee'] as const

export const meta: MetaFunction<typeof loader> = (args) => [
  { title: `${args.data?.fiche.title ?? localised(args, programmeLibrary)('title')} – Gisement` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { fiche, isManager, isAuthor } = await seenFiche(request, params.ficheId)
  const done = new URL(request.url).searchParams.get('fait')
  return {
    fiche: { ...fiche, reason: isManager || isAuthor ? fiche.reason : '' },
    decision: isAuthor ? await findDecisionInForce('fiche', fiche.id) : null,
    former: isManager && fiche.state === 'proposed' ? await findSuperseded('fiche', fiche.id) : null,
    canEdit: isManager || isAuthor,
    // Hiding a published one and showing it again are decisions of moderation, with reasons and an appeal.
    isModerated: isManager && (fiche.state === 'published' || fiche.state === 'hidden'),
    decisions: isManager ? FICHE_DECISIONS.filter((decision) => ficheAfter(fiche.state, decision)) : [],
    done: DONE.find((known) => known === done) ?? null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'programme:manage')
  const { fiche } = await seenFiche(request, params.ficheId)
  const form = await parseForm(request, ficheDecisionSchema)
  if (!form.ok) return form.reply
  const { intent: decision, ...more } = form.value
  const decided = await decideFiche(actor, fiche.id, { decision, ...more })
  return decided.ok ? redirect(paths.fiche(fiche.id, 'decidee')) : form.refuse(decided.error)
}

export default function FichePage() {
  const t = useT(programmeLibrary)
  const tMaterial = useT(materialTexts)
  const format = useFormat()
  const { fiche, decision, former, canEdit, isModerated, done } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const names = fiche.materials.map((type) => tMaterial(`type.${type}.short`))
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <PageHeader
        title={fiche.title}
        lead={t('by', { name: fiche.organisationName, day: format.dayLong(isoDayOf(fiche.updatedAtMs)) })}
        back={{ to: paths.library(), label: t('back') }}
        actions={
          canEdit && (
            <ButtonLink to={paths.editFiche(fiche.id)} look="secondary">
              {t('edit')}
            </ButtonLink>
          )
        }
      />
      {done && !reply && <Notice tone="success" live title={t(`done.${done}`)} />}
      <OwnDecision decision={decision} />
      <FormerDecision decision={former} href={paths.reportedSubject('fiche', fiche.id)} />
      {fiche.state !== 'published' && (
        <Notice tone="warning" title={t('hiddenFor')}>
          {fiche.reason ? t('reasonText', { reason: fiche.reason }) : t(`state.${fiche.state}`)}
        </Notice>
      )}
      <p className="flex flex-wrap gap-2">
        {fiche.topics.map((topic) => (
          <Badge key={topic}>{t(`topicOf.${topic}`)}</Badge>
        ))}
        <span className="text-muted">{names.length > 0 ? names.join(', ') : t('allMaterials')}</span>
      </p>
      <div className="prose-width whitespace-pre-line">{fiche.body}</div>
      {fiche.state === 'published' && <ReportLink kind="fiche" id={fiche.id} />}
      {isModerated && (
        <p data-screen-only>
          <ButtonLink to={paths.reportedSubject('fiche', fiche.id)} look="secondary">
            {t('decide.moderate')}
          </ButtonLink>
        </p>
      )}
      <Decisions />
    </div>
  )
}

/** What the team decides of a fiche. */
function Decisions() {
  const t = useT(programmeLibrary)
  const { decisions } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  const [form, { reason }] = useForm<{ reason: string }>({ id: 'decision', lastResult })
  if (decisions.length === 0) return null
  const reasoned = decisions.filter((decision) => decision !== 'publish')
  return (
    <section aria-labelledby="decide" className="flex flex-col gap-4" data-screen-only>
      <h2 id="decide" className="text-2xl">
        {t('decide.title')}
      </h2>
      <ErrorSummary errors={summaryOf([form, reason])} />
      {decisions.includes('publish') && (
        <Form method="post">
          <Button name="intent" value="publish" wide>
            {t('decide.publish')}
          </Button>
        </Form>
      )}
      {reasoned.map((decision) => (
        <Form key={decision} method="post" {...getFormProps(form)} className="flex flex-col gap-4">
          <Textarea
            {...getTextareaProps(reason)}
            key={reason.key}
            label={t('decide.reason')}
            error={reason.errors}
            rows={3}
          />
          <div>
            <Button name="intent" value={decision} look="danger" wide>
              {t(`decide.${decision}`)}
            </Button>
          </div>
        </Form>
      ))}
    </section>
  )
}
