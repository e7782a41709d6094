import { getFormProps, getInputProps, getSelectProps, getTextareaProps, useForm } from '@conform-to/react'
import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { MILLI, type Unit } from '~/core/units'
import { leastTakeMilli, type Takeable } from '~/features/lots/model/least-take'
import type { LotView } from '~/features/lots/model/lot'
import { attribution } from '~/messages/attribution'
import { pickups } from '~/messages/pickups'
import { reservations } from '~/messages/reservations'
import { Button } from '~/ui/button'
import { Checkbox } from '~/ui/choices'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { NumberInput, Select, Textarea } from '~/ui/inputs'
import { Stepper } from '~/ui/stepper'
import type { PickupDays } from '../model/pickup'
import { SlotFields } from './slot-fields'

/** An own need that the lot could serve; `score` is null when the pair is outside the need's criteria. */
export type NeedChoice = { id: string; title: string; openMilli: number; unit: Unit; score: number | null }

/** How much of a lot, for which need, with which words. */
export function RequestForm({
  id,
  lot,
  needs,
  needId,
  quantityMilli,
  days,
  promiseSource,
  lastResult,
}: {
  id: string
  lot: Pick<LotView, 'unit' | 'availableMilli' | 'isWhole' | 'minTakeMilli'>
  needs: readonly NeedChoice[]
  needId: string | null
  quantityMilli: number
  days: PickupDays
  /** The text that asks for the promise not to sell again; null when nothing does. */
  promiseSource: string | null
  lastResult: SubmissionResult<string[]> | undefined
}) {
  const t = useT(reservations)
  const tPickup = useT(pickups)
  const tAttribution = useT(attribution)
  const format = useFormat()
  const [form, fields] = useForm({
    id: 'request',
    lastResult,
    defaultValue: {
      id,
      quantity: format.number(quantityMilli / MILLI, 3).replaceAll('\u00a0', ''),
      needId: needId ?? '',
      message: '',
      pickupOn: '',
      pickupPart: '',
      noResale: '',
    },
  })
  const quantity = {
    id: fields.quantity.id,
    name: fields.quantity.name,
    defaultValue: fields.quantity.initialValue,
    error: fields.quantity.errors,
    label: t('new.quantity'),
    hint: useLeftHint(lot),
    suffix: format.unit(lot.unit),
    required: true,
  }
  return (
    <Form method="post" {...getFormProps(form)} className="flex max-w-xl flex-col gap-6">
      <ErrorSummary
        errors={summaryOf([
          form,
          fields.quantity,
          fields.needId,
          fields.pickupOn,
          fields.pickupPart,
          fields.message,
          fields.noResale,
        ])}
      />
      <input {...getInputProps(fields.id, { type: 'hidden' })} key="id" />
      {lot.unit === 'u' ? (
        <Stepper {...quantity} min={leastTakeMilli(lot) / MILLI} step={1} />
      ) : (
        <NumberInput {...quantity} />
      )}
      {needs.length > 0 && (
        <Select
          {...getSelectProps(fields.needId)}
          key="need"
          label={t('new.need')}
          hint={t('new.needHint')}
          error={fields.needId.errors}
          optional
          placeholder={t('new.noNeed')}
          options={needs.map((need) => ({
            value: need.id,
            label:
              need.score === null
                ? t('new.needPlain', { title: need.title, open: format.quantity(need.openMilli, need.unit) })
                : t('new.needScored', {
                    title: need.title,
                    open: format.quantity(need.openMilli, need.unit),
                    score: need.score,
                  }),
          }))}
        />
      )}
      <section aria-labelledby="wish" className="flex flex-col gap-3">
        <h2 id="wish" className="text-lg">
          {tPickup('wishTitle')}
        </h2>
        <p className="text-muted">{tPickup('wishHint')}</p>
        <SlotFields on={fields.pickupOn} part={fields.pickupPart} days={days} optional />
      </section>
      <Textarea
        {...getTextareaProps(fields.message)}
        key="message"
        label={t('new.message')}
        hint={t('new.messageHint')}
        error={fields.message.errors}
        optional
        rows={3}
      />
      {promiseSource !== null && (
        <Checkbox
          {...getInputProps(fields.noResale, { type: 'checkbox', value: 'yes' })}
          key="noResale"
          label={tAttribution('promise.label')}
          hint={tAttribution('promise.hint', { source: promiseSource })}
          error={fields.noResale.errors}
        />
      )}
      <Button wide main>
        {t('new.submit')}
      </Button>
    </Form>
  )
}

/** What is left, and what of it must be taken at least. */
function useLeftHint(lot: Takeable & { unit: Unit }): string {
  const t = useT(reservations)
  const format = useFormat()
  const left = format.quantity(lot.availableMilli, lot.unit)
  if (lot.isWhole) return t('new.leftWhole', { left })
  if (lot.minTakeMilli === null) return t('new.left', { left })
  return t('new.leftLeast', { left, least: format.quantity(leastTakeMilli(lot), lot.unit) })
}
