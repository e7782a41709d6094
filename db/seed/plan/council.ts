import { foldText } from '~/core/fold'
import { MILLI } from '~/core/units'
import { diceFor, type Dice } from '../dice'
import { makeLot } from '../factories/lot'
import { makeInventory, makeInventoryLine, makeSite } from '../factories/site'
import { PRODUCTS } from '../words/products'
import type { Actors } from './actors'
import { addCollected } from './reservations'
import {
  communeOf,
  dayOf,
  instantOf,
  note,
  offsetOf,
  type Party,
  type PlannedLot,
  type PlannedSite,
  type World,
} from './world'

type Plan = {
  communeCode: string
  name: string
  address: string
  /** Share of what was surveyed that left for reuse; null without a survey. */
  reusedShare: number | null
  /** Products by what needs call them, with what leaves of each in one handover, in units. */
  gives: readonly (readonly [wanted: string, units: number])[]
  /** Where each round of handovers goes, in turn. */
  goesTo: readonly string[]
}

/** Two communes with enough handovers for a council: one whose sites are surveyed, one where none is yet. */
const PLANS: readonly Plan[] = [
  {
    communeCode: '93048',
    name: 'Réhabilitation de l’école du Bel-Air',
    address: '9 rue du Bel-Air',
    reusedShare: 0.21,
    gives: [
      ['Briques pleines anciennes', 700],
      ['Parquet chêne massif', 40],
      ['Solives bois', 60],
      ['Isolant en laine minérale', 60],
    ],
    goesTo: ['93048', '93006', '75056', '93048', '93006', '75056'],
  },
  {
    communeCode: '93006',
    name: 'Curage des ateliers de la Dhuys',
    address: '31 rue de la Dhuys',
    reusedShare: null,
    gives: [
      ['Plaques de plâtre', 120],
      ['Briques de parement', 500],
      ['Poutres de charpente', 8],
    ],
    goesTo: ['93048', '93048', '75056', '93048', '75056', '75056'],
  },
]

/** From the first handover to the last, in days before the base day. */
const FIRST = -150
const LAST = -6
const LIFE = { startsOn: -190, endsOn: 24 }

/** The sites of a story that a council can be told, with their lots, all of which have gone. */
export function planCouncil(world: World, actors: Actors): PlannedLot[] {
  const dice = diceFor('council')
  const givers = actors.givers.filter((party) => party !== actors.demo.giver)
  return PLANS.flatMap((plan, index) => {
    const owner = givers[index % givers.length]!
    const site = addSite(world, dice, plan, owner)
    const takers = actors.takers.filter(({ organisation }) => organisation.id !== owner.organisation.id)
    return plan.gives.flatMap(([wanted, units], rank) => {
      const lot = addLot(world, dice, site, { wanted, units, rank, rounds: plan.goesTo.length })
      handOver(world, dice, lot, { plan, units, rank, takers })
      return lot
    })
  })
}

function addSite(world: World, dice: Dice, plan: Plan, owner: Party): PlannedSite {
  const createdAtMs = instantOf(world, LIFE.startsOn - 30, dice.int(0, 400))
  const endOfYear = offsetOf(world, `${world.baseDay.slice(0, 4)}-12-31`)
  const { lat, lon } = communeOf(world, plan.communeCode)
  const row = makeSite({
    ...{ id: dice.id(createdAtMs), organisationId: owner.organisation.id, communeCode: plan.communeCode },
    ...{ name: plan.name, address: plan.address, kind: 'renovation', lat, lon, createdAtMs },
    startsOn: dayOf(world, LIFE.startsOn),
    endsOn: dayOf(world, Math.min(LIFE.endsOn, endOfYear)),
    contactName: owner.user.name,
    contactPhone: owner.user.phone ?? '',
  })
  world.rows.sites.push(row)
  note(world, {
    ...{ entity: 'site', entityId: row.id, kind: 'opened', actorUserId: owner.user.id, atMs: createdAtMs },
  })
  const hasInventory = plan.reusedShare !== null
  if (plan.reusedShare !== null) addSurvey(world, dice, row.id, { plan, createdAtMs })
  return { row, owner, hasInventory, offers: [], cedingRight: 'owner', lots: [] }
}

