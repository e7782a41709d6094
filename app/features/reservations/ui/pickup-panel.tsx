import { useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { isDue } from '~/core/reservation-status'
import { pickups } from '~/messages/pickups'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { CalendarIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import type { Side } from '../model/machine'
import { slotValue } from '../model/offer'
import { canAgree, canPropose, pickupOf, type Pickup, type PickupDays, type Slot } from '../model/pickup'
import type { ReservationView } from '../model/reservation-view'
import { isFor, type FormResult } from './decision-forms'
import { ChooseForm, OfferForm } from './offer-forms'
import { SlotFields } from './slot-fields'
import { useSlotText } from './use-slot-text'

/** Where the pickup stands, and the forms with which a side agrees or proposes. */
export function PickupPanel({
  view,
  side,
  days,
  offers,
  lastResult,
}: {
  view: ReservationView
  side: Side | null
  days: PickupDays
  /** The half-days that the giver lets the taker choose from. */
  offers: readonly Slot[]
  lastResult: FormResult
}) {
  const t = useT(pickups)
  const pickup = pickupOf(view)
  const isOpen = side !== null && canPropose(view.status, side)
  if (pickup.kind === 'none' && !isOpen) return null
  return (
    <section aria-labelledby="pickup-title" className="flex flex-col gap-4">
      <h2 id="pickup-title">{t('title')}</h2>
      <PickupState pickup={pickup} view={view} side={side} offers={offers} />
      {side === 'taker' && isDue(view.status) && offers.length > 0 && (
        <ChooseForm offers={offers} lastResult={lastResult} />
      )}
      {side && canAgree(view.status, side, pickup) && pickup.kind === 'proposed' && (
        <Form method="post" className="flex flex-col gap-3">
          {isFor(lastResult, 'agree-pickup') && (
            <Notice tone="danger" live title={lastResult?.error?.['']?.[0]} />
          )}
          <input type="hidden" name="intent" value="agree-pickup" />
          <input type="hidden" name="pickupOn" value={pickup.slot.on} />
          <input type="hidden" name="pickupPart" value={pickup.slot.part} />
          <Button wide>{t('agree')}</Button>
        </Form>
      )}
      {side === 'giver' && isDue(view.status) && days.first <= days.last && (
        <Offer {...{ pickup, days, offers, lastResult }} />
      )}
      {isOpen && (
        <Propose {...{ pickup, days, lastResult }} isSecond={side === 'giver' || offers.length > 0} />
      )}
    </section>
  )
}

/** The giver's strip: open until something is offered, proposed or agreed. */
function Offer({
  pickup,
  days,
  offers,
  lastResult,
}: {
  pickup: Pickup
  days: PickupDays
  offers: readonly Slot[]
  lastResult: FormResult
}) {
  const t = useT(pickups)
  const isFirst = pickup.kind === 'none' && offers.length === 0
  const form = <OfferForm days={days} offers={offers} lastResult={lastResult} />
  if (isFirst) return form
  return (
    <details data-screen-only open={isFor(lastResult, 'offer-slots') || undefined}>
      <summary>{t('offer.open')}</summary>
      <div className="pt-3">{form}</div>
    </details>
  )
}

function PickupState({
  pickup,
  view,
  side,
  offers,
}: {
  pickup: Pickup
  view: ReservationView
  side: Side | null
  offers: readonly Slot[]
}) {
  const t = useT(pickups)
  const slotText = useSlotText()
  if (pickup.kind === 'none') {
    if (offers.length === 0) return <p className="prose-width text-muted">{t('none')}</p>
    if (side === 'taker') return <p className="prose-width">{t('offered.taker', { who: view.giverName })}</p>
    return (
      <Notice tone="info" title={t('offered.other', { who: view.takerName })}>
        <ul>
          {offers.map((slot) => (
            <li key={slotValue(slot)}>{slotText(slot)}</li>
          ))}
        </ul>
      </Notice>
    )
  }
  const slot = slotText(pickup.slot)
  if (pickup.kind === 'proposed') {
    const who = pickup.by === 'giver' ? view.giverName : view.takerName
    const text =
      view.status === 'requested'
        ? t('wish', { slot })
        : pickup.by === side
          ? t('proposedOurs', { slot })
          : t('proposedTheirs', { who, slot })
    return <Notice tone="info">{text}</Notice>
  }
  return (
    <Notice
      tone="success"
      title={t('agreedTitle', { slot })}
      action={
        side && (
          <a href={paths.pickupIcs(view.id)} download className="button button-secondary button-small">
            <CalendarIcon />
            {t('calendar')}
          </a>
        )
      }
    >
      {t('agreedText')}
    </Notice>
  )
}

function Propose({
  pickup,
  days,
  isSecond,
  lastResult,
}: {
  pickup: Pickup
  days: PickupDays
  /** Whether there is another way to a slot on the page, which comes first. */
  isSecond: boolean
  lastResult: FormResult
}) {
  const t = useT(pickups)
  const isAnswered = isFor(lastResult, 'propose-pickup')
  const [form, fields] = useForm({
    id: 'propose-pickup',
    lastResult: isAnswered ? lastResult : undefined,
    defaultValue: { pickupOn: '', pickupPart: '' },
  })
  if (days.last < days.first) return <Notice tone="warning">{t('closed')}</Notice>
  return (
    <details data-screen-only open={(pickup.kind === 'none' && !isSecond) || isAnswered || undefined}>
      <summary>{t(pickup.kind === 'none' && !isSecond ? 'proposeTitle' : 'proposeOther')}</summary>
      <Form method="post" id={form.id} noValidate className="flex max-w-xl flex-col gap-5 pt-3">
        <ErrorSummary id="pickup-errors" errors={summaryOf([form, fields.pickupOn, fields.pickupPart])} />
        <input type="hidden" name="intent" value="propose-pickup" />
        <SlotFields on={fields.pickupOn} part={fields.pickupPart} days={days} />
        <div>
          <Button look={pickup.kind === 'none' && !isSecond ? 'action' : 'secondary'} wide>
            {t('propose')}
          </Button>
        </div>
      </Form>
    </details>
  )
}
