import { paths } from '~/core/paths'
import { isHandedOver, isLive } from '~/core/reservation-status'
import type { Side } from '~/features/reservations/model/machine'
import type { ReservationView } from '~/features/reservations/model/reservation-view'
import { reservations } from '~/messages/reservations'
import { stories } from '~/messages/stories'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'

/** Where to go from here once there is nothing more to do on the page itself. */
export function NextLinks({
  view,
  side,
  canPublish,
}: {
  view: ReservationView
  side: Side | null
  canPublish: boolean
}) {
  const t = useT(reservations)
  const tStory = useT(stories)
  if (isLive(view.status)) return null
  const isGiver = side === 'giver' && canPublish
  return (
    <p className="flex flex-wrap gap-3" data-screen-only>
      {isHandedOver(view.status) && (
        <ButtonLink to={paths.reinstall(view.id)}>
          {tStory(view.status === 'collected' && side === 'taker' ? 'tellLink' : 'seeLink')}
        </ButtonLink>
      )}
      <ButtonLink to={isGiver ? paths.newLot() : paths.lots()} look="secondary">
        {t(isGiver ? 'next.publish' : 'next.similar')}
      </ButtonLink>
      {view.needId && side === 'taker' && (
        <ButtonLink to={paths.need(view.needId)} look="secondary">
          {t('next.need')}
        </ButtonLink>
      )}
    </p>
  )
}
