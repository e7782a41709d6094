import { getTextareaProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { disputes } from '~/messages/disputes'
import { Button } from '~/ui/button'
import { RadioCards } from '~/ui/choices'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { Textarea } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { SETTLEMENTS, type DisputeView } from '../model/dispute'
import type { Side } from '../model/machine'
import { isFor, type FormResult } from './decision-forms'

/** What is disputed of a reservation, what was proposed, and the form that settles it for a side or the team. */
export function DisputePanel({
  dispute,
  side,
  mayArbitrate,
  names,
  lastResult,
}: {
  dispute: DisputeView
  side: Side | null
  mayArbitrate: boolean
  /** Organisation on each side. */
  names: Readonly<Record<Side, string>>
  lastResult: FormResult
}) {
  const t = useT(disputes)
  const format = useFormat()
  const { proposed } = dispute
  const isTheirs = proposed !== null && side !== null && proposed.by !== side
  const form = <SettleForm dispute={dispute} isTeam={side === null} lastResult={lastResult} />
  return (
    <section aria-labelledby="dispute" className="flex flex-col gap-4">
      <h2 id="dispute">{t('title')}</h2>
      <Notice
        tone="danger"
        title={t('opened', {
          who: names[dispute.openedBy],
          at: format.instant(dispute.openedAtMs),
          cause: t(`cause.${dispute.cause}`),
        })}
      >
        {dispute.text}
      </Notice>
      <p className="prose-width">{t('held')}</p>
      <Proposed dispute={dispute} side={side} names={names} />
      {isTheirs && (
        <Form method="post" data-screen-only>
          <input type="hidden" name="intent" value="settle" />
          <input type="hidden" name="disputeId" value={dispute.id} />
          <input type="hidden" name="outcome" value={proposed.outcome} />
          <Button wide>{t('agree', { outcome: t(`outcome.${proposed.outcome}`) })}</Button>
        </Form>
      )}
      {side !== null && proposed !== null && (
        <details data-screen-only open={isFor(lastResult, 'settle') || undefined}>
          <summary>{t('other')}</summary>
          <div className="pt-3">{form}</div>
        </details>
      )}
      {((side !== null && proposed === null) || (side === null && mayArbitrate)) && form}
    </section>
  )
}

function Proposed({
  dispute: { proposed },
  side,
  names,
}: {
  dispute: DisputeView
  side: Side | null
  names: Readonly<Record<Side, string>>
}) {
  const t = useT(disputes)
  if (!proposed) return <p className="prose-width text-muted">{t('proposed.none')}</p>
  const outcome = t(`outcome.${proposed.outcome}`)
  const title =
    proposed.by === side
      ? t('proposed.ours', { outcome })
      : t('proposed.theirs', { who: names[proposed.by], outcome })
  return (
    <Notice tone="info" title={title}>
      {proposed.note}
    </Notice>
  )
}

function SettleForm({
  dispute,
  isTeam,
  lastResult,
}: {
  dispute: DisputeView
  isTeam: boolean
  lastResult: FormResult
}) {
  const t = useT(disputes)
  const [form, fields] = useForm({
    id: 'settle',
    lastResult: isFor(lastResult, 'settle') ? lastResult : undefined,
    defaultValue: { outcome: '', note: '' },
  })
  return (
    <Form
      method="post"
      id={form.id}
      noValidate
      className="flex max-w-xl flex-col gap-5"
      aria-label={t(isTeam ? 'teamTitle' : 'settleTitle')}
      data-screen-only
    >
      <h3>{t(isTeam ? 'teamTitle' : 'settleTitle')}</h3>
      {isTeam && <p className="text-muted">{t('teamHint')}</p>}
      <ErrorSummary id="settle-errors" errors={summaryOf([form, fields.outcome, fields.note])} />
      <input type="hidden" name="intent" value="settle" />
      <input type="hidden" name="disputeId" value={dispute.id} />
      <RadioCards
        id={fields.outcome.id}
        name="outcome"
        label={t('choose')}
        error={fields.outcome.errors}
        defaultValue={fields.outcome.initialValue}
        choices={SETTLEMENTS.map((value) => ({
          value,
          label: t(`outcome.${value}`),
          hint: t(`outcome.${value}Hint`),
        }))}
      />
      <Textarea
        {...getTextareaProps(fields.note)}
        key="note"
        label={t(isTeam ? 'teamNote' : 'note')}
        error={fields.note.errors}
        optional
        rows={2}
      />
      <div>
        <Button wide>{t(isTeam ? 'teamSubmit' : 'submit')}</Button>
      </div>
    </Form>
  )
}
