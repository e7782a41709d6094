import { diceFor, type Dice } from '../dice'
import { makeAttributionProfile, makeCessionTerms } from '../factories/attribution'
import type { ReservationRow } from '../factories/reservation'
import {
  COMMUNE_CRITERIA,
  GIFT_PRODUCTS,
  GIFT_REASON,
  GIFT_REFUSAL,
  LOW_PRICE_REASON,
  SALE_PRODUCTS,
  SALE_REASON,
} from '../words/public-story'
import type { Actors } from './actors'
import { addAccepted, addEnded, addRequest, partOf, type Draft } from './reservations'
import { dayOf, instantOf, type Party, type PlannedLot, type World } from './world'

const DELEGATION = { reference: 'DEL-2020-031', day: -420 } as const

/**
 * A commune gives pieces of a lot to an association, refuses the demo taker, a company, with what to do, and sells
 * another lot under its delegation; on a third, several requests wait in an order.
 */
export function planPublicStory(world: World, actors: Actors, lots: readonly PlannedLot[]): void {
  const dice = diceFor('public-story')
  planProfiles(world, actors)
  const free = lots.filter((lot) => isFree(world, lot))
  const gift = pick(free, GIFT_PRODUCTS)
  const sale = pick(free, SALE_PRODUCTS, [gift])
  const awaited = pick(free, [], [gift, sale])
  const association = partyOf(actors.takers, 'general-interest')
  if (!gift || !association) throw new Error('No commune of the demo has anything free to give')
  giveAway(world, dice, gift, { association, company: actors.demo.taker })
  const company = partyOf(actors.takers, 'company', [actors.demo.taker])
  if (sale && company) sell(world, dice, sale, company)
  if (awaited && company) makeWait(world, dice, awaited, [company, association])
}

/** Every commune that gives publishes its criteria and holds a delegation. */
function planProfiles(world: World, { givers }: Actors): void {
  for (const { organisation } of givers) {
    if (organisation.kind !== 'commune') continue
    world.rows.attributionProfiles.push(
      makeAttributionProfile({
        organisationId: organisation.id,
        criteria: [...COMMUNE_CRITERIA],
        delegationReference: DELEGATION.reference,
        delegationOn: dayOf(world, DELEGATION.day),
        updatedAtMs: instantOf(world, -300, 30),
      }),
    )
  }
}

function giveAway(
  world: World,
  dice: Dice,
  gift: PlannedLot,
  { association, company }: { association: Party; company: Party },
): void {
  gift.row.unitPriceCents = 0
  setTerms(world, gift, { marketUnitCents: 4500 })
  const asked = Math.max(gift.publishedOn, -4)
  const refused = addEnded(world, dice, draftOf(gift, company, 0.3, asked), 'refused')
  explain(world, refused, GIFT_REFUSAL)
  const accepted = addAccepted(world, dice, draftOf(gift, association, 0.4, asked), -1)
  explain(world, accepted, GIFT_REASON)
}

function sell(world: World, dice: Dice, sale: PlannedLot, company: Party): void {
  sale.row.unitPriceCents = 2000
  setTerms(world, sale, { marketUnitCents: 3000, belowMarketReason: LOW_PRICE_REASON })
  const accepted = addAccepted(world, dice, draftOf(sale, company, 0.2, Math.max(sale.publishedOn, -3)), -1)
  explain(world, accepted, SALE_REASON)
}

function makeWait(world: World, dice: Dice, lot: PlannedLot, takers: readonly Party[]): void {
  lot.row.unitPriceCents = 0
  setTerms(world, lot, { marketUnitCents: 6000 })
  for (const taker of takers) {
    addRequest(world, dice, draftOf(lot, taker, 0.3, Math.max(lot.publishedOn, -2)))
  }
}

function setTerms(
  world: World,
  { row }: PlannedLot,
  terms: { marketUnitCents: number; belowMarketReason?: string },
): void {
  world.rows.cessionTerms.push(
    makeCessionTerms({ lotId: row.id, ...terms, updatedAtMs: row.publishedAtMs + 60_000 }),
  )
}

/** Gives an answer the words of the story, in its row and in what was noted of it. */
function explain(world: World, row: ReservationRow, reason: string): void {
  row.decisionReason = reason
  const noted = world.rows.events.find(({ entityId, kind }) => entityId === row.id && kind === row.status)
  if (noted) noted.detail = { ...noted.detail, reason }
}

function draftOf(lot: PlannedLot, taker: Party, share: number, requestedOn: number): Draft {
  return {
    ...{ lot, taker, need: null, requestedOn },
    takerCommuneCode: taker.organisation.communeCode!,
    quantityMilli: partOf(lot, share),
  }
}

/** A lot of a commune that everyone sees, that is there and that nobody has asked for. */
function isFree(world: World, { row, site, product, publishedOn, from, until }: PlannedLot): boolean {
  const isOpen = row.status === 'published' && row.publicFrom < world.baseDay && publishedOn < -1
  const isThere = from < 10 && until > 15
  const isWhole = row.availableMilli === row.quantityMilli && !row.isWhole && row.minTakeMilli === null
  const enough = row.quantityMilli >= 6 * product.step * 1000
  return site.owner.organisation.kind === 'commune' && isOpen && isThere && isWhole && enough
}

/** The first free lot of these products, or of any where none is. */
function pick(
  free: readonly PlannedLot[],
  products: readonly string[],
  taken: readonly (PlannedLot | undefined)[] = [],
): PlannedLot | undefined {
  const left = free.filter((lot) => !taken.includes(lot))
  const ranked = products.flatMap((wanted) => left.filter(({ product }) => product.wanted === wanted))
  return ranked[0] ?? left.find(({ row }) => row.unit === 'u') ?? left[0]
}

function partyOf(parties: readonly Party[], kind: string, except: readonly Party[] = []): Party | undefined {
  return parties.find((party) => party.organisation.kind === kind && !except.includes(party))
}
