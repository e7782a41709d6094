import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { isDue } from '~/core/reservation-status'
import type { PhotoView } from '~/features/photos/model/photo-view'
import { photoSourceOf } from '~/features/photos/ui/photo-source'
import { pickups } from '~/messages/pickups'
import { reservations } from '~/messages/reservations'
import { threads } from '~/messages/threads'
import { Badge } from '~/ui/badge'
import { useFormat, useT } from '~/ui/i18n'
import { TagCard } from '~/ui/tag-card'
import type { ReservationRow } from '../model/reservation-row'
import { pickupOf } from '../model/pickup'
import { StatusBadge } from './status-badge'
import { useSlotText } from './use-slot-text'

/** A reservation under way, as the tag of its lot with whose turn it is. */
export function ReservationTag({
  row,
  photo,
  unread = 0,
  today,
}: {
  row: ReservationRow
  photo: PhotoView | null
  /** Messages of the other side that the reader has not read. */
  unread?: number
  today: string
}) {
  const t = useT(reservations)
  const tPickup = useT(pickups)
  const tThread = useT(threads)
  const slotText = useSlotText()
  const format = useFormat()
  const { view, side, turn } = row
  const pickup = pickupOf(view)
  const isToAnswer = view.status === 'requested' && turn === 'ours' && view.expiresAtMs !== null
  return (
    <TagCard
      reference={view.lotReference}
      title={view.lotTitle}
      to={paths.reservation(view.id)}
      photo={photo && photoSourceOf(photo, '')}
      badges={
        <>
          <StatusBadge status={view.status} />
          {unread > 0 && <Badge tone="info">{tThread('unread', { count: unread })}</Badge>}
        </>
      }
      deadline={
        isToAnswer
          ? t('deadline.answer', { when: format.relativeDay(isoDayOf(view.expiresAtMs ?? 0), today) })
          : isDue(view.status) && turn === 'ours' && t('deadline.sign')
      }
      facts={[
        { term: t(`side.${side}`), value: format.quantity(view.quantityMilli, view.lotUnit) },
        { term: t('fact.with'), value: side === 'giver' ? view.takerName : view.giverName },
        ...(pickup.kind === 'none'
          ? []
          : [
              {
                term: tPickup('fact'),
                value: `${slotText(pickup.slot)} (${tPickup(`state.${pickup.kind}`)})`,
              },
            ]),
        { term: t('fact.requestedOn'), value: format.dayLong(isoDayOf(view.createdAtMs)) },
      ]}
    />
  )
}
