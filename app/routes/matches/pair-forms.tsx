import {
  getFormProps,
  getInputProps,
  getSelectProps,
  getTextareaProps,
  useForm,
  type SubmissionResult,
} from '@conform-to/react'
import { Form } from '@remix-run/react'
import { MAX_MESSAGE_LENGTH } from '~/features/matching/model/contact'
import { DISMISSAL_REASONS } from '~/features/matching/model/dismissal'
import { proposals } from '~/messages/proposals'
import { Button } from '~/ui/button'
import { Checkbox } from '~/ui/choices'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Select, Textarea } from '~/ui/inputs'
import type { ListedPair } from '~/http/pair-board.server'

type FormProps = { pair: ListedPair; lastResult: SubmissionResult<string[]> | undefined }

/** Writes to the other side, from a first sentence that the person makes theirs. */
export function ContactForm({ pair, lastResult }: FormProps) {
  const t = useT(proposals)
  const { side, lot, need } = pair
  const result = resultFor(lastResult, 'contact', pair.id)
  const text = t(`contact.starter.${side}`, { lot: lot.title, need: need.title })
  const [form, fields] = useForm<{ text: string; sharesAddress: string }>({
    id: `contact-${pair.id}`,
    lastResult: result,
    defaultValue: { text: pair.messages.length === 0 ? text.slice(0, MAX_MESSAGE_LENGTH) : '' },
  })
  const name = side === 'giver' ? need.organisationName : lot.organisationName
  return (
    <details open={result !== undefined || undefined} className="border-t-2 border-edge px-4 lg:px-5">
      <summary>{t(pair.messages.length === 0 ? `contact.${side}` : 'contact.again')}</summary>
      <Form method="post" {...getFormProps(form)} className="flex max-w-xl flex-col gap-4 pt-2 pb-5">
        <ErrorSummary id={`contact-errors-${pair.id}`} errors={summaryOf([form, fields.text])} />
        <input type="hidden" name="intent" value="contact" />
        <input type="hidden" name="pairId" value={pair.id} />
        <input type="hidden" name="id" value={pair.messageId} />
        <Textarea
          {...getTextareaProps(fields.text)}
          key="text"
          label={t('contact.text')}
          hint={t('contact.hint', { name })}
          error={fields.text.errors}
          maxLength={MAX_MESSAGE_LENGTH}
          rows={4}
        />
        <Checkbox
          {...getInputProps(fields.sharesAddress, { type: 'checkbox', value: 'yes' })}
          key="shares"
          label={t('contact.shares')}
          hint={t('contact.sharesHint')}
        />
        <div>
          <Button look="secondary" wide>
            {t('contact.send')}
          </Button>
        </div>
      </Form>
    </details>
  )
}

/** Sets the pair aside with a reason. */
export function DismissForm({ pair, lastResult }: FormProps) {
  const t = useT(proposals)
  const result = resultFor(lastResult, 'dismiss', pair.id)
  const [form, fields] = useForm<{ reason: string; note: string }>({
    id: `dismiss-${pair.id}`,
    lastResult: result,
    defaultValue: { reason: '', note: '' },
  })
  return (
    <details open={result !== undefined || undefined} className="border-t-2 border-edge px-4 lg:px-5">
      <summary>{t('dismiss.open')}</summary>
      <Form method="post" {...getFormProps(form)} className="flex max-w-xl flex-col gap-4 pt-2 pb-5">
        <ErrorSummary
          id={`dismiss-errors-${pair.id}`}
          errors={summaryOf([form, fields.reason, fields.note])}
        />
        <p className="text-muted">{t('dismiss.text')}</p>
        <input type="hidden" name="intent" value="dismiss" />
        <input type="hidden" name="pairId" value={pair.id} />
        <Select
          {...getSelectProps(fields.reason)}
          key="reason"
          label={t('dismiss.reason')}
          error={fields.reason.errors}
          options={DISMISSAL_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
        />
        <Textarea
          {...getTextareaProps(fields.note)}
          key="note"
          label={t('dismiss.note')}
          error={fields.note.errors}
          optional
          rows={2}
        />
        <div>
          <Button look="danger" wide>
            {t('dismiss.submit')}
          </Button>
        </div>
      </Form>
    </details>
  )
}

/** The reply to the form of this intent and pair; the page has many. */
function resultFor(result: FormProps['lastResult'], intent: string, pairId: string) {
  const sent = result?.initialValue
  return sent?.['intent'] === intent && sent['pairId'] === pairId ? result : undefined
}
