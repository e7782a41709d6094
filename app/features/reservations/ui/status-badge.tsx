import { reservations } from '~/messages/reservations'
import { Badge, type BadgeTone } from '~/ui/badge'
import { useT } from '~/ui/i18n'
import type { ReservationStatus } from '../model/machine'

const TONES = {
  requested: 'info',
  accepted: 'mark',
  scheduled: 'mark',
  disputed: 'danger',
  collected: 'success',
  reinstalled: 'success',
  refused: 'danger',
  cancelled: 'plain',
  expired: 'warning',
} satisfies Record<ReservationStatus, BadgeTone>

/** The status of a reservation in one or two words. */
export function StatusBadge({ status }: { status: ReservationStatus }) {
  const t = useT(reservations)
  return <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>
}
