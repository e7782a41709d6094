import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { IsoDay } from '~/core/days'
import { paths } from '~/core/paths'
import { programmeExperiment } from '~/messages/programme-experiment'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { DateInput, TextInput } from '~/ui/inputs'
import { milestoneState, type Milestone } from '../model/experiment'
import { isAbout } from './budget'

type Reply = SubmissionResult<string[]> | undefined

const TONES = { late: 'danger', open: 'plain', reached: 'success' } as const

/** The milestones of an experiment, with their forms for whoever may change them. */
export function Milestones({
  dossierId,
  milestones,
  today,
  newId,
  reply,
}: {
  dossierId: string
  milestones: readonly Milestone[]
  today: IsoDay
  newId: string | null
  reply: Reply
}) {
  const t = useT(programmeExperiment)
  const format = useFormat()
  return (
    <section id="jalons" aria-labelledby="milestones-title" className="flex min-w-0 flex-col gap-4">
      <h2 id="milestones-title" className="text-2xl">
        {t('milestones.title')}
      </h2>
      {milestones.length === 0 ? (
        <p>{t('milestones.none')}</p>
      ) : (
        <DataTable
          caption={t('milestones.title')}
          hideCaption
          rows={milestones}
          rowKey={({ id }) => id}
          csvHref={paths.experimentMilestonesCsv(dossierId)}
          columns={[
            { key: 'label', header: t('milestones.label'), rowHeader: true, cell: ({ label }) => label },
            { key: 'due', header: t('milestones.dueOn'), cell: ({ dueOn }) => format.day(dueOn) },
            {
              key: 'state',
              header: t('milestones.state'),
              cell: (milestone) => {
                const state = milestoneState(milestone, today)
                return <Badge tone={TONES[state]}>{t(`milestones.${state}`)}</Badge>
              },
            },
            {
              key: 'done',
              header: t('milestones.doneOn'),
              cell: ({ doneOn }) => (doneOn ? format.day(doneOn) : '–'),
            },
          ]}
        />
      )}
      {newId && (
        <>
          {milestones.map((milestone) => {
            const own = isAbout(reply, 'milestone', milestone.id)
            return (
              <details key={milestone.id} open={own}>
                <summary>{t('milestones.change', { label: milestone.label })}</summary>
                <MilestoneForm id={milestone.id} milestone={milestone} reply={own ? reply : undefined} />
              </details>
            )
          })}
          <details open={milestones.length === 0 || isAbout(reply, 'milestone', newId)}>
            <summary>{t('milestones.add')}</summary>
            <MilestoneForm id={newId} reply={isAbout(reply, 'milestone', newId) ? reply : undefined} />
          </details>
        </>
      )}
    </section>
  )
}

type Values = { label: string; dueOn: string; doneOn: string }

function MilestoneForm({ id, milestone, reply }: { id: string; milestone?: Milestone; reply: Reply }) {
  const t = useT(programmeExperiment)
  const [form, { label, dueOn, doneOn }] = useForm<Values>({
    id: `milestone-${id}`,
    lastResult: reply,
    defaultValue: milestone && {
      label: milestone.label,
      dueOn: milestone.dueOn,
      doneOn: milestone.doneOn ?? '',
    },
  })
  return (
    <div className="flex flex-col gap-3 py-3">
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
        <ErrorSummary id={`milestone-errors-${id}`} errors={summaryOf([form, label, dueOn, doneOn])} />
        <input type="hidden" name="id" value={id} />
        <TextInput
          {...getInputProps(label, { type: 'text' })}
          key={label.key}
          label={t('milestones.label')}
          error={label.errors}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <DateInput
            {...getInputProps(dueOn, { type: 'date' })}
            key={dueOn.key}
            label={t('milestones.dueOn')}
            error={dueOn.errors}
          />
          <DateInput
            {...getInputProps(doneOn, { type: 'date' })}
            key={doneOn.key}
            label={t('milestones.doneOn')}
            error={doneOn.errors}
            optional
          />
        </div>
        <div>
          <Button name="intent" value="milestone" wide>
            {t('milestones.save')}
          </Button>
        </div>
      </Form>
      {milestone && (
        <Form method="post">
          <input type="hidden" name="id" value={id} />
          <Button
            name="intent"
            value="remove-milestone"
            look="danger"
            small
            aria-label={t('milestones.removeOf', { label: milestone.label })}
          >
            {t('milestones.remove')}
          </Button>
        </Form>
      )}
    </div>
  )
}
