import { foldText } from '~/core/fold'
import { estimateMassG } from '~/core/material-masses'
import { MILLI } from '~/core/units'
import { lotReference } from '~/features/lots/model/reference'
import { diceFor, type Dice } from '../dice'
import { makeLot, type LotRow } from '../factories/lot'
import type { Product } from '../words/product'
import { PRODUCTS } from '../words/products'
import { LAST_CALLS } from '../words/sentences'
import { EARLY_OFFERS } from '../words/story'
import { attributesOf } from './attributes'
import { stagedFor, termsOf } from './terms'
import {
  communeOf,
  dayOf,
  instantOf,
  note,
  offsetOf,
  type PlannedLot,
  type PlannedSite,
  type World,
} from './world'

const LOT_COUNT = 400
const GIFTS = 0.47
/** How many lots a site offers, least and most, by what is left of its works. */
const PER_SITE = { ended: [3, 6], open: [7, 10], coming: [4, 7] } as const
const MOST_PER_SITE = 12
/** Lots of ended sites that were put in store and are still there, and how many days after the end of works at most. */
const STORED = 0.28
const STORED_DAYS = 440
const URGENT = 0.18
/** Lots of these last days that not everyone sees yet. */
const STAGED = 0.3
const STAGED_SINCE = -8

type Phase = keyof typeof PER_SITE
type Window = { publishedOn: number; from: number; until: number; isStored: boolean }

/** The lots of every giving site. */
export function planLots(world: World, sites: readonly PlannedSite[]): PlannedLot[] {
  const dice = diceFor('lots')
  const references = new Set<string>()
  for (const { site, count } of countsBySite(world, dice, sites)) {
    for (const product of productsFor(dice, site, count)) {
      const lot = planLot(world, dice, site, product, freeReference(dice, references))
      site.lots.push(lot)
      world.rows.lots.push(lot.row)
    }
  }
  return sites.flatMap((site) => site.lots)
}

/** How many lots each site offers, `LOT_COUNT` in all; the demo giver's open site offers what its story needs. */
function countsBySite(world: World, dice: Dice, sites: readonly PlannedSite[]) {
  const counted = sites.map((site) => {
    const [least, most] = PER_SITE[phaseOf(world, site)]
    return { site, count: site.offers.length || dice.int(least, most) }
  })
  const adjustable = dice.shuffle(counted.filter(({ site }) => site.offers.length === 0))
  let missing = LOT_COUNT - counted.reduce((sum, { count }) => sum + count, 0)
  for (let turn = 0; missing !== 0 && turn < LOT_COUNT; turn++) {
    const chosen = adjustable[turn % adjustable.length]!
    const step = Math.sign(missing)
    if (chosen.count + step < 2 || chosen.count + step > MOST_PER_SITE) continue
    chosen.count += step
    missing -= step
  }
  return counted
}

export function phaseOf(world: World, { row }: PlannedSite): Phase {
  if (offsetOf(world, row.endsOn) < 0) return 'ended'
  return offsetOf(world, row.startsOn) > 0 ? 'coming' : 'open'
}

/** Different products for one site; heavy masonry seldom leaves a strip-out. */
export function productsFor(dice: Dice, site: PlannedSite, count: number): Product[] {
  const isHeavy = (product: Product) => ['concrete', 'stone', 'roof-tile'].includes(product.material)
  const keepsFrame = site.row.kind === 'strip-out' || site.row.kind === 'renovation'
  const shuffled = dice.shuffle(PRODUCTS)
  const fitting = shuffled.filter((product) => !keepsFrame || !isHeavy(product) || dice.chance(0.3))
  const rest = shuffled.filter((product) => !fitting.includes(product))
  const offered = shuffled.filter((product) => site.offers.includes(product.wanted))
  return [...new Set([...offered, ...fitting, ...rest])].slice(0, Math.max(count, offered.length))
}

/** A lot of a site, with the events of its publication; the caller adds its row. */
export function planLot(
  world: World,
  dice: Dice,
  site: PlannedSite,
  product: Product,
  reference: string,
): PlannedLot {
  const window = windowOf(world, dice, site)
  const { publishedOn, from, until } = window
  const publishedAtMs = instantOf(world, publishedOn, dice.int(0, 600))
  const quantityMilli = quantityOf(dice, product)
  const isStory = site.offers.includes(product.wanted)
  const title = isStory ? product.titles[0]! : dice.pick(product.titles)
  const description = describe(dice, product, window)
  const condition = conditionOf(dice)
  const communeCode = site.row.communeCode
  const row = makeLot({
    id: dice.id(publishedAtMs),
    reference,
    organisationId: site.row.organisationId,
    siteId: site.row.id,
    communeCode,
    material: product.material,
    title,
    description,
    searchText: foldText([title, description, reference, communeOf(world, communeCode).name].join(' ')),
    unit: product.unit,
    quantityMilli,
    ...massOf(dice, product, quantityMilli),
    condition,
    availableFrom: dayOf(world, from),
    availableUntil: dayOf(world, until),
    unitPriceCents: dice.chance(GIFTS) ? 0 : priceOf(dice, product, condition),
    status:
      dice.chance(0.94) || site.offers.length > 0 ? 'published' : dice.pick(['paused', 'withdrawn'] as const),
    materialSource: dice.chance(0.6) ? 'suggestion' : 'person',
    publishedAtMs,
    createdAtMs: publishedAtMs,
    attributes: attributesOf(dice, title),
    ...termsOf(world, dice, {
      product,
      site,
      title,
      massG: (quantityMilli / MILLI) * product.unitMassG,
      ...window,
    }),
    ...stagingOf(world, dice, site, product, publishedOn),
  })
  noteLot(world, dice, site, row, publishedOn)
  return { row, product, site, publishedOn, from, until }
}

