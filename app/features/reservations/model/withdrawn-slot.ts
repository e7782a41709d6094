import type { PickupFields, Slot } from './pickup'
import { pickupOf } from './pickup'
import type { TimelineEntry } from './reservation-view'

/** What takes back a slot that was agreed. */
const ENDS: readonly TimelineEntry['kind'][] = ['pickup-proposed', 'slots-offered', 'cancelled', 'settled']

/**
 * The slot that both sides had agreed on last and that no longer stands, with when it ended; null while one stands, when
 * none ever was, and once the material was handed over.
 */
export function withdrawnSlot(
  timeline: readonly TimelineEntry[],
  view: PickupFields & { status: string },
): { slot: Slot; atMs: number } | null {
  const isOff = view.status === 'cancelled' || pickupOf(view).kind !== 'agreed'
  const last = timeline.findLastIndex(({ kind, slot }) => kind === 'pickup-agreed' && slot !== null)
  const slot = timeline[last]?.slot
  const end = timeline.slice(last + 1).find(({ kind }) => ENDS.includes(kind))
  return isOff && slot && end ? { slot, atMs: end.atMs } : null
}
