import { foldText } from '~/core/fold'
import { greatCircleKm } from '~/core/geo-point'
import { MILLI } from '~/core/units'
import { diceFor, type Dice } from '../dice'
import { makeNeed, type NeedRow } from '../factories/need'
import type { Product } from '../words/product'
import { PRODUCTS } from '../words/products'
import { PROJECTS } from '../words/sentences'
import { STORY_NEEDS } from '../words/story'
import type { Actors } from './actors'
import { attributesOf, wantedLike } from './attributes'
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

/** Open needs beside the demo taker's; needs already served are planned with their reservation. */
const OPEN_COUNT = 185
/** Needs made with an open lot in mind; the others ask for whatever they like. */
const SERVABLE = 0.8
/** Needs that say what they need of the sheet, and those of them that mean another model than the lot's. */
const PRECISE = 0.55
const ANOTHER_MODEL = 0.12
export const RADII_KM = [15, 20, 25, 30, 40, 60] as const

/** A need with the party that states it. */
export type PlannedNeed = { row: NeedRow; taker: Party; product: Product }

/** The open needs of the demo: most can be served by a lot that is open on the base day. */
export function planNeeds(
  world: World,
  actors: Actors,
  lots: readonly PlannedLot[],
  takingSites: readonly PlannedSite[],
): PlannedNeed[] {
  const dice = diceFor('needs')
  const open = dice.shuffle(lots.filter((lot) => lot.row.status === 'published' && lot.until > 1))
  const story = STORY_NEEDS.map((wish) => storyNeed(world, dice, actors.demo.taker, wish))
  const others = Array.from({ length: OPEN_COUNT }, (_, index) => {
    const lot = dice.chance(SERVABLE) ? open[index % open.length] : undefined
    return lot ? needForLot(world, dice, actors, takingSites, lot) : freeNeed(world, dice, actors)
  })
  return [...story, ...others]
}

/** Adds a need to the demo, with its event. What is given back is the row of the demo: later changes to it are kept. */
export function addNeed(world: World, taker: Party, product: Product, stated: NeedRow): PlannedNeed {
  const { name } = communeOf(world, stated.communeCode)
  const row = { ...stated, searchText: foldText([stated.title, stated.description, name].join(' ')) }
  world.rows.needs.push(row)
  note(world, {
    entity: 'need',
    entityId: row.id,
    kind: 'stated',
    actorUserId: taker.user.id,
    atMs: row.createdAtMs,
  })
  return { row, taker, product }
}

/** A quantity around another, in the product's own steps, thousandths. */
export function around(
  dice: Dice,
  product: Product,
  quantityMilli: number,
  shares: [number, number],
): number {
  const step = product.step * MILLI
  return Math.max(step, Math.round((quantityMilli * dice.range(...shares)) / step) * step)
}

function storyNeed(world: World, dice: Dice, taker: Party, wish: (typeof STORY_NEEDS)[number]): PlannedNeed {
  const product = PRODUCTS.find(({ wanted }) => wanted === wish.wanted)
  if (!product) throw new Error(`No product is wanted as ${wish.wanted}`)
  const createdAtMs = instantOf(world, -dice.int(2, 25), dice.int(0, 600))
  return addNeed(
    world,
    taker,
    product,
    makeNeed({
      ...basicsOf(dice, taker, product, createdAtMs),
      title: `${wish.wanted} pour ${wish.project}`,
      quantityMilli: wish.quantity * MILLI,
      neededFrom: world.baseDay,
      neededUntil: dayOf(world, dice.int(120, 180)),
      radiusKm: 30,
      minCondition: dice.int(2, 3),
      budgetUnitCents: null,
      attributes: wish.asks ?? {},
    }),
  )
}

function needForLot(
  world: World,
  dice: Dice,
  actors: Actors,
  takingSites: readonly PlannedSite[],
  lot: PlannedLot,
): PlannedNeed {
  const strangers = actors.takers.filter(({ organisation }) => organisation.id !== lot.row.organisationId)
  const taker = dice.pick(strangers)
  const site = dice.chance(0.4) ? takingSites.find(({ owner }) => owner === taker) : undefined
  const communeCode = site?.row.communeCode ?? taker.organisation.communeCode!
  const km = greatCircleKm(communeOf(world, communeCode), communeOf(world, lot.row.communeCode))
  const roomy = RADII_KM.filter((radius) => radius > km + 1)
  const from = Math.min(dice.int(-25, 50), lot.until - 1)
  const until = Math.max(from + dice.int(30, 140), lot.from + 10, 10)
  const createdAtMs = instantOf(world, -dice.int(1, 70), dice.int(0, 600))
  const { product } = lot
  return addNeed(
    world,
    taker,
    product,
    makeNeed({
      ...basicsOf(dice, taker, product, createdAtMs),
      siteId: site?.row.id ?? null,
      communeCode,
      quantityMilli: around(dice, product, lot.row.quantityMilli, [0.25, 1.2]),
      neededFrom: dayOf(world, from),
      neededUntil: dayOf(world, until),
      radiusKm: roomy.length > 0 ? dice.pick(roomy.slice(0, 3)) : 60,
      minCondition: dice.int(1, Math.min(3, lot.row.condition)),
      attributes: askedOf(dice, lot),
    }),
  )
}

function freeNeed(world: World, dice: Dice, actors: Actors): PlannedNeed {
  const taker = dice.pick(actors.takers)
  const product = dice.pick(PRODUCTS)
  const createdAtMs = instantOf(world, -dice.int(1, 70), dice.int(0, 600))
  const from = dice.int(-20, 60)
  const largest = product.quantity[1] * MILLI
  const row = makeNeed({
    ...basicsOf(dice, taker, product, createdAtMs),
    quantityMilli: around(dice, product, largest, [0.1, 0.5]),
    neededFrom: dayOf(world, from),
    neededUntil: dayOf(world, Math.max(from + dice.int(30, 150), 15)),
    radiusKm: dice.pick(RADII_KM),
    minCondition: dice.int(1, 3),
    status: dice.chance(0.15) ? 'paused' : 'open',
    attributes: dice.chance(0.3) ? wantedLike(dice, attributesOf(dice, product.titles[0]!), 1) : {},
  })
  return addNeed(world, taker, product, row)
}

/** What a need made with a lot in mind asks of its sheet; at times another model, which the lot then just misses. */
export function askedOf(dice: Dice, { row, product }: PlannedLot): NeedRow['attributes'] {
  if (!dice.chance(PRECISE)) return {}
  const another = product.titles.find((title) => title !== row.title)
  const model = another && dice.chance(ANOTHER_MODEL) ? attributesOf(dice, another) : row.attributes
  return wantedLike(dice, model, dice.int(1, 3))
}

/** What a need of a product says whoever states it. */
export function basicsOf(dice: Dice, taker: Party, product: Product, createdAtMs: number) {
  const [least, most] = product.price
  return {
    id: dice.id(createdAtMs),
    organisationId: taker.organisation.id,
    communeCode: taker.organisation.communeCode!,
    material: product.material,
    title: `${product.wanted} pour ${dice.pick(PROJECTS)}`,
    unit: product.unit,
    budgetUnitCents: dice.chance(0.4) ? null : Math.round((least + most * dice.range(0.3, 1)) / 2 / 10) * 10,
    createdAtMs,
  }
}
