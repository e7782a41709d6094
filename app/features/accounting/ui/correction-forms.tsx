import {
  getFormProps,
  getInputProps,
  getSelectProps,
  useForm,
  type SubmissionResult,
} from '@conform-to/react'
import { Form } from '@remix-run/react'
import { LEDGER_REASONS } from '~/core/ledger-terms'
import { ledger } from '~/messages/ledger'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { NumberInput, Select, TextInput } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import type { CorrectionActs, CorrectionSide, CorrectionView } from '../model/correction'

type Reply = SubmissionResult<string[]> | undefined

/** Asks for another mass than the one that the ledger counts. */
export function AskCorrectionForm({
  id,
  countedG,
  side,
  reply,
}: {
  /** Made for this page: sending twice asks once. */
  id: string
  countedG: number
  side: CorrectionSide
  reply: Reply
}) {
  const t = useT(ledger)
  const format = useFormat()
  const [form, fields] = useForm({
    id: 'ask',
    lastResult: reply?.initialValue?.intent === 'ask' ? reply : undefined,
    defaultValue: {
      massKg: format.number(countedG / 1000, 3).replaceAll('\u00a0', ''),
      reason: '',
      note: '',
    },
  })
  const { massKg, reason, note } = fields
  const isTeam = side === 'team'
  return (
    <section aria-labelledby="ask-title" className="flex flex-col gap-4" data-screen-only>
      <h2 id="ask-title">{t('ask.title')}</h2>
      <p className="prose-width text-muted">{t(isTeam ? 'ask.leadTeam' : 'ask.lead')}</p>
      <Form method="post" {...getFormProps(form)} className="flex max-w-xl flex-col gap-5">
        <ErrorSummary id="ask-errors" errors={summaryOf([form, massKg, reason, note])} />
        <input type="hidden" name="intent" value="ask" />
        <input type="hidden" name="id" value={id} />
        <NumberInput
          {...getInputProps(massKg, { type: 'text' })}
          key="mass"
          label={t('ask.mass')}
          hint={t('ask.massHint')}
          error={massKg.errors}
          suffix={t('ask.kg')}
        />
        <Select
          {...getSelectProps(reason)}
          key="reason"
          label={t('ask.reason')}
          error={reason.errors}
          options={LEDGER_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
        />
        <TextInput
          {...getInputProps(note, { type: 'text' })}
          key="note"
          label={t('ask.note')}
          hint={t('ask.noteHint')}
          error={note.errors}
          maxLength={500}
          autoComplete="off"
          optional
        />
        <Button wide>{t(isTeam ? 'ask.submitTeam' : 'ask.submit')}</Button>
      </Form>
    </section>
  )
}

/** A correction that waits: what it asks, and for those who may answer it, how. */
export function OpenCorrection({
  correction,
  countedG,
  acts,
  reply,
}: {
  correction: CorrectionView
  countedG: number
  acts: CorrectionActs
  reply: Reply
}) {
  const t = useT(ledger)
  const format = useFormat()
  const answers = acts.agrees || acts.declines
  return (
    <section aria-labelledby="open-title" className="flex flex-col gap-4">
      <h2 id="open-title">{t('open.title')}</h2>
      <Notice tone="warning">
        {t('open.text', {
          who: sentence(t(`side.${correction.askedBy}`)),
          mass: format.quantity(correction.massG, 'kg'),
          counted: format.quantity(countedG, 'kg'),
          reason: [t(`reason.${correction.reason}`), correction.note].filter(Boolean).join(' : '),
        })}
      </Notice>
      <Form method="post" className="flex max-w-xl flex-col gap-5" data-screen-only>
        <ErrorSummary id="open-errors" errors={summaryOf([{ errors: reply?.error?.[''] ?? undefined }])} />
        <input type="hidden" name="id" value={correction.id} />
        {answers && (
          <TextInput
            id="answer"
            name="answer"
            label={t('open.answer')}
            maxLength={500}
            autoComplete="off"
            optional
          />
        )}
        <div className="flex flex-wrap gap-3">
          {acts.agrees && (
            <Button name="intent" value="agree">
              {t('open.agree')}
            </Button>
          )}
          {acts.declines && (
            <Button name="intent" value="decline" look="secondary">
              {t('open.decline')}
            </Button>
          )}
          {acts.withdraws && (
            <Button name="intent" value="withdraw" look="secondary">
              {t('open.withdraw')}
            </Button>
          )}
        </div>
      </Form>
      {!answers && <p className="prose-width text-muted">{t('open.waits')}</p>}
    </section>
  )
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
