import { MILLI } from '~/core/units'
import { diceFor, type Dice } from '../dice'
import { makeInventory, makeInventoryLine, type InventoryLineRow } from '../factories/site'
import type { Product } from '../words/product'
import { BULK, PRODUCTS } from '../words/products'
import { offsetOf, dayOf, type PlannedLot, type PlannedSite, type World } from './world'

/** Share of what a survey counts that ends up handed over, where anything does. */
const HANDED_OVER = { low: 0.03, high: 0.09 } as const
/** Share of the surveyed mass that lots offer, at most: surveys find 5 to 25 % reusable. */
const OFFERED_SHARE = 0.17
/** Who surveyed, in turn; now and then it is not said. */
const SURVEYORS = ['Atelier Diagnostic', 'Bureau d’études Réemploi', 'Camille Arnoux, diagnostiqueuse', '']
const LEAST_TOTAL_G = 24_000_000
/** Unless the lots alone ask for more. */
const MOST_TOTAL_G = 640_000_000
const MOST_LINES = 15

/** The surveys of the sites that have one: their products, then the bulk of the building. */
export function planInventories(
  world: World,
  sites: readonly PlannedSite[],
  dice: Dice = diceFor('inventories'),
): void {
  const handedG = handedOverBySite(world)
  for (const site of sites) {
    if (!site.hasInventory) continue
    const surveyedOn = Math.min(-2, offsetOf(world, site.row.startsOn) - dice.int(25, 60))
    const createdAtMs = site.row.createdAtMs + 3_600_000
    const inventory = makeInventory({
      id: dice.id(createdAtMs),
      siteId: site.row.id,
      kind: site.row.kind === 'demolition' || dice.chance(0.6) ? 'pemd' : 'resources',
      surveyedOn: dayOf(world, surveyedOn),
      surveyor: SURVEYORS[world.rows.inventories.length % SURVEYORS.length]!,
      createdAtMs,
    })
    world.rows.inventories.push(inventory)
    const line: AddLine = (values) => {
      const row = makeInventoryLine({ id: dice.id(createdAtMs), inventoryId: inventory.id, ...values })
      world.rows.inventoryLines.push(row)
      return row.id
    }
    addLines(dice, site, handedG.get(site.row.id) ?? 0, line)
  }
}

type AddLine = (
  values: Pick<
    InventoryLineRow,
    'material' | 'product' | 'quantityMilli' | 'unit' | 'massG' | 'reusableMassG'
  >,
) => string

function addLines(dice: Dice, site: PlannedSite, handedG: number, add: AddLine): void {
  const offered = site.lots.map((lot) => ({ product: lot.product, massG: offeredMassG(lot), lot }))
  const offeredG = offered.reduce((sum, { massG }) => sum + massG, 0)
  const totalG = Math.max(
    LEAST_TOTAL_G * dice.range(0.9, 1.6),
    Math.min(MOST_TOTAL_G, handedG / dice.range(HANDED_OVER.low, HANDED_OVER.high)),
    offeredG / OFFERED_SHARE,
  )
  const products = [...offered, ...extraProducts(dice, site, offered.length)]
  const productsG = products.reduce((sum, { product, massG, lot }) => {
    const reusableG = roundG(massG * dice.range(1, 1.12))
    const wholeG = roundG(reusableG * dice.range(1.02, 1.35))
    const lineId = add(lineOf(product, wholeG, reusableG))
    if (lot) lot.row.inventoryLineId = lineId
    return sum + wholeG
  }, 0)
  const bulk = BULK.slice(0, Math.max(2, MOST_LINES - products.length))
  const shares = bulk.reduce((sum, { share }) => sum + share, 0)
  for (const { material, product, share, reusable } of bulk) {
    const massG = roundG(((totalG - productsG) * share) / shares)
    const reusableMassG = roundG(massG * reusable * dice.range(0.2, 1))
    add({ material, product, quantityMilli: massG / 1000, unit: 't', massG, reusableMassG })
  }
}

/** Products that the survey found and nobody offered, small beside the others. */
function extraProducts(dice: Dice, site: PlannedSite, already: number) {
  const count = Math.max(0, Math.min(dice.int(1, 3), MOST_LINES - 4 - already))
  const known = new Set(site.lots.map((lot) => lot.product))
  const unknown = dice.shuffle(PRODUCTS.filter((product) => !known.has(product)))
  return unknown.slice(0, count).map((product) => ({
    product,
    massG: Math.min(product.quantity[0] * product.unitMassG, 900_000),
    lot: null,
  }))
}

function lineOf(product: Product, massG: number, reusableMassG: number) {
  const quantity = Math.max(1, Math.round(massG / product.unitMassG))
  return {
    material: product.material,
    product: product.inventoried,
    quantityMilli: quantity * MILLI,
    unit: product.unit,
    massG,
    reusableMassG,
  }
}

/** What a lot weighs, as announced or, where that is missing, by its product. */
function offeredMassG({ row, product }: PlannedLot): number {
  return row.massG ?? (row.quantityMilli / MILLI) * product.unitMassG
}

function handedOverBySite(world: World): Map<string, number> {
  const { lots, reservations, handovers } = world.rows
  const siteOfLot = new Map(lots.map((lot) => [lot.id, lot.siteId]))
  const lotOf = new Map(reservations.map((reservation) => [reservation.id, reservation.lotId]))
  const bySite = new Map<string, number>()
  for (const { reservationId, massG } of handovers) {
    const siteId = siteOfLot.get(lotOf.get(reservationId)!)!
    bySite.set(siteId, (bySite.get(siteId) ?? 0) + massG)
  }
  return bySite
}

/** To 10 kg, and never nothing. */
function roundG(massG: number): number {
  return Math.max(10_000, Math.round(massG / 10_000) * 10_000)
}
