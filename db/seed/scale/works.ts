import type { Dice } from '../dice'
import { planLot, productsFor, freeReference } from '../plan/lots'
import { siteAdder, type SiteDraft } from '../plan/sites'
import { instantOf, type PlannedLot, type PlannedSite, type World } from '../plan/world'
import { openBy, weighted, type Crowd } from './crowd'
import { SPAN } from './sizes'

/** Works that end on a day, counted from the base day, with how many lots they offer. */
export type Works = { endsOn: number; lots: number }

/** Sites of takers, where needs come from, for each of givers. */
const BUILDINGS = 0.12
const INVENTORIED = 0.8
const PER_SITE = { least: 3, most: 9 } as const
/** Works before which an account must have been open: the longest works and the time to announce them. */
const AHEAD_DAYS = 275

/** As many works as it takes to offer so many lots, from the first to end to the last; each year has more than the one before. */
export function drawWorks(dice: Dice, lots: number): Works[] {
  const works: Works[] = []
  for (let left = lots; left > 0;) {
    const offered = Math.min(left, dice.int(PER_SITE.least, PER_SITE.most))
    const endsOn = Math.round(SPAN.from + (SPAN.until - SPAN.from) * dice.next() ** 0.6)
    works.push({ endsOn, lots: offered })
    left -= offered
  }
  return works.sort((a, b) => a.endsOn - b.endsOn)
}

export type Site = { giving: PlannedSite[]; building: PlannedSite[]; lots: PlannedLot[] }

/** The sites of some works with their lots, and some sites that build. */
export function planWorks(
  world: World,
  crowd: Crowd,
  works: readonly Works[],
  { dice, references }: { dice: Dice; references: Set<string> },
): Site {
  const add = siteAdder(world, dice)
  const places = weighted([...world.communes.values()])
  const draft = (endsOn: number, among: Crowd['givers'], kind: SiteDraft['kind']): SiteDraft => ({
    owner: openBy(dice, among, instantOf(world, endsOn - AHEAD_DAYS, 0)),
    communeCode: dice.pick(places),
    kind,
    endsOn,
    hasInventory: kind !== 'construction' && dice.chance(INVENTORIED),
  })
  const giving = works.map(({ endsOn, lots }) => {
    const site = add(
      draft(endsOn, crowd.givers, dice.pick(['demolition', 'renovation', 'strip-out', 'strip-out'])),
    )
    for (const product of productsFor(dice, site, lots)) {
      const lot = planLot(world, dice, site, product, freeReference(dice, references))
      site.lots.push(lot)
      world.rows.lots.push(lot.row)
    }
    return site
  })
  const building = works
    .filter(() => dice.chance(BUILDINGS))
    .map(({ endsOn }) => add(draft(endsOn, crowd.takers, 'construction')))
  return { giving, building, lots: giving.flatMap((site) => site.lots) }
}
