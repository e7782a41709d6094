import { getFormProps, getInputProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useState, useSyncExternalStore } from 'react'
import type { IsoDay } from '~/core/days'
import { PHOTO_TYPES } from '~/features/photos/model/limits'
import { handoverPapers } from '~/messages/handover-papers'
import { handovers } from '~/messages/handovers'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { DateInput, FileInput, NumberInput, Select, TextInput } from '~/ui/inputs'
import { DIFFERENCE_REASONS, LEGAL_STATUSES, type HandoverState } from '../model/handover'
import type { Side } from '../model/machine'
import { isFor, type FormResult } from './decision-forms'
import { SignaturePad } from './signature-pad'

type SignFormProps = {
  state: HandoverState
  side: Side
  names: Readonly<Record<Side, string>>
  expectedMassG: number | null
  reserved: string
  checkId: string
  today: IsoDay
  lastResult: FormResult
}

const BLANK = {
  ...{ massKg: '', signedName: '', counted: '', reason: '', difference: '', slip: '', slipNumber: '' },
  ...{ legalStatus: '', sortingOperator: '', sortedOn: '', sortingEvidence: '', otherName: '' },
}

function useSignFields(proposedG: number | null, operator: string, lastResult: FormResult) {
  const format = useFormat()
  return useForm({
    id: 'sign',
    lastResult: isFor(lastResult, 'confirm') ? lastResult : undefined,
    defaultValue: {
      ...BLANK,
      massKg: proposedG === null ? '' : format.number(proposedG / 1000, 3).replaceAll('\u00a0', ''),
      sortingOperator: operator,
      legalStatus: operator === '' ? '' : LEGAL_STATUSES[0],
    },
  })
}
type SignFields = ReturnType<typeof useSignFields>[1]

/** Counts, weighs where there is a scale, and signs the mass for one side, or for both on this device. */
export function SignForm(props: SignFormProps) {
  const { state, side, names, expectedMassG, checkId, lastResult } = props
  const t = useT(handovers)
  const signed = signedMasses(state, side)
  const operator = side === 'giver' ? names.giver : ''
  const [form, fields] = useSignFields(signed.own ?? signed.other ?? expectedMassG, operator, lastResult)
  const massHint =
    signed.other !== null
      ? 'sign.massHintOther'
      : expectedMassG === null
        ? 'sign.massHintMissing'
        : 'sign.massHint'
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      {...getFormProps(form)}
      className="flex max-w-xl flex-col gap-5"
      data-screen-only
    >
      <ErrorSummary id="sign-errors" errors={summaryOf([form, ...Object.values(fields)])} />
      <input type="hidden" name="intent" value="confirm" />
      <input type="hidden" name="checkId" value={checkId} />
      <NumberInput
        {...getInputProps(fields.massKg, { type: 'text' })}
        key="mass"
        label={t('sign.mass')}
        hint={signed.own === null ? t(massHint) : undefined}
        error={fields.massKg.errors}
        suffix={t('sign.kg')}
      />
      <CountFields fields={fields} reserved={props.reserved} />
      {side === 'giver' && <SortingFields fields={fields} today={props.today} />}
      <TextInput
        {...getInputProps(fields.signedName, { type: 'text' })}
        key="name"
        label={t('sign.name')}
        hint={t('sign.nameHint')}
        error={fields.signedName.errors}
        autoComplete="name"
      />
      <DrawnSignature name="drawing" label={t('sign.drawing')} />
      {state.kind === 'none' && (
        <OtherFields fields={fields} who={names[side === 'giver' ? 'taker' : 'giver']} />
      )}
      <Button wide main>
        {t(signed.own === null ? 'sign.submit' : 'sign.correct')}
      </Button>
    </Form>
  )
}

