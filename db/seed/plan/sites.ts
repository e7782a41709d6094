import { diceFor, type Dice } from '../dice'
import { makeSite, type SiteKind, type SiteRow } from '../factories/site'
import { BUILDINGS, PLACES, SITE_ACCESSES, STREETS } from '../words/sites'
import { STORY_OFFERS } from '../words/story'
import type { Actors } from './actors'
import {
  communeOf,
  dayOf,
  instantOf,
  note,
  offsetOf,
  type Party,
  type PlannedSite,
  type World,
} from './world'

/** The span of the sites' last days, in days from the base day: 14 months back, 8 ahead. */
const SPAN = { from: -425, until: 243 } as const
const COMMUNE_COUNT = 45
/** Communes with a cohort in the base day's calendar year. */
const COHORT_COUNT = 36
const INVENTORIED_ELSEWHERE = 13
const WITHOUT_INVENTORY = 9
const TAKING = 16
/** Sites outside the cohorts that are still under way, at least. */
const STILL_OPEN = 0.65

export type Sites = {
  giving: PlannedSite[]
  taking: PlannedSite[]
  /** The demo giver's open strip-out in Montreuil. */
  story: PlannedSite
}

export type SiteDraft = {
  owner: Party
  communeCode: string
  kind: SiteKind
  endsOn: number
  hasInventory: boolean
  length?: number
  name?: string
  address?: string
  offers?: readonly string[]
}

/** The sites of the demo over about 45 communes, with the demo giver's own. */
export function planSites(world: World, actors: Actors): Sites {
  const dice = diceFor('sites')
  const add = siteAdder(world, dice)
  const communes = chooseCommunes(world, dice)
  const year = yearSpan(world)
  const owner = () => dice.pick(actors.givers)
  const anyEnd = () => (dice.chance(STILL_OPEN) ? dice.int(6, 200) : dice.int(SPAN.from, SPAN.until))
  const kind = () => dice.pick(['demolition', 'renovation', 'strip-out', 'strip-out'] as const)
  const [story, ...own] = demoSites(actors.demo.giver, year).map(add)
  const cohort = communes.slice(0, COHORT_COUNT).map((communeCode) => {
    const endsOn = dice.int(year.from, year.until)
    return add({ owner: owner(), communeCode, kind: kind(), endsOn, hasInventory: true })
  })
  const elsewhere = Array.from({ length: INVENTORIED_ELSEWHERE }, () =>
    add({
      owner: owner(),
      communeCode: dice.pick(communes),
      kind: kind(),
      endsOn: anyEnd(),
      hasInventory: true,
    }),
  )
  const without = communes
    .slice(-WITHOUT_INVENTORY)
    .map((communeCode) =>
      add({ owner: owner(), communeCode, kind: kind(), endsOn: anyEnd(), hasInventory: false }),
    )
  const taking = Array.from({ length: TAKING }, (_, index) => {
    const taker = actors.takers[index % actors.takers.length]!
    const communeCode = dice.chance(0.5) ? taker.organisation.communeCode! : dice.pick(communes)
    const endsOn = dice.int(20, SPAN.until)
    return add({ owner: taker, communeCode, kind: 'construction', endsOn, length: 260, hasInventory: false })
  })
  return { giving: [story!, ...own, ...cohort, ...elsewhere, ...without], taking, story: story! }
}

/** The part of the span that lies in the base day's calendar year, in days from the base day. */
function yearSpan(world: World): { from: number; until: number } {
  const year = world.baseDay.slice(0, 4)
  return {
    from: Math.max(SPAN.from, offsetOf(world, `${year}-01-01`)),
    until: Math.min(SPAN.until, offsetOf(world, `${year}-12-31`)),
  }
}

/** The demo giver's sites; the first ends within the calendar year, on the base day at the earliest. */
function demoSites(owner: Party, year: { from: number; until: number }): SiteDraft[] {
  const montreuil = { owner, communeCode: '93048', kind: 'strip-out' } as const
  return [
    {
      ...montreuil,
      name: 'Curage du 42 rue de la Fabrique',
      address: '42 rue de la Fabrique',
      endsOn: Math.min(45, year.until),
      length: 90,
      hasInventory: true,
      offers: STORY_OFFERS,
    },
    {
      ...montreuil,
      name: 'Ancienne agence du Plateau',
      endsOn: Math.min(-1, Math.max(year.from, -75)),
      hasInventory: true,
    },
    {
      ...montreuil,
      communeCode: '93063',
      name: 'Plateaux de bureaux Les Ruffins',
      endsOn: 80,
      hasInventory: false,
    },
    { ...montreuil, communeCode: '93064', kind: 'demolition', endsOn: 190, hasInventory: true },
  ]
}

/** Communes drawn in proportion to the square root of their population; Montreuil's sites are told apart. */
function chooseCommunes(world: World, dice: Dice): string[] {
  const ranked = [...world.communes.values()]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, population }) => ({ code, rank: dice.next() ** (1 / Math.sqrt(population)) }))
    .filter(({ code }) => code !== '93048' && code !== '75056')
  const drawn = ranked.sort((a, b) => b.rank - a.rank).slice(0, COMMUNE_COUNT - 2)
  return ['75056', ...drawn.map(({ code }) => code)]
}

/** Adds sites to a world one by one, with their events, under names that take turns. */
export function siteAdder(world: World, dice: Dice) {
  const places = dice.shuffle(PLACES)
  let count = 0
  return (draft: SiteDraft): PlannedSite => {
    const place = places[count++ % places.length]!
    const row = siteRow(world, dice, draft, `${dice.pick(BUILDINGS[draft.kind])} ${place}`)
    world.rows.sites.push(row)
    note(world, {
      entity: 'site',
      entityId: row.id,
      kind: 'opened',
      actorUserId: draft.owner.user.id,
      atMs: row.createdAtMs,
    })
    const cedingRight = draft.owner.organisation.isTaker
      ? 'owner'
      : dice.pick(['contract', 'contract', 'mandate'] as const)
    const { owner, hasInventory, offers = [] } = draft
    return { row, owner, hasInventory, offers, cedingRight, lots: [] }
  }
}

function siteRow(world: World, dice: Dice, draft: SiteDraft, name: string): SiteRow {
  const startsOn = draft.endsOn - (draft.length ?? dice.int(60, 220))
  const createdOn = Math.min(startsOn - dice.int(20, 45), -2)
  const createdAtMs = instantOf(world, createdOn, dice.int(0, 500))
  const { lat, lon } = communeOf(world, draft.communeCode)
  return makeSite({
    id: dice.id(createdAtMs),
    organisationId: draft.owner.organisation.id,
    communeCode: draft.communeCode,
    kind: draft.kind,
    name: draft.name ?? name,
    address: draft.address ?? `${dice.int(2, 118)} ${dice.pick(STREETS)}`,
    lat: lat + dice.range(-0.004, 0.004),
    lon: lon + dice.range(-0.006, 0.006),
    startsOn: dayOf(world, startsOn),
    endsOn: dayOf(world, draft.endsOn),
    access: dice.pick(SITE_ACCESSES),
    contactName: draft.owner.user.name,
    contactPhone: draft.owner.user.phone ?? '',
    createdAtMs,
  })
}
