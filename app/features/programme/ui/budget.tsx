import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { formatter } from '~/core/format'
import { paths } from '~/core/paths'
import { programmeExperiment } from '~/messages/programme-experiment'
import { Button } from '~/ui/button'
import { DataTable, type Column } from '~/ui/data-table'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { NumberInput, TextInput } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { budgetTotals, budgetWarnings, type BudgetLine } from '../model/experiment'
import { useAmount } from './amount'

const PARTS = ['planned', 'committed', 'spent'] as const

type Reply = SubmissionResult<string[]> | undefined

/** The budget of an experiment, with its forms for whoever may change it. */
export function Budget({
  dossierId,
  lines,
  grantedCents,
  newId,
  reply,
}: {
  dossierId: string
  lines: readonly BudgetLine[]
  grantedCents: number
  /** The client-made id of a new line; null for readers. */
  newId: string | null
  reply: Reply
}) {
  const t = useT(programmeExperiment)
  const amount = useAmount()
  const totals = budgetTotals(lines)
  const columns: Column<BudgetLine>[] = [
    {
      key: 'label',
      header: t('budget.label'),
      rowHeader: true,
      cell: ({ label }) => label,
      total: t('budget.total'),
    },
    ...PARTS.map((part): Column<BudgetLine> => ({
      key: part,
      header: t(`budget.${part}`),
      figure: true,
      cell: (line) => amount(line[`${part}Cents`]),
      total: amount(totals[`${part}Cents`]),
    })),
  ]
  return (
    <section id="budget" aria-labelledby="budget-title" className="flex min-w-0 flex-col gap-4">
      <h2 id="budget-title" className="text-2xl">
        {t('budget.title')}
      </h2>
      {budgetWarnings(lines, grantedCents).map((warning) => (
        <Notice key={warning} tone="warning">
          {t(`budget.warning.${warning}`)}
        </Notice>
      ))}
      {lines.length === 0 ? (
        <p>{t('budget.none')}</p>
      ) : (
        <DataTable
          caption={t('budget.title')}
          hideCaption
          rows={lines}
          rowKey={({ id }) => id}
          csvHref={paths.experimentBudgetCsv(dossierId)}
          columns={columns}
        />
      )}
      {newId && (
        <>
          {lines.map((line) => (
            <details key={line.id} open={isAbout(reply, 'budget', line.id)}>
              <summary>{t('budget.change', { label: line.label })}</summary>
              <BudgetForm
                id={line.id}
                line={line}
                reply={isAbout(reply, 'budget', line.id) ? reply : undefined}
              />
            </details>
          ))}
          <details open={lines.length === 0 || isAbout(reply, 'budget', newId)}>
            <summary>{t('budget.add')}</summary>
            <BudgetForm id={newId} reply={isAbout(reply, 'budget', newId) ? reply : undefined} />
          </details>
        </>
      )}
    </section>
  )
}

/** Whether a reply belongs to the form of this record; a new record's id stays the one that was sent. */
export function isAbout(reply: Reply, intent: string, id: string): boolean {
  return reply?.initialValue?.intent === intent && reply.initialValue.id === id
}

type Values = { label: string; planned: string; committed: string; spent: string }

function BudgetForm({ id, line, reply }: { id: string; line?: BudgetLine; reply: Reply }) {
  const t = useT(programmeExperiment)
  const typed = (cents: number) => formatter('fr').number(cents / 100, 2)
  const [form, fields] = useForm<Values>({
    id: `budget-${id}`,
    lastResult: reply,
    defaultValue: line && {
      label: line.label,
      planned: typed(line.plannedCents),
      committed: typed(line.committedCents),
      spent: typed(line.spentCents),
    },
  })
  return (
    <div className="flex flex-col gap-3 py-3">
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
        <ErrorSummary
          id={`budget-errors-${id}`}
          errors={summaryOf([form, fields.label, fields.planned, fields.committed, fields.spent])}
        />
        <input type="hidden" name="id" value={id} />
        <TextInput
          {...getInputProps(fields.label, { type: 'text' })}
          key={fields.label.key}
          label={t('budget.label')}
          error={fields.label.errors}
        />
        <div className="grid gap-4 sm:grid-cols-3">
          {PARTS.map((part) => (
            <NumberInput
              {...getInputProps(fields[part], { type: 'text' })}
              key={part}
              label={t(`budget.${part}`)}
              suffix="€"
              error={fields[part].errors}
              optional={part !== 'planned'}
            />
          ))}
        </div>
        <div>
          <Button name="intent" value="budget" wide>
            {t('budget.save')}
          </Button>
        </div>
      </Form>
      {line && (
        <Form method="post">
          <input type="hidden" name="id" value={id} />
          <Button
            name="intent"
            value="remove-budget"
            look="danger"
            small
            aria-label={t('budget.removeOf', { label: line.label })}
          >
            {t('budget.remove')}
          </Button>
        </Form>
      )}
    </div>
  )
}
