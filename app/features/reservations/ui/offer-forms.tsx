import { useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { pickups } from '~/messages/pickups'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { slotValue, weekOf } from '../model/offer'
import type { PickupDays, Slot } from '../model/pickup'
import { isFor, type FormResult } from './decision-forms'
import { WeekStrip } from './week-strip'

/** The week strip on which the giver offers several half-days. */
export function OfferForm({
  days,
  offers,
  lastResult,
}: {
  days: PickupDays
  offers: readonly Slot[]
  lastResult: FormResult
}) {
  const t = useT(pickups)
  const [form, fields] = useForm({
    id: 'offer-slots',
    lastResult: isFor(lastResult, 'offer-slots') ? lastResult : undefined,
    defaultValue: { slots: offers.map(slotValue) },
  })
  const sent = fields.slots.initialValue
  return (
    <Form method="post" id={form.id} noValidate className="flex flex-col gap-4" data-screen-only>
      <ErrorSummary id="offer-errors" errors={summaryOf([form, fields.slots])} />
      <input type="hidden" name="intent" value="offer-slots" />
      <WeekStrip
        id={fields.slots.id}
        name="slots"
        kind="checkbox"
        days={weekOf(days)}
        chosen={(Array.isArray(sent) ? sent : [sent]).filter((value) => typeof value === 'string')}
        label={t('offer.label')}
        hint={t('offer.hint')}
        error={fields.slots.errors}
      />
      <div>
        <Button wide look={offers.length > 0 ? 'secondary' : 'action'}>
          {t(offers.length > 0 ? 'offer.again' : 'offer.submit')}
        </Button>
      </div>
    </Form>
  )
}

/** The week strip on which the taker chooses one of the half-days offered. */
export function ChooseForm({ offers, lastResult }: { offers: readonly Slot[]; lastResult: FormResult }) {
  const t = useT(pickups)
  const [form, fields] = useForm({
    id: 'choose-slot',
    lastResult: isFor(lastResult, 'choose-slot') ? lastResult : undefined,
    defaultValue: { slot: '' },
  })
  const chosen = fields.slot.initialValue
  return (
    <Form method="post" id={form.id} noValidate className="flex flex-col gap-4" data-screen-only>
      <ErrorSummary id="choose-errors" errors={summaryOf([form, fields.slot])} />
      <input type="hidden" name="intent" value="choose-slot" />
      <WeekStrip
        id={fields.slot.id}
        name="slot"
        kind="radio"
        days={[...new Set(offers.map(({ on }) => on))]}
        open={offers}
        chosen={chosen ? [chosen] : []}
        label={t('choose.label')}
        hint={t('choose.hint')}
        error={fields.slot.errors}
      />
      <div>
        <Button wide>{t('choose.submit')}</Button>
      </div>
    </Form>
  )
}
