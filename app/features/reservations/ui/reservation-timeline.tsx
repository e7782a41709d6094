import { handovers } from '~/messages/handovers'
import { pickups } from '~/messages/pickups'
import { useFormat, useT } from '~/ui/i18n'
import { Timeline, type TimelineStep } from '~/ui/timeline'
import type { ReservationStatus } from '../model/machine'
import type { TimelineEntry } from '../model/reservation-view'
import { useSlotText } from './use-slot-text'

/** What happened to a reservation, then what it waits for. */
export function ReservationTimeline({
  entries,
  status,
  hasPickup,
}: {
  entries: readonly TimelineEntry[]
  status: ReservationStatus
  /** Whether both sides have agreed on a half-day. */
  hasPickup: boolean
}) {
  const t = useT(handovers)
  const tPickup = useT(pickups)
  const format = useFormat()
  const done = entries.map((entry, index): TimelineStep => {
    const at = format.instant(entry.atMs)
    return {
      key: String(index),
      title:
        entry.kind === 'pickup-proposed' || entry.kind === 'pickup-agreed'
          ? tPickup(`timeline.${entry.kind}`)
          : t(`timeline.${entry.kind}`),
      when: entry.who ? t('timeline.by', { at, who: entry.who }) : at,
      detail: <Detail entry={entry} />,
      state: 'done',
    }
  })
  const waiting: TimelineStep[] = [
    ...(status === 'requested'
      ? [{ key: 'answer', title: t('timeline.todoAnswer'), state: 'current' as const }]
      : []),
    ...(status === 'accepted' && !hasPickup
      ? [{ key: 'pickup', title: tPickup('timeline.todo'), state: 'current' as const }]
      : []),
    ...(status === 'requested' || status === 'accepted'
      ? [
          {
            key: 'handover',
            title: t('timeline.todoHandover'),
            state: status === 'accepted' && hasPickup ? ('current' as const) : ('todo' as const),
          },
        ]
      : []),
  ]
  return (
    <section aria-labelledby="timeline" className="flex flex-col gap-4">
      <h2 id="timeline">{t('timeline.title')}</h2>
      <Timeline label={t('timeline.title')} steps={[...done, ...waiting]} />
    </section>
  )
}

function Detail({ entry: { massG, criterion, reason, slot, signedElsewhere } }: { entry: TimelineEntry }) {
  const t = useT(handovers)
  const format = useFormat()
  const slotText = useSlotText()
  if (massG === null && !criterion && !reason && !slot) return null
  return (
    <>
      {slot && <p>{slotText(slot)}</p>}
      {signedElsewhere && <p>{t('timeline.onOther', { name: signedElsewhere })}</p>}
      {massG !== null && <p>{t('timeline.mass', { mass: format.quantity(massG, 'kg') })}</p>}
      {criterion && <p>{t('timeline.criterion', { criterion: t(`criterion.${criterion}`) })}</p>}
      {reason && <p className="prose-width">{reason}</p>}
    </>
  )
}
