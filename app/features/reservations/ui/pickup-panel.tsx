import { useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { pickups } from '~/messages/pickups'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { CalendarIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import type { Side } from '../model/machine'
import { canAgree, canPropose, pickupOf, type Pickup, type PickupDays } from '../model/pickup'
import type { ReservationView } from '../model/reservation-view'
import { isFor, type FormResult } from './decision-forms'
import { SlotFields } from './slot-fields'
import { useSlotText } from './use-slot-text'

/** Where the pickup stands, and the forms with which a side agrees or proposes. */
export function PickupPanel({
  view,
  side,
  days,
  lastResult,
}: {
  view: ReservationView
  side: Side | null
  days: PickupDays
  lastResult: FormResult
}) {
  const t = useT(pickups)
  const pickup = pickupOf(view)
  const isOpen = side !== null && canPropose(view.status, side)
  if (pickup.kind === 'none' && !isOpen) return null
  return (
    <section aria-labelledby="pickup-title" className="flex flex-col gap-4">
      <h2 id="pickup-title">{t('title')}</h2>
      <PickupState pickup={pickup} view={view} side={side} />
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
      {isOpen && <Propose pickup={pickup} days={days} lastResult={lastResult} />}
    </section>
  )
}

function PickupState({ pickup, view, side }: { pickup: Pickup; view: ReservationView; side: Side | null }) {
  const t = useT(pickups)
  const slotText = useSlotText()
  if (pickup.kind === 'none') return <p className="prose-width text-muted">{t('none')}</p>
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

function Propose({ pickup, days, lastResult }: { pickup: Pickup; days: PickupDays; lastResult: FormResult }) {
  const t = useT(pickups)
  const isAnswered = isFor(lastResult, 'propose-pickup')
  const [form, fields] = useForm({
    id: 'propose-pickup',
    lastResult: isAnswered ? lastResult : undefined,
    defaultValue: { pickupOn: '', pickupPart: '' },
  })
  if (days.last < days.first) return <Notice tone="warning">{t('closed')}</Notice>
  return (
    <details data-screen-only open={pickup.kind === 'none' || isAnswered || undefined}>
      <summary>{t(pickup.kind === 'none' ? 'proposeTitle' : 'proposeOther')}</summary>
      <Form method="post" id={form.id} noValidate className="flex max-w-xl flex-col gap-5 pt-3">
        <ErrorSummary id="pickup-errors" errors={summaryOf([form, fields.pickupOn, fields.pickupPart])} />
        <input type="hidden" name="intent" value="propose-pickup" />
        <SlotFields on={fields.pickupOn} part={fields.pickupPart} days={days} />
        <div>
          <Button look={pickup.kind === 'none' ? 'action' : 'secondary'} wide>
            {t('propose')}
          </Button>
        </div>
      </Form>
    </details>
  )
}
