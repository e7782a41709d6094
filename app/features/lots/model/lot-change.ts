import type { IsoDay } from '~/core/days'
import type { DomainError } from '~/core/result'
import { MILLI } from '~/core/units'
import { stageOf, type LotStage } from './visibility'

/** What reservations hold of a lot while it is being changed. */
export type LotHolds = {
  /** Thousandths that are asked for, accepted or handed over. */
  heldMilli: number
  /** Whether a request waits for its answer, or an accepted part for its handover. */
  isAwaited: boolean
  /** Days on which a collection is proposed or agreed. */
  pickups: readonly IsoDay[]
}

/** What of a lot the rules of a change read. */
type Changeable = {
  material: string
  unit: string
  siteId: string
  unitPriceCents: number
  availableFrom: IsoDay
  availableUntil: IsoDay
  storageUntil: IsoDay | null
  publicFrom: IsoDay
  territoryCode: string | null
  territoryFrom: IsoDay | null
}

/**
 * What a held part is founded on: the taker asked for this material, in this unit, from this site, and its handover is
 * counted there. These stay while any part is asked for, accepted or handed over.
 */
const FOUNDATIONS = ['material', 'unit', 'siteId'] as const

/**
 * Why a lot may not change so, or null when it may. With a part held: the quantity covers it (`below-held`), its
 * foundations stay and, until it is handed over, the price does not rise (`held-unchangeable`), and a collection
 * still to come keeps its day (`pickup-held`). Whoever sees the lot goes on seeing it (`stage-narrower`).
 * Condition, dangers, sheet and texts are corrected freely: what is wrong is better said late than never.
 */
export function changeRefusal(
  before: Changeable,
  after: Changeable & { quantityMilli: number },
  holds: LotHolds,
  today: IsoDay,
): DomainError | null {
  const founded = holds.heldMilli > 0 && FOUNDATIONS.find((field) => before[field] !== after[field])
  if (founded) return { code: 'held-unchangeable', field: founded }
  if (after.quantityMilli < holds.heldMilli) return belowHeld(holds.heldMilli)
  if (holds.isAwaited && after.unitPriceCents > before.unitPriceCents)
    return { code: 'held-unchangeable', field: 'unitPrice' }
  const day = holds.pickups.find((one) => one >= today && isWithin(before, one) && !isWithin(after, one))
  if (day) return { code: 'pickup-held', field: pickupField(after, day), params: { day } }
  return isNarrower(before, after, today) ? { code: 'stage-narrower', field: 'visibility' } : null
}

/** The columns on which a taker relies to come on the day, with the right vehicle, for the right thing. */
const RELIED_ON: readonly string[] = [
  'attributes',
  'massG',
  'condition',
  'hazards',
  'unitPriceCents',
  'availableFrom',
  'availableUntil',
  'storageUntil',
  'packaging',
  'volumeL',
  'vehicle',
  'access',
  'removal',
]

/**
 * Whether those who asked for a part, or were granted one, must hear of a change of these columns. A mass that stays an
 * estimate follows the quantity: that of a part stays what it was.
 */
export function concernsHolders(
  changed: readonly string[],
  after: { massEstimated: boolean },
  holds: LotHolds,
): boolean {
  const isReestimated = after.massEstimated && !changed.includes('massEstimated')
  const relied = changed.filter((column) => RELIED_ON.includes(column))
  return holds.isAwaited && relied.some((column) => column !== 'massG' || !isReestimated)
}

/** The refusal of a quantity that does not cover what is held. */
export function belowHeld(heldMilli: number): DomainError {
  return { code: 'below-held', field: 'quantity', params: { held: heldMilli / MILLI } }
}

type Window = Pick<Changeable, 'availableFrom' | 'availableUntil' | 'storageUntil'>

function isWithin({ availableFrom, availableUntil, storageUntil }: Window, day: IsoDay): boolean {
  const until = storageUntil !== null && storageUntil > availableUntil ? storageUntil : availableUntil
  return availableFrom <= day && day < until
}

function pickupField(after: Window, day: IsoDay): string {
  return day < after.availableFrom ? 'availableFrom' : 'availableUntil'
}

const WIDTH: Record<LotStage, number> = { organisation: 0, territory: 1, public: 2 }

function isNarrower(before: Changeable, after: Changeable, today: IsoDay): boolean {
  const [was, is] = [stageOf(before, today), stageOf(after, today)]
  if (WIDTH[is] < WIDTH[was]) return true
  return is === 'territory' && was === 'territory' && before.territoryCode !== after.territoryCode
}
