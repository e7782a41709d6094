import type { AttributeKey } from '~/core/attributes/definitions'
import type { AttributeValue } from '~/core/attributes/values'
import type { Wanted } from '~/core/attributes/wanted'
import { dayNumber } from '~/core/days'
import { greatCircleKm } from '~/core/geo-point'
import type { Unit } from '~/core/units'
import { failuresOf, type Condition, type MatchLot, type MatchNeed } from './score'

/** The one criterion that keeps a lot from a need, with the facts that its sentence names. */
export type NearReason =
  | { kind: 'attribute'; attribute: AttributeKey; offered: AttributeValue; wanted: Wanted }
  | { kind: 'too-far'; straightKm: number; radiusKm: number }
  /** Whole days between the two windows: 1 when one begins on the day after the other's last. */
  | { kind: 'too-late'; days: number }
  | { kind: 'too-early'; days: number }
  | { kind: 'condition'; offered: Condition; wanted: Condition }
  | { kind: 'unit'; offered: Unit; wanted: Unit }

/** `gap` orders near misses: 0 at the criterion's edge, 1 where a miss is no longer near. */
export type NearMiss = { reason: NearReason; gap: number }

/** Beyond its radius, a need's lots are near for half as far again, or for 5 km. */
const NEAR_SHARE_OF_RADIUS = 0.5
const NEAR_KM = 5
/** A lot that is there three weeks too late or too early can still be talked about. */
const NEAR_DAYS = 21
/** A figure that differs by 15 %, or by three tolerances, can still be worked with. */
const NEAR_SHARE_OF_FIGURE = 0.15
const NEAR_TOLERANCES = 3

/**
 * A lot of the very material of a need that fails one criterion alone, and not by far; null for a match and for
 * anything else. The criteria are those of the score.
 */
export function nearMissOf(lot: MatchLot, need: MatchNeed): NearMiss | null {
  if (lot.material !== need.material) return null
  const failures = failuresOf(lot, need)
  const [failure] = failures
  if (!failure || failures.length > 1) return null
  switch (failure.reason) {
    case 'attributes':
      return failure.attribute ? sheetMiss(lot, need, failure.attribute) : null
    case 'too-far':
      return distanceMiss(lot, need)
    case 'dates':
      return datesMiss(lot, need)
    case 'condition':
      return near(
        { kind: 'condition', offered: lot.condition, wanted: need.minCondition },
        conditionGap(lot, need),
      )
    case 'unit':
      return near({ kind: 'unit', offered: lot.unit, wanted: need.unit }, 1)
    default:
      return null
  }
}

function near(reason: NearReason, gap: number): NearMiss | null {
  return gap <= 1 ? { reason, gap } : null
}

/** One step below is near, two are not. */
function conditionGap(lot: MatchLot, need: MatchNeed): number {
  return need.minCondition - lot.condition
}

function sheetMiss(lot: MatchLot, need: MatchNeed, attribute: AttributeKey): NearMiss | null {
  const [offered, wanted] = [lot.attributes[attribute], need.wanted[attribute]]
  if (offered === undefined || wanted === undefined) return null
  const reason = { kind: 'attribute', attribute, offered, wanted } as const
  if (wanted.kind !== 'number' || typeof offered !== 'number') return near(reason, 1)
  const room = Math.max(NEAR_SHARE_OF_FIGURE * wanted.value, NEAR_TOLERANCES * wanted.tolerance)
  return near(reason, room > 0 ? Math.abs(offered - wanted.value) / room : Infinity)
}

function distanceMiss(lot: MatchLot, need: MatchNeed): NearMiss | null {
  const { radiusKm } = need
  const straightKm = greatCircleKm(lot.point, need.point)
  const room = Math.max(NEAR_KM, NEAR_SHARE_OF_RADIUS * radiusKm)
  return near({ kind: 'too-far', straightKm, radiusKm }, (straightKm - radiusKm) / room)
}

function datesMiss(lot: MatchLot, need: MatchNeed): NearMiss | null {
  const late = 1 + dayNumber(lot.window.from) - dayNumber(need.window.until)
  const early = 1 + dayNumber(need.window.from) - dayNumber(lot.window.until)
  if (late > 0) return near({ kind: 'too-late', days: late }, late / NEAR_DAYS)
  // Neither comes first where a window is empty: there is nothing to wait for.
  return early > 0 ? near({ kind: 'too-early', days: early }, early / NEAR_DAYS) : null
}

/** A handful, so that what does not fit never hides what does. */
const MOST_SHOWN = 6

/** The nearest of some candidates, ties by ascending id. */
export function nearest<Item extends { id: string }>(
  candidates: readonly Item[],
  judge: (item: Item) => NearMiss | null,
): { item: Item; miss: NearMiss }[] {
  const misses = candidates.flatMap((item) => {
    const miss = judge(item)
    return miss ? [{ item, miss }] : []
  })
  misses.sort((a, b) => a.miss.gap - b.miss.gap || (a.item.id < b.item.id ? -1 : 1))
  return misses.slice(0, MOST_SHOWN)
}

/** Near misses that one sentence tells, in the order of the nearest of each: same criterion, same facts. */
export function groupByReason<Item>(
  misses: readonly { item: Item; miss: NearMiss }[],
): { reason: NearReason; items: Item[] }[] {
  const groups = new Map<string, { reason: NearReason; items: Item[] }>()
  for (const { item, miss } of misses) {
    const key = JSON.stringify(miss.reason)
    const group = groups.get(key) ?? { reason: miss.reason, items: [] }
    group.items.push(item)
    groups.set(key, group)
  }
  return [...groups.values()]
}
