import { isLive } from '~/core/reservation-status'
import { disputes } from '~/messages/disputes'
import { handovers } from '~/messages/handovers'
import { pickups } from '~/messages/pickups'
import { CsvLink } from '~/ui/data-table'
import { useFormat, useLocale, useT } from '~/ui/i18n'
import { Timeline, type TimelineStep } from '~/ui/timeline'
import type { ReservationStatus } from '../model/machine'
import type { TimelineEntry } from '../model/reservation-view'
import { timelineTitle } from './timeline-title'
import { useSlotText } from './use-slot-text'

/** What happened to a reservation, then what it waits for. */
export function ReservationTimeline({
  entries,
  status,
  csvHref,
}: {
  entries: readonly TimelineEntry[]
  status: ReservationStatus
  csvHref: string
}) {
  const t = useT(handovers)
  const tPickup = useT(pickups)
  const tDispute = useT(disputes)
  const format = useFormat()
  const locale = useLocale()
  const done = entries.map((entry, index): TimelineStep => {
    const at = format.instant(entry.atMs)
    return {
      key: String(index),
      title: timelineTitle(locale, entry.kind),
      when: entry.who ? t('timeline.by', { at, who: entry.who }) : at,
      detail: <Detail entry={entry} />,
      state: 'done',
    }
  })
  const waiting: TimelineStep[] = [
    ...(status === 'requested'
      ? [{ key: 'answer', title: t('timeline.todoAnswer'), state: 'current' as const }]
      : []),
    ...(status === 'accepted'
      ? [{ key: 'pickup', title: tPickup('timeline.todo'), state: 'current' as const }]
      : []),
    ...(status === 'disputed'
      ? [{ key: 'settle', title: tDispute('timeline.todoSettle'), state: 'current' as const }]
      : []),
    ...(isLive(status)
      ? [
          {
            key: 'handover',
            title: t('timeline.todoHandover'),
            state: status === 'scheduled' ? ('current' as const) : ('todo' as const),
          },
        ]
      : []),
  ]
  return (
    <section aria-labelledby="timeline" className="flex flex-col gap-4">
      <h2 id="timeline">{t('timeline.title')}</h2>
      <Timeline label={t('timeline.title')} steps={[...done, ...waiting]} />
      <CsvLink href={csvHref} />
    </section>
  )
}

function Detail({
  entry: { massG, criterion, reason, slot, cause, outcome, signedElsewhere, doneAtMs },
}: {
  entry: TimelineEntry
}) {
  const t = useT(handovers)
  const tDispute = useT(disputes)
  const format = useFormat()
  const slotText = useSlotText()
  if (massG === null && !criterion && !reason && !slot && !cause && !outcome) return null
  return (
    <>
      {slot && <p>{slotText(slot)}</p>}
      {doneAtMs !== null && <p>{t('timeline.doneAt', { at: format.instant(doneAtMs) })}</p>}
      {signedElsewhere && <p>{t('timeline.onOther', { name: signedElsewhere })}</p>}
      {cause && <p>{tDispute(`cause.${cause}`)}</p>}
      {outcome && <p>{tDispute(`outcome.${outcome}`)}</p>}
      {massG !== null && <p>{t('timeline.mass', { mass: format.quantity(massG, 'kg') })}</p>}
      {criterion && <p>{t('timeline.criterion', { criterion: t(`criterion.${criterion}`) })}</p>}
      {reason && <p className="prose-width">{reason}</p>}
    </>
  )
}
