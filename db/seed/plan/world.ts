import type { CedingRight } from '~/core/lot-terms'
import { dayNumber, type IsoDay, addDays } from '~/core/days'
import type { CommuneRow } from '~/features/communes/queries.server'
import { makeEvent } from '../factories/event'
import type { OrganisationRow } from '../factories/organisation'
import { emptyRows, type Rows } from '../factories/rows'
import type { LotRow } from '../factories/lot'
import type { SiteRow } from '../factories/site'
import type { UserRow } from '../factories/user'
import { diceFor, type Dice } from '../dice'
import type { Product } from '../words/product'

/** An organisation with the person who acts for it. */
export type Party = { organisation: OrganisationRow; user: UserRow }

export type PlannedSite = {
  row: SiteRow
  owner: Party
  hasInventory: boolean
  /** Products it offers before any other, by what needs call them. */
  offers: readonly string[]
  /** By what right its owner cedes what it gives. */
  cedingRight: CedingRight
  lots: PlannedLot[]
}

/** A lot with what it is; days are counted from the base day. */
export type PlannedLot = {
  row: LotRow
  product: Product
  site: PlannedSite
  publishedOn: number
  from: number
  until: number
}

/** The demo while it is being planned: everything that has been decided so far. */
export type World = {
  baseDay: IsoDay
  communes: ReadonlyMap<string, CommuneRow>
  rows: Rows
  eventDice: Dice
}

export function newWorld(baseDay: IsoDay, communes: readonly CommuneRow[]): World {
  return {
    baseDay,
    communes: new Map(communes.map((commune) => [commune.code, commune])),
    rows: emptyRows(),
    eventDice: diceFor('events'),
  }
}

/** The ISO day that is so many days after the base day. */
export function dayOf(world: World, offset: number): IsoDay {
  return addDays(world.baseDay, offset)
}

/** How many days after the base day a day is. */
export function offsetOf(world: World, day: IsoDay): number {
  return dayNumber(day) - dayNumber(world.baseDay)
}

/** An instant of a day's working hours: `minute` counts from 6:00 UTC, 7:00 or 8:00 in Paris. */
export function instantOf(world: World, offset: number, minute: number): number {
  return Date.parse(`${dayOf(world, offset)}T06:00:00Z`) + minute * 60_000
}

export function communeOf(world: World, code: string): CommuneRow {
  const commune = world.communes.get(code)
  if (!commune) throw new Error(`No commune ${code} in the reference`)
  return commune
}

/** Notes who did what and when, as the commands do. */
export function note(
  world: World,
  event: {
    entity: 'lot' | 'need' | 'reservation' | 'site'
    entityId: string
    kind: string
    actorUserId: string | null
    atMs: number
    detail?: Record<string, unknown>
  },
): void {
  world.rows.events.push(makeEvent({ id: world.eventDice.id(event.atMs), ...event }))
}
