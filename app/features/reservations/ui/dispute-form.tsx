import { getTextareaProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { disputes } from '~/messages/disputes'
import { Button } from '~/ui/button'
import { RadioCards } from '~/ui/choices'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Textarea } from '~/ui/inputs'
import { DISPUTE_CAUSES } from '../model/dispute'
import { isFor, type FormResult } from './decision-forms'

/** The form with which a side says that something went wrong; folded until it is wanted. */
export function DisputeForm({ disputeId, lastResult }: { disputeId: string; lastResult: FormResult }) {
  const t = useT(disputes)
  const isAnswered = isFor(lastResult, 'dispute')
  const [form, fields] = useForm({
    id: 'open-dispute',
    lastResult: isAnswered ? lastResult : undefined,
    defaultValue: { cause: '', text: '' },
  })
  return (
    <details data-screen-only open={isAnswered || undefined}>
      <summary>{t('openTitle')}</summary>
      <Form method="post" id={form.id} noValidate className="flex max-w-xl flex-col gap-5 pt-3">
        <ErrorSummary id="dispute-errors" errors={summaryOf([form, fields.cause, fields.text])} />
        <p>{t('openText')}</p>
        <input type="hidden" name="intent" value="dispute" />
        <input type="hidden" name="id" value={disputeId} />
        <RadioCards
          id={fields.cause.id}
          name="cause"
          label={t('causeLabel')}
          error={fields.cause.errors}
          defaultValue={fields.cause.initialValue}
          choices={DISPUTE_CAUSES.map((value) => ({ value, label: t(`cause.${value}`) }))}
        />
        <Textarea
          {...getTextareaProps(fields.text)}
          key="text"
          label={t('text')}
          error={fields.text.errors}
          rows={3}
        />
        <div>
          <Button wide look="danger">
            {t('open')}
          </Button>
        </div>
      </Form>
    </details>
  )
}