/** When a lot is published and there; a day of publication is always before the base day. */
function windowOf(world: World, dice: Dice, site: PlannedSite): Window {
  const starts = offsetOf(world, site.row.startsOn)
  const ends = offsetOf(world, site.row.endsOn)
  const opened = Math.ceil((site.row.createdAtMs - instantOf(world, 0, 0)) / 86_400_000)
  const published = (day: number) => Math.max(opened, Math.min(-1, day))
  if (ends < 0) {
    const from = starts + dice.int(5, 30)
    const isStored = ends > -STORED_DAYS && dice.chance(STORED)
    const until = isStored ? dice.int(15, 120) : Math.max(from + 20, ends + dice.int(1, 20))
    return { publishedOn: published(from - dice.int(-4, 20)), from, until, isStored }
  }
  if (starts > 0) {
    const from = starts + dice.int(0, 20)
    return {
      publishedOn: published(-dice.int(1, 25)),
      from,
      until: Math.max(from + 14, ends),
      isStored: false,
    }
  }
  const from = dice.int(Math.max(starts, -60), Math.max(starts, Math.min(15, ends)))
  const isUrgent = from < 1 && dice.chance(URGENT)
  const until = isUrgent ? dice.int(2, 8) : Math.max(from + 10, 12, Math.min(dice.int(20, 150), ends + 20))
  return { publishedOn: published(from - dice.int(-8, 25)), from, until, isStored: false }
}

function quantityOf(dice: Dice, { quantity: [least, most], step }: Product): number {
  const drawn = least + (most - least) * dice.next() ** 1.6
  return Math.max(step, Math.round(drawn / step) * step) * MILLI
}

/** The mass as givers state it: typical where a source gives one, else weighed, else missing. */
function massOf(dice: Dice, product: Product, quantityMilli: number) {
  const estimate = estimateMassG(product.material, quantityMilli, product.unit)
  if (estimate && (!estimate.estimated || dice.chance(0.65))) {
    return { massG: estimate.massG, massEstimated: estimate.estimated }
  }
  if (!estimate && dice.chance(0.35)) return { massG: null, massEstimated: false }
  const weighedG = (quantityMilli / MILLI) * product.unitMassG * dice.range(0.9, 1.1)
  return { massG: Math.max(10_000, Math.round(weighedG / 10_000) * 10_000), massEstimated: false }
}

function conditionOf(dice: Dice): number {
  const drawn = dice.next()
  if (drawn < 0.05) return 1
  if (drawn < 0.18) return 2
  if (drawn < 0.58) return 3
  return drawn < 0.9 ? 4 : 5
}

/** Cents per unit, rounded as people do: to 5 cents under a euro, to 50 above, to whole euros from ten. */
function priceOf(dice: Dice, { price: [least, most] }: Product, condition: number): number {
  const cents = dice.range(least, most) * (0.55 + condition * 0.12)
  const step = cents < 100 ? 5 : cents < 1000 ? 50 : 100
  return Math.max(step, Math.round(cents / step) * step)
}

function describe(dice: Dice, product: Product, window: Window): string {
  const isUrgent = window.until > 0 && window.until < 9 && !window.isStored
  const last = isUrgent ? [dice.pick(LAST_CALLS)] : []
  return [dice.pick(product.details), dice.pick(product.removal), ...last].join(' ')
}

/** Some of the newest lots are shown by stages; the others to everyone from the first day. */
function stagingOf(
  world: World,
  dice: Dice,
  { row, offers }: PlannedSite,
  { wanted }: Product,
  publishedOn: number,
) {
  const publicIn = dice.int(2, 9)
  const place = { communeCode: row.communeCode, publishedOn: dayOf(world, publishedOn) }
  if (offers.length > 0) {
    const early = EARLY_OFFERS[wanted]
    return early === undefined ? {} : stagedFor(world, place, { territory: early, publicIn })
  }
  if (publishedOn < STAGED_SINCE || !dice.chance(STAGED)) return {}
  const territory = dice.pick(['commune', 'ept', 'ept', null] as const)
  return stagedFor(world, place, { territory, publicIn })
}

/** A reference that none of those taken is; it is taken from now on. */
export function freeReference(dice: Dice, taken: Set<string>): string {
  for (;;) {
    const reference = lotReference(dice.int(0, 2 ** 30 - 1))
    if (taken.has(reference)) continue
    taken.add(reference)
    return reference
  }
}

function noteLot(world: World, dice: Dice, site: PlannedSite, row: LotRow, publishedOn: number): void {
  const by = { entity: 'lot', entityId: row.id, actorUserId: site.owner.user.id } as const
  note(world, { ...by, kind: 'published', atMs: row.publishedAtMs })
  if (row.status === 'published') return
  const day = Math.min(-1, publishedOn + dice.int(1, 12))
  note(world, {
    ...by,
    kind: row.status,
    atMs: Math.max(row.publishedAtMs + 60_000, instantOf(world, day, 620)),
  })
}
