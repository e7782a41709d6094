import { makeNeed } from '../factories/need'
import { addNeed, around, askedOf, basicsOf, RADII_KM, type PlannedNeed } from '../plan/needs'
import type { Book } from '../plan/trade'
import { dayOf, instantOf, note, type PlannedLot, type PlannedSite } from '../plan/world'
import { PROJECTS } from '../words/sentences'
import { openBy, type Crowd } from './crowd'

/** Needs of a site that builds, of those that were left open past their days, and of open ones that rest. */
const OF_A_SITE = 0.15
const LEFT_OPEN = 0.3
const PAUSED = 0.07

/** Needs stated around the time at which a lot was offered, for what it is. */
export function planWishes(
  book: Book,
  crowd: Crowd,
  lots: readonly PlannedLot[],
  { count, building }: { count: number; building: readonly PlannedSite[] },
): PlannedNeed[] {
  return Array.from({ length: count }, () => planWish(book, crowd, book.dice.pick(lots), building))
}

function planWish(
  { world, dice }: Book,
  crowd: Crowd,
  lot: PlannedLot,
  building: readonly PlannedSite[],
): PlannedNeed {
  const statedOn = Math.min(-1, lot.publishedOn + dice.int(-50, 40))
  const site = building.length > 0 && dice.chance(OF_A_SITE) ? dice.pick(building) : null
  const createdAtMs = Math.max(instantOf(world, statedOn, dice.int(0, 600)), site?.row.createdAtMs ?? 0)
  const taker = site?.owner ?? openBy(dice, crowd.takers, createdAtMs)
  const from = statedOn + dice.int(0, 60)
  const until = from + dice.int(30, 150)
  const { product } = lot
  const row = makeNeed({
    ...basicsOf(dice, taker, product, createdAtMs),
    title: `${product.wanted} pour ${dice.pick(PROJECTS)}`,
    siteId: site?.row.id ?? null,
    communeCode: site?.row.communeCode ?? taker.organisation.communeCode!,
    quantityMilli: around(dice, product, lot.row.quantityMilli, [0.2, 1.3]),
    neededFrom: dayOf(world, from),
    neededUntil: dayOf(world, until),
    radiusKm: dice.pick(RADII_KM),
    minCondition: dice.int(1, 3),
    attributes: askedOf(dice, lot),
    status: statusOf(until, dice.next()),
  })
  if (row.status === 'closed') {
    const atMs = Math.max(row.createdAtMs + 60_000, instantOf(world, until, 0))
    const by = { entityId: row.id, actorUserId: taker.user.id }
    note(world, { entity: 'need', ...by, kind: 'closed', atMs })
  }
  return addNeed(world, taker, product, row)
}

function statusOf(until: number, drawn: number) {
  if (until < 0) return drawn < LEFT_OPEN ? 'open' : 'closed'
  return drawn < PAUSED ? 'paused' : 'open'
}
