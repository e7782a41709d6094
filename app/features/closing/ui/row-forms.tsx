import {
  getFormProps,
  getInputProps,
  getSelectProps,
  getTextareaProps,
  useForm,
  type SubmissionResult,
} from '@conform-to/react'
import { Form } from '@remix-run/react'
import { CLOSING_OUTCOMES, GAP_REASONS } from '~/core/waste-terms'
import { closing } from '~/messages/closing'
import { closingRow } from '~/messages/closing-row'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { NumberInput, Select, Textarea, TextInput } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import type { ClosingRow } from '../model/closing-record'

type Reply = SubmissionResult<string[]> | undefined

const ENTRY = { outcome: '', massKg: '', operator: '', label: '', wasteCode: '', evidence: '' }

/** A quantity that left otherwise than by a handover. */
export function EntryForm({
  entryId,
  revision,
  row,
  reply,
}: {
  /** Made for this page: sending twice adds once. */
  entryId: string
  revision: number
  row: ClosingRow
  reply: Reply
}) {
  const t = useT(closingRow)
  const tClosing = useT(closing)
  const format = useFormat()
  const { waste, gapG } = row
  const [form, fields] = useForm({
    id: 'entry',
    lastResult: reply,
    defaultValue: { ...ENTRY, wasteCode: waste?.wasteCode ?? '', operator: waste?.outlet ?? '' },
  })
  const { outcome, massKg, operator, label, wasteCode, evidence } = fields
  const line = (
    field: typeof label,
    texts: { label: string; hint?: string; optional?: boolean },
    max: number,
  ) => (
    <TextInput
      {...getInputProps(field, { type: 'text' })}
      key={field.name}
      {...texts}
      error={field.errors}
      maxLength={max}
      autoComplete="off"
    />
  )
  return (
    <Form method="post" {...getFormProps(form)} className="flex max-w-3xl flex-col gap-6">
      <ErrorSummary
        id="entry-errors"
        errors={summaryOf([form, outcome, massKg, operator, label, wasteCode, evidence])}
      />
      <input type="hidden" name="intent" value="entry" />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="id" value={entryId} />
      <Select
        {...getSelectProps(outcome)}
        key="outcome"
        label={t('add.outcome')}
        error={outcome.errors}
        options={CLOSING_OUTCOMES.map((value) => ({ value, label: tClosing(`outcome.${value}`) }))}
      />
      <NumberInput
        {...getInputProps(massKg, { type: 'text' })}
        key="massKg"
        label={t('add.mass')}
        hint={
          gapG !== null && gapG > 0
            ? `${t('add.massHint')} ${t('add.rest', { mass: format.quantity(gapG, 'kg') })}`
            : t('add.massHint')
        }
        error={massKg.errors}
        suffix="kg"
      />
      {line(operator, { label: t('add.operator'), hint: t('add.operatorHint') }, 160)}
      {line(wasteCode, { label: t('add.wasteCode'), hint: t('add.wasteCodeHint'), optional: true }, 12)}
      {line(evidence, { label: t('add.evidence'), hint: t('add.evidenceHint'), optional: true }, 200)}
      {line(label, { label: t('add.label'), optional: true }, 120)}
      <div>
        <Button wide main>
          {t('add.submit')}
        </Button>
      </div>
    </Form>
  )
}

/** Why what left does not come to what was surveyed: for the difference as it stands. */
export function GapForm({ revision, row, reply }: { revision: number; row: ClosingRow; reply: Reply }) {
  const t = useT(closingRow)
  const { explanation } = row
  const [form, { reason, note }] = useForm({
    id: 'gap',
    lastResult: reply,
    defaultValue: { reason: explanation?.reason ?? '', note: explanation?.note ?? '' },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex max-w-3xl flex-col gap-6">
      <ErrorSummary id="gap-errors" errors={summaryOf([form, reason, note])} />
      <input type="hidden" name="intent" value="gap" />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="gapG" value={row.gapG ?? 0} />
      <Select
        {...getSelectProps(reason)}
        key="reason"
        label={t('gap.reason')}
        error={reason.errors}
        options={GAP_REASONS.map((value) => ({ value, label: t(`gap.reasons.${value}`) }))}
      />
      <Textarea
        {...getTextareaProps(note)}
        key="note"
        label={t('gap.note')}
        hint={t('gap.noteHint')}
        error={note.errors}
        rows={2}
        maxLength={300}
      />
      <div>
        <Button wide look="secondary">
          {t('gap.submit')}
        </Button>
      </div>
    </Form>
  )
}

/** How large the difference of a row is, and what was said of it. */
export function GapNotice({ row }: { row: ClosingRow }) {
  const t = useT(closingRow)
  const format = useFormat()
  const { gapG, explanation, state } = row
  if (gapG === null) return null
  if (gapG === 0) return <Notice tone="success">{t('gap.none')}</Notice>
  const mass = format.quantity(Math.abs(gapG), 'kg')
  const isOpen = state === 'open' || state === 'stale'
  return (
    <Notice tone={isOpen ? 'warning' : 'success'} title={t(gapG > 0 ? 'gap.less' : 'gap.more', { mass })}>
      {explanation && (
        <>
          <p>{t('gap.kept', { reason: t(`gap.reasons.${explanation.reason}`) })}</p>
          {explanation.note && <p>{explanation.note}</p>}
          {state === 'stale' && <p>{t('gap.stale', { mass: format.quantity(explanation.gapG, 'kg') })}</p>}
        </>
      )}
    </Notice>
  )
}
