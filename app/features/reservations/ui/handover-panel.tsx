import type { IsoDay } from '~/core/days'
import { handovers } from '~/messages/handovers'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import type { HandoverState } from '../model/handover'
import type { Side } from '../model/machine'
import { isFor, type FormResult } from './decision-forms'
import { SignForm } from './sign-form'

/** Where the handover of an accepted reservation stands, and the form that signs it for one side. */
export function HandoverPanel({
  state,
  side,
  names,
  expectedMassG,
  reserved,
  checkId,
  today,
  lastResult,
}: {
  state: HandoverState
  side: Side
  /** The part reserved, as people read it. */
  reserved: string
  /** Made for the form, so that what was counted is kept once. */
  checkId: string
  today: IsoDay
  /** Organisation on each side. */
  names: Readonly<Record<Side, string>>
  /** The lot's mass for this part; null while it is missing. */
  expectedMassG: number | null
  lastResult: FormResult
}) {
  const t = useT(handovers)
  const hasSigned = state.kind === 'waiting' && state.signed === side
  const form = <SignForm {...{ state, side, names, expectedMassG, reserved, checkId, today, lastResult }} />
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
