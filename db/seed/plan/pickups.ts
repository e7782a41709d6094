import { DAY_PARTS } from '~/core/lot-terms'
import type { Dice } from '../dice'
import type { ReservationRow } from '../factories/reservation'
import { dayOf, instantOf, note, type Party, type PlannedLot, type World } from './world'

/** Of whom and what a pickup is arranged. */
type Deal = { lot: PlannedLot; taker: Party }
type Side = 'giver' | 'taker'
type Slot = { on: number; by: Side; proposedAtMs: number; agreedAtMs: number | null }

/** Requests that come with a day already, accepted ones that have one proposed, and of these the agreed. */
const WITH_REQUEST = 0.35
const ONCE_ACCEPTED = 0.75
const AGREED = 0.6

/** A taker may name a half-day with the request. */
export function proposeWithRequest(world: World, dice: Dice, draft: Deal, row: ReservationRow): void {
  const on = dayToCome(dice, draft)
  if (on === null || !dice.chance(WITH_REQUEST)) return
  setPickup(world, dice, draft, row, { on, by: 'taker', proposedAtMs: row.createdAtMs, agreedAtMs: null })
}

/** Once accepted, either side proposes and the other may have agreed; all of it before the base day. */
export function arrangeAccepted(world: World, dice: Dice, draft: Deal, row: ReservationRow): void {
  const on = dayToCome(dice, draft)
  if (on === null || !dice.chance(ONCE_ACCEPTED)) return
  const proposedAtMs = row.decidedAtMs! + dice.int(5, 40) * 60_000
  const agreedAtMs = dice.chance(AGREED) ? proposedAtMs + dice.int(5, 60) * 60_000 : null
  setPickup(world, dice, draft, row, {
    on,
    by: dice.pick(['giver', 'taker'] as const),
    proposedAtMs,
    agreedAtMs,
  })
}

/** Makes sure that both sides agreed on a half-day to come, whatever was proposed before; says whether they could. */
export function arrangeScheduled(world: World, dice: Dice, draft: Deal, row: ReservationRow): boolean {
  if (row.status === 'scheduled') return true
  const on = dayToCome(dice, draft)
  if (on === null) return false
  const proposedAtMs = row.decidedAtMs! + 120 * 60_000
  const agreedAtMs = proposedAtMs + dice.int(5, 60) * 60_000
  setPickup(world, dice, draft, row, { on, by: 'giver', proposedAtMs, agreedAtMs })
  return true
}

/** What has been collected was collected on the half-day agreed. */
export function arrangeCollected(
  world: World,
  dice: Dice,
  draft: Deal,
  row: ReservationRow,
  days: { decidedOn: number; handedOverOn: number },
): void {
  const proposedAtMs = instantOf(world, days.decidedOn, dice.int(490, 520))
  const agreedAtMs = proposedAtMs + dice.int(5, 40) * 60_000
  const by = dice.pick(['giver', 'taker'] as const)
  setPickup(world, dice, draft, row, { on: days.handedOverOn, by, proposedAtMs, agreedAtMs })
}

/** A day of the next three weeks on which the lot is there, counted from the base day; null when there is none. */
function dayToCome(dice: Dice, { lot }: Deal): number | null {
  const first = Math.max(lot.from, 1)
  const last = Math.min(lot.until - 1, first + 20)
  return first <= last ? dice.int(first, last) : null
}

function setPickup(world: World, dice: Dice, draft: Deal, row: ReservationRow, slot: Slot): void {
  const on = dayOf(world, slot.on)
  const part = dice.pick(DAY_PARTS)
  row.pickupOn = on
  row.pickupPart = part
  row.pickupProposedBy = slot.by
  row.pickupAgreedAtMs = slot.agreedAtMs
  if (slot.agreedAtMs !== null) row.status = 'scheduled'
  const tellOf = (side: Side, kind: string, atMs: number) => {
    const { user } = side === 'giver' ? draft.lot.site.owner : draft.taker
    const detail = { on, part, side }
    note(world, { entity: 'reservation', entityId: row.id, kind, actorUserId: user.id, atMs, detail })
  }
  tellOf(slot.by, 'pickup-proposed', slot.proposedAtMs)
  const other = slot.by === 'giver' ? 'taker' : 'giver'
  if (slot.agreedAtMs !== null) tellOf(other, 'pickup-agreed', slot.agreedAtMs)
}
