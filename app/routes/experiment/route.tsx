import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import type { Result } from '~/core/result'
import {
  keepBudgetLine,
  keepMilestone,
  removeBudgetLine,
  removeMilestone,
  startExperiment,
} from '~/features/programme/commands/run-experiment.server'
import { experimentSchema } from '~/features/programme/schema'
import { useAmount } from '~/features/programme/ui/amount'
import { Budget } from '~/features/programme/ui/budget'
import { Figures } from '~/features/programme/ui/figures'
import { Milestones } from '~/features/programme/ui/milestones'
import { StateBadge } from '~/features/programme/ui/state-badge'
import { localised } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { orNotFound } from '~/http/replies.server'
import { seenDossier } from '~/http/seen-dossier.server'
import { seenExperiment } from '~/http/seen-experiment.server'
import { programmeExperiment } from '~/messages/programme-experiment'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { DateInput } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { FactList } from '~/ui/tag-card'

const DONE = ['commence', 'budget', 'jalons'] as const

export const meta: MetaFunction<typeof loader> = (args) => {
  const commune = args.data?.dossier.communeName ?? ''
  return [{ title: `${localised(args, programmeExperiment)('title', { commune })} – Gisement` }]
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dossier, isOwner, view } = await seenExperiment(request, params.dossierId)
  const done = new URL(request.url).searchParams.get('fait')
  const isOpen = dossier.state === 'admitted' || dossier.state === 'running'
  return {
    dossier,
    view,
    canEdit: isOwner && isOpen,
    canStart: isOwner && dossier.state === 'admitted',
    canReport: isOwner && dossier.state === 'running',
    newIds: [newId(), newId()] as const,
    today: isoDayOf(nowMs()),
    done: DONE.find((known) => known === done) ?? null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { dossier, actor, isOwner } = await seenDossier(request, params.dossierId)
  orNotFound(isOwner || null)
  const form = await parseForm(request, experimentSchema)
  if (!form.ok) return form.reply
  const { intent, ...answers } = form.value
  const own = { actor, dossierId: dossier.id }
  const act = (): Promise<Result<null>> => {
    const { value } = form
    if (value.intent === 'start') return startExperiment({ ...own, startedOn: value.startedOn })
    if (value.intent === 'budget') return keepBudgetLine({ ...own, ...value })
    if (value.intent === 'milestone') return keepMilestone({ ...own, ...value })
    if (value.intent === 'remove-budget') return removeBudgetLine({ ...own, id: value.id })
    return removeMilestone({ ...own, id: value.id })
  }
  const acted = await act()
  if (!acted.ok) return form.refuse(acted.error)
  const done = 'startedOn' in answers ? 'commence' : intent.endsWith('budget') ? 'budget' : 'jalons'
  return redirect(paths.experiment(dossier.id, done))
}

export default function Experiment() {
  const t = useT(programmeExperiment)
  const format = useFormat()
  const amount = useAmount()
  const { dossier, view, canEdit, canStart, canReport, newIds, today, done } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  const { startedOn, endsOn, state } = dossier
  const isReported = state === 'reported' || state === 'scaled'
  // A new record that came back keeps the id it was sent with.
  const idFor = (intent: string, id: string, known: readonly { id: string }[]) => {
    const sent = result?.initialValue?.intent === intent ? result.initialValue.id : null
    return typeof sent === 'string' && !known.some((one) => one.id === sent) ? sent : id
  }
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <PageHeader
        title={t('title', { commune: dossier.communeName })}
        back={{ to: paths.dossier(dossier.id), label: t('back') }}
        actions={
          (canReport || isReported) && (
            <ButtonLink to={paths.endReport(dossier.id)}>{t(canReport ? 'report' : 'readReport')}</ButtonLink>
          )
        }
      />
      {done && !result && <Notice tone="success" live title={t(`done.${done}`)} />}
      <FactList
        facts={[
          { term: t('milestones.state'), value: <StateBadge state={state} /> },
          { term: t('granted'), value: amount(dossier.grantedCents ?? 0) },
          ...(startedOn && endsOn
            ? [{ term: t('period'), value: format.dayRange({ from: startedOn, until: endsOn }) }]
            : []),
        ]}
      />
      {state === 'admitted' && <p>{t('notStarted')}</p>}
      {canStart && <StartForm months={dossier.months ?? 1} today={today} />}
      {view.figures && <Figures dossier={dossier} figures={view.figures} isFrozen={isReported} />}
      <Budget
        dossierId={dossier.id}
        lines={view.budget}
        grantedCents={dossier.grantedCents ?? 0}
        newId={canEdit ? idFor('budget', newIds[0], view.budget) : null}
        reply={result}
      />
      <Milestones
        dossierId={dossier.id}
        milestones={view.milestones}
        today={today}
        newId={canEdit ? idFor('milestone', newIds[1], view.milestones) : null}
        reply={result}
      />
    </div>
  )
}

function StartForm({ months, today }: { months: number; today: string }) {
  const t = useT(programmeExperiment)
  const result = useActionData<typeof action>()?.result
  const own = result?.initialValue?.intent === 'start' ? result : undefined
  const [error] = own?.error?.startedOn ?? own?.error?.[''] ?? []
  return (
    <section aria-labelledby="start" className="flex max-w-3xl flex-col gap-4">
      <h2 id="start" className="text-2xl">
        {t('startTitle')}
      </h2>
      <p>{t('startText', { count: months })}</p>
      <Form method="post" className="flex flex-col gap-4">
        <ErrorSummary errors={error ? [{ fieldId: 'startedOn', message: error }] : []} />
        <DateInput
          id="startedOn"
          name="startedOn"
          label={t('startedOn')}
          defaultValue={today}
          error={error}
        />
        <div>
          <Button name="intent" value="start" wide>
            {t('start')}
          </Button>
        </div>
      </Form>
    </section>
  )
}
