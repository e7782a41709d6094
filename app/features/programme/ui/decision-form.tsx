import {
  getFormProps,
  getInputProps,
  getTextareaProps,
  useForm,
  type SubmissionResult,
} from '@conform-to/react'
import { Form } from '@remix-run/react'
import { programmeDossier } from '~/messages/programme-dossier'
import { Button } from '~/ui/button'
import { RadioCards } from '~/ui/choices'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { NumberInput, Textarea } from '~/ui/inputs'
import type { Decision } from '../model/dossier'

type Values = { decision: string; granted: string; reason: string }

/** What a person of the Métropole answers: the decision, the grant and the reason. */
export function DecisionForm({
  decisions,
  leftCents,
  reply,
}: {
  decisions: readonly Decision[]
  /** What is left in the fund; null while it is not set. */
  leftCents: number | null
  reply: SubmissionResult<string[]> | undefined
}) {
  const t = useT(programmeDossier)
  const format = useFormat()
  const [form, { decision, granted, reason }] = useForm<Values>({ id: 'decision', lastResult: reply })
  return (
    <section aria-labelledby="decide-title" className="flex max-w-3xl flex-col gap-4">
      <h2 id="decide-title" className="text-2xl">
        {t('decide.title')}
      </h2>
      <p className="text-muted">{t('decide.lead')}</p>
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
        <ErrorSummary id="decision-errors" errors={summaryOf([form, decision, granted, reason])} />
        <input type="hidden" name="intent" value="decide" />
        <RadioCards
          id={decision.id}
          name={decision.name}
          label={t('decide.decision')}
          error={decision.errors}
          columns={3}
          defaultValue={typeof decision.initialValue === 'string' ? decision.initialValue : undefined}
          choices={decisions.map((value) => ({ value, label: t(`decide.${value}`) }))}
        />
        <NumberInput
          {...getInputProps(granted, { type: 'text' })}
          key={granted.key}
          label={t('decide.granted')}
          hint={
            leftCents === null
              ? t('decide.grantedUnset')
              : t('decide.grantedHint', { left: format.number(leftCents / 100, 2) })
          }
          suffix="€"
          error={granted.errors}
          optional
        />
        <Textarea
          {...getTextareaProps(reason)}
          key={reason.key}
          label={t('decide.reason')}
          error={reason.errors}
          rows={4}
          maxLength={1000}
        />
        <div>
          <Button wide>{t('decide.submit')}</Button>
        </div>
      </Form>
    </section>
  )
}

/** How what was tried goes on, once the end report is there. */
export function ScaleForm({ reply }: { reply: SubmissionResult<string[]> | undefined }) {
  const t = useT(programmeDossier)
  const [form, { scaling }] = useForm<{ scaling: string }>({ id: 'scale', lastResult: reply })
  return (
    <section aria-labelledby="scale-title" className="flex max-w-3xl flex-col gap-4">
      <h2 id="scale-title" className="text-2xl">
        {t('decide.scale')}
      </h2>
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
        <ErrorSummary id="scale-errors" errors={summaryOf([form, scaling])} />
        <input type="hidden" name="intent" value="scale" />
        <Textarea
          {...getTextareaProps(scaling)}
          key={scaling.key}
          label={t('decide.scaleText')}
          error={scaling.errors}
          rows={4}
        />
        <div>
          <Button wide>{t('decide.scaleSubmit')}</Button>
        </div>
      </Form>
    </section>
  )
}
