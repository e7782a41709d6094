import {
  getFormProps,
  getInputProps,
  getTextareaProps,
  useForm,
  type SubmissionResult,
} from '@conform-to/react'
import { Form } from '@remix-run/react'
import { closing } from '~/messages/closing'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { DateInput, Textarea, TextInput } from '~/ui/inputs'

type Reply = SubmissionResult<string[]> | undefined
type Described = { worksEndedOn: string | null; client: string; author: string; comment: string }

/** When works ended, for whom they were done, who draws the record up. */
export function RecordForm({
  record,
  revision,
  endsOn,
  today,
  reply,
}: {
  record: Described
  revision: number
  /** The last day of the site, which counts until another is given. */
  endsOn: string
  today: string
  reply: Reply
}) {
  const t = useT(closing)
  const format = useFormat()
  const [form, fields] = useForm({
    id: 'record',
    lastResult: reply,
    defaultValue: { ...record, worksEndedOn: record.worksEndedOn ?? '' },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex max-w-3xl flex-col gap-6">
      <ErrorSummary
        id="record-errors"
        errors={summaryOf([form, fields.worksEndedOn, fields.client, fields.author, fields.comment])}
      />
      <input type="hidden" name="intent" value="record" />
      <input type="hidden" name="revision" value={revision} />
      <DateInput
        {...getInputProps(fields.worksEndedOn, { type: 'date' })}
        key="worksEndedOn"
        label={t('record.worksEndedOn')}
        hint={t('record.worksEndedOnHint', { day: format.dayLong(endsOn) })}
        error={fields.worksEndedOn.errors}
        max={today}
        optional
      />
      <TextInput
        {...getInputProps(fields.client, { type: 'text' })}
        key="client"
        label={t('record.client')}
        hint={t('record.clientHint')}
        error={fields.client.errors}
        maxLength={160}
        autoComplete="off"
      />
      <TextInput
        {...getInputProps(fields.author, { type: 'text' })}
        key="author"
        label={t('record.author')}
        hint={t('record.authorHint')}
        error={fields.author.errors}
        maxLength={120}
        autoComplete="name"
      />
      <Textarea
        {...getTextareaProps(fields.comment)}
        key="comment"
        label={t('record.comment')}
        error={fields.comment.errors}
        rows={3}
        maxLength={1000}
        optional
      />
      <div>
        <Button wide look="secondary">
          {t('record.submit')}
        </Button>
      </div>
    </Form>
  )
}

/** One act on the record as a whole. */
export function StateForm({
  intent,
  revision,
  reply,
}: {
  intent: 'ready' | 'reopen'
  revision: number
  reply: Reply
}) {
  const t = useT(closing)
  const [form] = useForm({ id: `state-${intent}`, lastResult: reply })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col items-start gap-4">
      <ErrorSummary id="state-errors" errors={summaryOf([form])} />
      <input type="hidden" name="revision" value={revision} />
      <Button
        wide
        main={intent === 'ready'}
        look={intent === 'ready' ? 'action' : 'secondary'}
        name="intent"
        value={intent}
      >
        {t(intent === 'ready' ? 'ready.submit' : 'ready.again')}
      </Button>
    </Form>
  )
}
