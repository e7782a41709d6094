import { paths } from '~/core/paths'
import { pickups } from '~/messages/pickups'
import { useT } from '~/ui/i18n'
import { CalendarIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import type { Slot } from '../model/pickup'
import { useSlotText } from './use-slot-text'

/** Says that an appointment is off, with the file that takes it out of a calendar. */
export function WithdrawnSlot({ id, slot }: { id: string; slot: Slot }) {
  const t = useT(pickups)
  const slotText = useSlotText()
  return (
    <Notice
      tone="warning"
      title={t('calendarOff', { slot: slotText(slot) })}
      action={
        <a href={paths.pickupIcs(id)} download className="button button-secondary button-small">
          <CalendarIcon />
          {t('calendarRemove')}
        </a>
      }
    />
  )
}
