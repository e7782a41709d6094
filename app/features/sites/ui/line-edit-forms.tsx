import { getFormProps, getTextareaProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { inventory } from '~/messages/inventory'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Textarea } from '~/ui/inputs'
import { LineFields, MassFields, MORE_FIELDS, type LineValues } from './line-fields'

type Reply = SubmissionResult<string[]> | undefined

/** Changes all of a line from which no lot was published. */
export function EditLineForm({ line, reply }: { line: LineValues; reply: Reply }) {
  const t = useT(inventory)
  const [form, fields] = useForm<LineValues>({ id: 'line', lastResult: reply, defaultValue: line })
  const { material, product, quantity, unit, massKg, reusableKg } = fields
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
      <ErrorSummary
        errors={summaryOf([
          ...[form, product, material, quantity, unit, massKg, reusableKg],
          ...MORE_FIELDS.map((name) => fields[name]),
        ])}
      />
      <input type="hidden" name="intent" value="edit" />
      <LineFields fields={fields} />
      <div>
        <Button wide>{t('line.save')}</Button>
      </div>
    </Form>
  )
}

/** Corrects the masses of a line from which lots were published, with a reason. */
export function CorrectLineForm({ line, reply }: { line: LineValues; reply: Reply }) {
  const t = useT(inventory)
  const { massKg, reusableKg } = line
  const [form, fields] = useForm<{ massKg: string; reusableKg: string; reason: string }>({
    id: 'line',
    lastResult: reply,
    defaultValue: { massKg, reusableKg, reason: '' },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
      <h2 className="text-2xl">{t('line.correctTitle')}</h2>
      <p>{t('line.correctText')}</p>
      <ErrorSummary errors={summaryOf([form, fields.massKg, fields.reusableKg, fields.reason])} />
      <input type="hidden" name="intent" value="correct" />
      <MassFields fields={fields} />
      <Textarea
        {...getTextareaProps(fields.reason)}
        key="reason"
        label={t('line.reason')}
        hint={t('line.reasonHint')}
        error={fields.reason.errors}
        rows={2}
      />
      <div>
        <Button wide>{t('line.correct')}</Button>
      </div>
    </Form>
  )
}

/** Takes the line out, after a second look. */
export function RemoveLineForm() {
  const t = useT(inventory)
  return (
    <details>
      <summary className="min-h-11 py-2">{t('line.remove')}</summary>
      <Form method="post" className="flex flex-col gap-3">
        <p>{t('line.removeText')}</p>
        <div>
          <Button look="danger" name="intent" value="delete" wide>
            {t('line.removeConfirmed')}
          </Button>
        </div>
      </Form>
    </details>
  )
}
