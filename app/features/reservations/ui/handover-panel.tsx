import { getFormProps, getInputProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { handovers } from '~/messages/handovers'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { NumberInput, TextInput } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import type { HandoverState } from '../model/handover'
import type { Side } from '../model/machine'
import { isFor, type FormResult } from './decision-forms'

/** Where the handover of an accepted reservation stands, and the form that signs it for one side. */
export function HandoverPanel({
  state,
  side,
  names,
  expectedMassG,
  lastResult,
}: {
  state: HandoverState
  side: Side
  /** Organisation on each side. */
  names: Readonly<Record<Side, string>>
  /** The lot's mass for this part; null while it is missing. */
  expectedMassG: number | null
  lastResult: FormResult
}) {
  const t = useT(handovers)
  const hasSigned = state.kind === 'waiting' && state.signed === side
  const form = <SignForm {...{ state, side, expectedMassG, lastResult }} />
  return (
    <section aria-labelledby="handover" className="flex flex-col gap-4">
      <h2 id="handover">{t('sign.title')}</h2>
      <p className="prose-width text-muted">{t('sign.lead')}</p>
      <StateNotice state={state} side={side} names={names} />
      {hasSigned ? (
        <details data-screen-only open={isFor(lastResult, 'confirm') || undefined}>
          <summary>{t('sign.correctOpen')}</summary>
          <div className="pt-3">{form}</div>
        </details>
      ) : (
        form
      )}
    </section>
  )
}

/** Nothing signed yet says nothing; the rest says which figures are there. */
export function StateNotice({
  state,
  side,
  names,
}: {
  state: HandoverState
  side: Side | null
  names: Readonly<Record<Side, string>>
}) {
  const t = useT(handovers)
  const format = useFormat()
  if (state.kind === 'differs') {
    return (
      <Notice tone="warning" title={t('sign.differsTitle')}>
        {t('sign.differs', {
          giver: format.quantity(state.giverMassG, 'kg'),
          taker: format.quantity(state.takerMassG, 'kg'),
        })}
      </Notice>
    )
  }
  if (state.kind !== 'waiting') return null
  const mass = format.quantity(state.massG, 'kg')
  return (
    <Notice tone="info">
      {state.signed === side
        ? t('sign.waitingOurs', { mass })
        : t('sign.waitingTheirs', { who: names[state.signed], mass })}
    </Notice>
  )
}

function SignForm({
  state,
  side,
  expectedMassG,
  lastResult,
}: {
  state: HandoverState
  side: Side
  expectedMassG: number | null
  lastResult: FormResult
}) {
  const t = useT(handovers)
  const format = useFormat()
  const signed = signedMasses(state, side)
  const proposedG = signed.own ?? signed.other ?? expectedMassG
  const [form, fields] = useForm({
    id: 'sign',
    lastResult: isFor(lastResult, 'confirm') ? lastResult : undefined,
    defaultValue: {
      massKg: proposedG === null ? '' : format.number(proposedG / 1000, 3).replaceAll('\u00a0', ''),
      signedName: '',
    },
  })
  const hint =
    signed.own !== null
      ? undefined
      : signed.other !== null
        ? t('sign.massHintOther')
        : t(expectedMassG === null ? 'sign.massHintMissing' : 'sign.massHint')
  return (
    <Form method="post" {...getFormProps(form)} className="flex max-w-xl flex-col gap-5" data-screen-only>
      <ErrorSummary id="sign-errors" errors={summaryOf([form, fields.massKg, fields.signedName])} />
      <input type="hidden" name="intent" value="confirm" />
      <NumberInput
        {...getInputProps(fields.massKg, { type: 'text' })}
        key="mass"
        label={t('sign.mass')}
        hint={hint}
        error={fields.massKg.errors}
        suffix={t('sign.kg')}
      />
      <TextInput
        {...getInputProps(fields.signedName, { type: 'text' })}
        key="name"
        label={t('sign.name')}
        hint={t('sign.nameHint')}
        error={fields.signedName.errors}
        autoComplete="name"
      />
      <Button wide main>
        {t(signed.own === null ? 'sign.submit' : 'sign.correct')}
      </Button>
    </Form>
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