/** What was surveyed: each product given, with what was damaged, then the bulk of the building. */
function addSurvey(
  world: World,
  dice: Dice,
  siteId: string,
  { plan, createdAtMs }: { plan: Plan; createdAtMs: number },
): void {
  const at = createdAtMs + 3_600_000
  const inventory = makeInventory({
    ...{ id: dice.id(at), siteId, kind: 'pemd', surveyor: 'Atelier Diagnostic', createdAtMs: at },
    surveyedOn: dayOf(world, LIFE.startsOn - 25),
  })
  world.rows.inventories.push(inventory)
  const add = (line: Parameters<typeof makeInventoryLine>[0]) =>
    world.rows.inventoryLines.push(makeInventoryLine({ id: dice.id(at), ...line }))
  const givenG = plan.gives.map(([wanted, units]) => {
    const product = productOf(wanted)
    const massG = units * plan.goesTo.length * product.unitMassG
    const reusableMassG = Math.round(massG * 1.3)
    add({
      ...{ inventoryId: inventory.id, material: product.material, product: product.inventoried },
      ...{ quantityMilli: Math.round((reusableMassG / product.unitMassG) * MILLI), unit: product.unit },
      ...{ massG: Math.round(massG * 1.5), reusableMassG },
    })
    return massG
  })
  const sumG = givenG.reduce((sum, massG) => sum + massG, 0)
  const bulkG = Math.round(sumG / (plan.reusedShare ?? 1) - sumG * 1.5)
  add({
    ...{ inventoryId: inventory.id, material: 'concrete', product: 'Dalles et murs en béton', unit: 't' },
    ...{ quantityMilli: Math.round(bulkG / 1000), massG: bulkG, reusableMassG: 0 },
  })
}

function productOf(wanted: string) {
  const product = PRODUCTS.find((one) => one.wanted === wanted)
  if (!product) throw new Error(`No product is called ${wanted}`)
  return product
}

function addLot(
  world: World,
  dice: Dice,
  site: PlannedSite,
  { wanted, units, rank, rounds }: { wanted: string; units: number; rank: number; rounds: number },
): PlannedLot {
  const product = productOf(wanted)
  const [publishedOn, from, until] = [FIRST - 12, FIRST - 8, LIFE.endsOn]
  const publishedAtMs = instantOf(world, publishedOn, dice.int(0, 500))
  const reference = `GIS-${site.row.communeCode.slice(-3)}${'CDEF'[rank] ?? 'X'}`
  const { communeCode } = site.row
  const title = product.titles[0]!
  const description = `${product.details[0]!} ${product.removal[0]!}`
  const row = makeLot({
    ...{ id: dice.id(publishedAtMs), reference, communeCode, title, description },
    ...{ organisationId: site.row.organisationId, siteId: site.row.id },
    searchText: foldText([title, description, reference, communeOf(world, communeCode).name].join(' ')),
    ...{ material: product.material, unit: product.unit, removal: 'removed', condition: 4 },
    quantityMilli: units * rounds * MILLI,
    massG: units * rounds * product.unitMassG,
    ...{ availableFrom: dayOf(world, from), availableUntil: dayOf(world, until) },
    ...{ publishedAtMs, createdAtMs: publishedAtMs },
  })
  const lot = { row, product, site, publishedOn, from, until }
  site.lots.push(lot)
  world.rows.lots.push(row)
  note(world, {
    ...{ entity: 'lot', entityId: row.id, kind: 'published' },
    ...{ actorUserId: site.owner.user.id, atMs: publishedAtMs },
  })
  return lot
}

/** One handover of the lot for each round, spread over the period; each place takes from each lot in its turn. */
function handOver(
  world: World,
  dice: Dice,
  lot: PlannedLot,
  { plan, units, rank, takers }: { plan: Plan; units: number; rank: number; takers: readonly Party[] },
): void {
  const gap = Math.floor((LAST - FIRST) / plan.goesTo.length)
  for (const [round, takerCommuneCode] of plan.goesTo.entries()) {
    const handedOverOn = FIRST + round * gap + 4 * rank + dice.int(0, 5)
    const requestedOn = handedOverOn - dice.int(6, 7)
    const quantityMilli = units * MILLI
    const taker = takers[(round + 2 * rank) % takers.length]!
    const draft = { lot, taker, need: null, takerCommuneCode, quantityMilli, requestedOn }
    addCollected(world, dice, draft, { decidedOn: requestedOn + 2, handedOverOn })
  }
}
