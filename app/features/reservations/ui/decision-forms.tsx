import { getFormProps, getSelectProps, getTextareaProps, useForm } from '@conform-to/react'
import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { handovers } from '~/messages/handovers'
import { reservations } from '~/messages/reservations'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Select, Textarea } from '~/ui/inputs'
import { criteriaOf } from '../model/criteria'
import type { ReservationAction } from '../model/machine'

export type FormResult = SubmissionResult<string[]> | undefined

/** The forms that move a reservation, for the side that reads the page. */
export function DecisionForms({
  actions,
  mustExplain = { accepted: false, refused: false },
  lastResult,
}: {
  actions: readonly ReservationAction[]
  /** Whether an answer departs from a published order, and so needs its reason in words. */
  mustExplain?: { accepted: boolean; refused: boolean }
  lastResult: FormResult
}) {
  const t = useT(reservations)
  const refusing = isFor(lastResult, 'refuse')
  return (
    <div className="flex flex-col gap-8" data-screen-only>
      {actions.includes('accept') && (
        <section aria-labelledby="answer" className="flex flex-col gap-4">
          <h2 id="answer">{t('answer.title')}</h2>
          <p className="prose-width text-muted">{t('answer.explain')}</p>
          <AnswerForm intent="accept" isExplained={mustExplain.accepted} lastResult={lastResult} />
          <details open={refusing || undefined}>
            <summary>{t('answer.refuseInstead')}</summary>
            <div className="pt-3">
              <AnswerForm intent="refuse" isExplained={mustExplain.refused} lastResult={lastResult} />
            </div>
          </details>
        </section>
      )}
      {actions.includes('cancel') && (
        <details open={isFor(lastResult, 'cancel') || undefined}>
          <summary>{t('answer.cancelTitle')}</summary>
          <CancelForm lastResult={lastResult} />
        </details>
      )}
    </div>
  )
}

/** The form of one answer to a request, with its criterion. */
export function AnswerForm({
  intent,
  isExplained = false,
  lastResult,
}: {
  intent: 'accept' | 'refuse'
  /** Whether its reason is asked for in words. */
  isExplained?: boolean
  lastResult: FormResult
}) {
  const t = useT(reservations)
  const tHandover = useT(handovers)
  const [form, fields] = useForm({
    id: intent,
    lastResult: isFor(lastResult, intent) ? lastResult : undefined,
    defaultValue: { criterion: '', reason: '' },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex max-w-xl flex-col gap-5">
      <ErrorSummary id={`${intent}-errors`} errors={summaryOf([form, fields.criterion, fields.reason])} />
      <input type="hidden" name="intent" value={intent} />
      <Select
        {...getSelectProps(fields.criterion)}
        key="criterion"
        label={t(`answer.${intent}Criterion`)}
        error={fields.criterion.errors}
        options={criteriaOf(intent).map((value) => ({ value, label: tHandover(`criterion.${value}`) }))}
      />
      <Textarea
        {...getTextareaProps(fields.reason)}
        key="reason"
        label={t('answer.reason')}
        error={fields.reason.errors}
        optional={!isExplained}
        rows={2}
      />
      <Button wide look={intent === 'accept' ? 'action' : 'danger'}>
        {t(`answer.${intent}`)}
      </Button>
    </Form>
  )
}

function CancelForm({ lastResult }: { lastResult: FormResult }) {
  const t = useT(reservations)
  const [form, fields] = useForm({
    id: 'cancel',
    lastResult: isFor(lastResult, 'cancel') ? lastResult : undefined,
    defaultValue: { reason: '' },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex max-w-xl flex-col gap-5 pt-3">
      <ErrorSummary id="cancel-errors" errors={summaryOf([form, fields.reason])} />
      <p>{t('answer.cancelText')}</p>
      <input type="hidden" name="intent" value="cancel" />
      <Textarea
        {...getTextareaProps(fields.reason)}
        key="reason"
        label={t('answer.cancelReason')}
        error={fields.reason.errors}
        optional
        rows={2}
      />
      <Button wide look="danger">
        {t('answer.cancel')}
      </Button>
    </Form>
  )
}

/** Whether a reply answers the form of an intent: a page has several. */
export function isFor(result: FormResult, intent: string): boolean {
  return result?.initialValue?.['intent'] === intent
}
