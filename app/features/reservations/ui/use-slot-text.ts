import { pickups } from '~/messages/pickups'
import { useFormat, useT } from '~/ui/i18n'
import type { Slot } from '../model/pickup'

/** Writes a half-day in the reader's language. */
export function useSlotText(): (slot: Slot) => string {
  const t = useT(pickups)
  const format = useFormat()
  return ({ on, part }) => t('slot', { day: format.dayLong(on), part: t(`part.${part}`) })
}