/** What was counted and, with the slip of a scale, weighed: closed until wanted, or something is wrong with it. */
function CountFields({ fields, reserved }: { fields: SignFields; reserved: string }) {
  const t = useT(handovers)
  const tPaper = useT(handoverPapers)
  const { counted, reason, difference, slip, slipNumber } = fields
  const isFaulty = [counted, reason, difference, slip, slipNumber].some(({ errors }) => errors)
  return (
    <details open={isFaulty || undefined}>
      <summary>{t('sign.slipTitle')}</summary>
      <div className="flex flex-col gap-5 pt-3">
        <NumberInput
          {...getInputProps(counted, { type: 'text' })}
          key="counted"
          label={t('sign.counted')}
          hint={t('sign.countedHint', { quantity: reserved })}
          error={counted.errors}
        />
        <Select
          id={reason.id}
          name={reason.name}
          label={t('sign.reason')}
          hint={t('sign.differenceHint')}
          error={reason.errors}
          defaultValue={reason.initialValue}
          options={DIFFERENCE_REASONS.map((value) => ({ value, label: tPaper(`reason.${value}`) }))}
        />
        <TextInput
          {...getInputProps(difference, { type: 'text' })}
          key="difference"
          label={t('sign.difference')}
          error={difference.errors}
        />
        <FileInput
          id={slip.id}
          name="slip"
          label={t('sign.slip')}
          hint={t('sign.slipHint')}
          error={slip.errors}
          accept={PHOTO_TYPES.join(',')}
        />
        <TextInput
          {...getInputProps(slipNumber, { type: 'text' })}
          key="slipNumber"
          label={t('sign.slipNumber')}
          error={slipNumber.errors}
        />
      </div>
    </details>
  )
}

function SortingFields({ fields, today }: { fields: SignFields; today: IsoDay }) {
  const t = useT(handovers)
  const { legalStatus, sortingOperator, sortedOn, sortingEvidence } = fields
  const isFaulty = [legalStatus, sortingOperator, sortedOn, sortingEvidence].some(({ errors }) => errors)
  return (
    <details open={isFaulty || undefined}>
      <summary>{t('sign.sortingTitle')}</summary>
      <div className="flex flex-col gap-5 pt-3">
        <Select
          id={legalStatus.id}
          name={legalStatus.name}
          label={t('sign.legalStatus')}
          error={legalStatus.errors}
          defaultValue={legalStatus.initialValue}
          placeholder={null}
          options={LEGAL_STATUSES.map((value) => ({ value, label: t(`sign.${value}`) }))}
        />
        <TextInput
          {...getInputProps(sortingOperator, { type: 'text' })}
          key="operator"
          label={t('sign.operator')}
          hint={t('sign.operatorHint')}
          error={sortingOperator.errors}
        />
        <DateInput
          {...getInputProps(sortedOn, { type: 'date' })}
          key="sortedOn"
          label={t('sign.sortedOn')}
          error={sortedOn.errors}
          max={today}
          optional
        />
        <TextInput
          {...getInputProps(sortingEvidence, { type: 'text' })}
          key="evidence"
          label={t('sign.evidence')}
          hint={t('sign.evidenceHint')}
          error={sortingEvidence.errors}
          optional
        />
      </div>
    </details>
  )
}

/** The other side's signature, given on this device while it is there. */
function OtherFields({ fields: { otherName }, who }: { fields: SignFields; who: string }) {
  const t = useT(handovers)
  return (
    <details open={otherName.errors ? true : undefined}>
      <summary>{t('sign.otherTitle')}</summary>
      <div className="flex flex-col gap-5 pt-3">
        <p className="text-muted">{t('sign.otherLead', { who })}</p>
        <TextInput
          {...getInputProps(otherName, { type: 'text' })}
          key="otherName"
          label={t('sign.otherName', { who })}
          error={otherName.errors}
          autoComplete="off"
        />
        <DrawnSignature name="otherDrawing" label={t('sign.otherDrawing')} />
      </div>
    </details>
  )
}

const never = () => () => undefined

/** A drawn signature as a field of the form; not there without scripts, where the name signs alone. */
function DrawnSignature({ name, label }: { name: string; label: string }) {
  const [drawing, setDrawing] = useState('')
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  if (!hasScripts) return null
  return (
    <>
      {drawing !== '' && <input type="hidden" name={name} value={drawing} />}
      <SignaturePad label={label} value={drawing} onChange={setDrawing} />
    </>
  )
}

/** What each side has signed so far, seen by one side, in grams. */
function signedMasses(state: HandoverState, side: Side): { own: number | null; other: number | null } {
  if (state.kind === 'differs') {
    const [own, other] =
      side === 'giver' ? [state.giverMassG, state.takerMassG] : [state.takerMassG, state.giverMassG]
    return { own, other }
  }
  if (state.kind !== 'waiting') return { own: null, other: null }
  return state.signed === side ? { own: state.massG, other: null } : { own: null, other: state.massG }
}
