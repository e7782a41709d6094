import { addDays, dayNumber, isIsoDay, type IsoDay } from '~/core/days'
import { DAY_PARTS } from '~/core/lot-terms'
import { isSameSlot, isWithin, type PickupDays, type Slot } from './pickup'

/** A half-day that the giver lets the taker choose, and when they offered it. */
export type OfferedSlot = Slot & { offeredAtMs: number }

/** The days of which a week strip offers half-days. */
export const STRIP_DAYS = 7

/** The first week of the days on which a lot may be collected: at most seven days, none when they are over. */
export function weekOf({ first, last }: PickupDays): IsoDay[] {
  const week = Array.from({ length: STRIP_DAYS }, (_, index) => addDays(first, index))
  return week.filter((day) => day <= last)
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** The day of the week of a day: the epoch was a Thursday. */
export function weekdayOf(day: IsoDay): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[(dayNumber(day) + 3) % 7]!
}

/** How a half-day is written in a form: «2026-09-20.morning». */
export function slotValue({ on, part }: Slot): string {
  return `${on}.${part}`
}

/** The half-day that a form's value names; null when it names none. */
export function parseSlot(value: string): Slot | null {
  const [on = '', name, more] = value.split('.')
  const part = DAY_PARTS.find((known) => known === name)
  return part && more === undefined && isIsoDay(on) ? { on, part } : null
}

/** Slots in the order of the week, each once. */
export function sortSlots(slots: readonly Slot[]): Slot[] {
  const values = [...new Set(slots.map(slotValue))]
  const rank = ({ on, part }: Slot) => `${on}.${DAY_PARTS.indexOf(part)}`
  return values
    .flatMap((value) => parseSlot(value) ?? [])
    .sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))
}

export function isSameOffer(a: readonly Slot[], b: readonly Slot[]): boolean {
  return a.length === b.length && a.every((slot) => b.some((other) => isSameSlot(slot, other)))
}

/** Whether every slot of an offer is in the strip of the lot's days. */
export function isInStrip(slots: readonly Slot[], days: PickupDays): boolean {
  const last = weekOf(days).at(-1)
  return last !== undefined && slots.every((slot) => isWithin(slot, { first: days.first, last }))
}
