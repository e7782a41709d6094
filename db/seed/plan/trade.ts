import { greatCircleKm } from '~/core/geo-point'
import { diceFor, type Dice } from '../dice'
import { makeNeed } from '../factories/need'
import { PROJECTS } from '../words/sentences'
import type { Actors } from './actors'
import { scoreOf } from './fit'
import { phaseOf } from './lots'
import { addNeed, around, type PlannedNeed } from './needs'
import {
  addAccepted,
  addCollected,
  addEnded,
  addRequest,
  addSignature,
  partOf,
  weighedMassG,
  type Draft,
} from './reservations'
import type { Sites } from './sites'
import {
  communeOf,
  dayOf,
  instantOf,
  note,
  type Party,
  type PlannedLot,
  type PlannedSite,
  type World,
} from './world'

const COUNTS = {
  collected: 150,
  accepted: 34,
  requested: 40,
  refused: 30,
  cancelled: 20,
  expired: 18,
} as const
/** Ended sites from which nothing left: the cohorts count them too. */
const FRUITLESS = 0.08
/** Handovers that served a stated need. */
const FOR_A_NEED = 0.36
const ROUNDS = 9

/** A year of reservations in every state, the demo accounts' own first. */
export function planTrade(world: World, actors: Actors, sites: Sites, needs: readonly PlannedNeed[]): void {
  const dice = diceFor('trade')
  const trade: Trade = { world, dice, actors, needs }
  planStory(trade, sites.story)
  planCollected(trade, sites)
  const lots = dice.shuffle(sites.giving.flatMap((site) => site.lots)).filter((lot) => isPublic(world, lot))
  planCurrent(trade, lots)
  planEnded(trade, lots)
}

/** Where what happened is noted, and what decides it. */
export type Book = { world: World; dice: Dice }
type Trade = Book & { actors: Actors; needs: readonly PlannedNeed[] }

/** On the demo giver's open site: two requests to answer, one of them the demo taker's, and one handover to sign. */
function planStory(trade: Trade, story: PlannedSite): void {
  const { world, dice, actors } = trade
  const { taker } = actors.demo
  const wished = story.lots.flatMap((lot) => {
    const need = trade.needs.find((each) => each.taker === taker && scoreOf(world, lot, each) !== null)
    return need && lot.publishedOn < -1 && isPublic(world, lot) ? [{ lot, need }] : []
  })
  const [first, second] = wished
  if (!first || !second) throw new Error('The demo taker needs nothing that the demo giver offers')
  addAccepted(world, dice, draftFor(first.lot, taker, first.need, 0.3, first.lot.publishedOn), -1)
  addRequest(world, dice, draftFor(second.lot, taker, second.need, 0.4, Math.max(-2, second.lot.publishedOn)))
  const third = story.lots.find((lot) => lot !== first.lot && lot !== second.lot && isPublic(world, lot))
  const other = actors.takers.find((party) => party !== taker)
  if (third && other)
    addRequest(world, dice, draftFor(third, other, null, 0.5, Math.max(-3, third.publishedOn)))
}

/** Handovers, one lot of each site in turn, until there are enough or nothing is left to hand over. */
function planCollected(trade: Trade, { giving, story }: Sites): void {
  const { world, dice } = trade
  const fruitful = dice
    .shuffle(giving)
    .filter((site) => site.row.communeCode === '93048' || !dice.chance(FRUITLESS))
  let made = 0
  for (let round = 0; round < ROUNDS; round++) {
    for (const site of fruitful) {
      if (made >= COUNTS.collected) return
      const isEnded = phaseOf(world, site) === 'ended'
      if (!isEnded && (site === story || !dice.chance(0.5))) continue
      const lot = dice.shuffle(site.lots).find((each) => canBeCollected(world, each))
      if (!lot) continue
      const share = isEnded ? dice.pick([1, 1, 0.8, 0.6]) : dice.pick([0.25, 0.4, 0.6])
      collect(trade, lot, share, () => partyTo(trade, lot))
      made += 1
    }
  }
}

/** Whether any taker can have asked for it. */
export function isPublic(world: World, { row }: PlannedLot): boolean {
  return row.status === 'published' && row.publicFrom <= world.baseDay
}

export function canBeCollected(world: World, lot: PlannedLot): boolean {
  const days = collectionDays(lot)
  return isPublic(world, lot) && lot.row.availableMilli > 0 && days.first <= days.last
}

/** The days on which a lot can have left: there, published three days before, before the base day. */
function collectionDays(lot: PlannedLot): { first: number; last: number } {
  return { first: Math.max(lot.from, lot.publishedOn + 3), last: Math.min(lot.until - 1, -1) }
}

/** Hands a part of a lot over to a taker on one of its days, at times for a need of theirs. */
export function collect(trade: Book, lot: PlannedLot, share: number, takerOf: () => Party): void {
  const { world, dice } = trade
  const days = collectionDays(lot)
  const handedOverOn = dice.int(days.first, days.last)
  const decidedOn = dice.int(Math.max(lot.publishedOn + 1, handedOverOn - 20), handedOverOn - 1)
  const requestedOn = dice.int(Math.max(lot.publishedOn, decidedOn - 4), decidedOn - 1)
  const draft = draftFor(lot, takerOf(), null, share, requestedOn)
  if (dice.chance(FOR_A_NEED)) draft.need = servedNeed(trade, draft, handedOverOn)
  addCollected(world, dice, draft, { decidedOn, handedOverOn })
}

/** Who takes a lot that left: often the demo taker in Montreuil, else someone near. */
function partyTo(trade: Trade, lot: PlannedLot): Party {
  const { dice, actors } = trade
  return lot.row.communeCode === '93048' && dice.chance(0.4) ? actors.demo.taker : neighbour(trade, lot)
}

