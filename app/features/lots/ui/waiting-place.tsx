import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { MILLI } from '~/core/units'
import { waiting } from '~/messages/waiting'
import { Button, ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import type { LotView } from '../model/lot'
import type { LinePlace } from '../model/waiting-line'

/** One's own place in the line of a lot, and the ways out of it. */
export function WaitingPlace({ lot, place }: { lot: LotView; place: LinePlace }) {
  const t = useT(waiting)
  const format = useFormat()
  const quantity = format.quantity(place.quantityMilli, lot.unit)
  return (
    <section aria-labelledby="place" className="flex flex-col gap-4">
      <h2 id="place">{t('place.title')}</h2>
      {place.status === 'offered' && place.priorityUntilMs !== null ? (
        <Notice
          tone="success"
          title={t('place.offered', { quantity, until: format.instant(place.priorityUntilMs) })}
          action={
            <ButtonLink to={paths.reserveQuantity(lot.id, String(place.quantityMilli / MILLI))}>
              {t('place.reserve')}
            </ButtonLink>
          }
        >
          {t('place.offeredText')}
        </Notice>
      ) : (
        <p className="text-lg">
          {t('place.waiting', { position: place.position, length: place.length, quantity })}
        </p>
      )}
      <Form method="post" className="flex flex-col items-start gap-2">
        <input type="hidden" name="intent" value="leave" />
        <input type="hidden" name="waiterId" value={place.id} />
        <p className="text-muted">{t('place.leaveText')}</p>
        <Button look="danger" wide>
          {t('place.leave')}
        </Button>
      </Form>
    </section>
  )
}