/** The need that a past handover served, stated some days before its request and closed after it. */
function servedNeed({ world, dice }: Book, draft: Draft, handedOverOn: number): PlannedNeed {
  const { lot, taker } = draft
  const createdAtMs = instantOf(world, draft.requestedOn - dice.int(1, 25), dice.int(0, 600))
  const row = makeNeed({
    id: dice.id(createdAtMs),
    organisationId: taker.organisation.id,
    communeCode: draft.takerCommuneCode,
    material: lot.row.material,
    title: `${lot.product.wanted} pour ${dice.pick(PROJECTS)}`,
    unit: lot.row.unit,
    quantityMilli: around(dice, lot.product, draft.quantityMilli, [1, 1.5]),
    neededFrom: dayOf(world, handedOverOn - dice.int(0, 20)),
    neededUntil: dayOf(world, handedOverOn + dice.int(5, 60)),
    radiusKm: dice.pick([40, 50, 60]),
    minCondition: Math.min(2, lot.row.condition),
    status: 'closed',
    createdAtMs,
  })
  const closedAtMs = Math.min(instantOf(world, handedOverOn + 1, 0), instantOf(world, -1, 640))
  const need = addNeed(world, taker, lot.product, row)
  note(world, {
    entity: 'need',
    entityId: row.id,
    kind: 'closed',
    actorUserId: taker.user.id,
    atMs: closedAtMs,
  })
  return need
}

/** Requests to answer and handovers to come, on lots that are still there. */
function planCurrent(trade: Trade, lots: readonly PlannedLot[]): void {
  const { world, dice } = trade
  const open = lots.filter((lot) => lot.until > 2 && lot.publishedOn < -1)
  const drafts = open.flatMap((lot) => currentDraft(trade, lot))
  for (const draft of drafts.slice(0, COUNTS.requested)) {
    addRequest(world, dice, { ...draft, requestedOn: Math.max(draft.lot.publishedOn, -dice.int(1, 5)) })
  }
  const accepted = drafts.slice(COUNTS.requested, COUNTS.requested + COUNTS.accepted)
  for (const [index, draft] of accepted.entries()) {
    const requestedOn = Math.max(draft.lot.publishedOn, -dice.int(3, 18))
    const row = addAccepted(world, dice, { ...draft, requestedOn }, dice.int(requestedOn + 1, -1))
    if (index > 6 || draft.lot.from > -1) continue
    const massG = weighedMassG(dice, draft.lot, draft.quantityMilli)
    const atMs = instantOf(world, -1, dice.int(490, 560))
    addSignature(world, draft, row, { side: 'giver', massG, atMs })
    if (index > 1) continue
    addSignature(world, draft, row, { side: 'taker', massG: massG + 20_000, atMs: atMs + 1_800_000 })
  }
}

function currentDraft(trade: Trade, lot: PlannedLot): Draft[] {
  const { world, dice } = trade
  const share = dice.range(0.15, 0.6)
  if (partOf(lot, share) === 0) return []
  const fitting = trade.needs.filter(
    (need) =>
      need.taker.organisation.id !== lot.row.organisationId &&
      need.row.unit === lot.row.unit &&
      need.row.status === 'open' &&
      scoreOf(world, lot, need) !== null,
  )
  const need = fitting.length > 0 && dice.chance(0.6) ? dice.pick(fitting) : null
  const others = fitting.filter(({ taker }) => taker !== trade.actors.demo.taker)
  const chosen = need?.taker === trade.actors.demo.taker ? (others[0] ?? null) : need
  return [draftFor(lot, chosen?.taker ?? neighbour(trade, lot), chosen, share, -1)]
}

/** Requests that came to nothing, over the life of any lot. */
function planEnded(trade: Trade, lots: readonly PlannedLot[]): void {
  const { world, dice } = trade
  const wanted = (['refused', 'cancelled', 'expired'] as const).flatMap((status) =>
    Array.from({ length: COUNTS[status] }, () => status),
  )
  const tried = lots.filter((lot) => lot.publishedOn < -12 && lot.row.availableMilli > 0)
  for (const [index, status] of dice.shuffle(wanted).entries()) {
    const lot = tried[index % tried.length]
    if (!lot) return
    const requestedOn = dice.int(lot.publishedOn, Math.max(lot.publishedOn, Math.min(lot.until - 2, -9)))
    addEnded(
      world,
      dice,
      draftFor(lot, neighbour(trade, lot), null, dice.range(0.2, 0.7), requestedOn),
      status,
    )
  }
}

/** A part of a lot for a taker, and for a need of theirs where there is one. */
export function draftFor(
  lot: PlannedLot,
  taker: Party,
  need: PlannedNeed | null,
  share: number,
  requestedOn: number,
): Draft {
  const takerCommuneCode = need?.row.communeCode ?? taker.organisation.communeCode!
  return { lot, taker, need, takerCommuneCode, quantityMilli: partOf(lot, share), requestedOn }
}

/** The nearest of a few takers who do not own the lot. */
function neighbour({ world, dice, actors }: Trade, lot: PlannedLot): Party {
  const here = communeOf(world, lot.row.communeCode)
  const strangers = actors.takers.filter(({ organisation }) => organisation.id !== lot.row.organisationId)
  const few = [dice.pick(strangers), dice.pick(strangers), dice.pick(strangers)]
  const kmOf = (party: Party) => greatCircleKm(here, communeOf(world, party.organisation.communeCode!))
  return few.reduce((near, party) => (kmOf(party) < kmOf(near) ? party : near))
}
