import { REUSE_OUTCOMES, type ClosingOutcome } from '~/core/waste-terms'
import { diceFor, type Dice } from '../dice'
import {
  makeClosingEntry,
  makeClosingGap,
  makeClosingRecord,
  makeInventoryWaste,
  type InventoryWasteRow,
} from '../factories/closing'
import type { InventoryLineRow } from '../factories/site'
import { CLOSING_TAKERS, FORESEEN_WASTES } from '../words/closing'
import { instantOf, note, type PlannedSite, type World } from './world'

/** Of the lines that gave something to the platform, how many stay to be explained by whoever tries the demo. */
const LEFT_OPEN = 4

/** The closing record of a finished site of the demo giver's: filled from its handovers, most differences explained. */
export function planClosing(world: World, sites: readonly PlannedSite[], story: PlannedSite): void {
  const ended = sites.filter(
    ({ row, owner, hasInventory }) =>
      hasInventory && owner.organisation.id === story.owner.organisation.id && row.endsOn < world.baseDay,
  )
  const [site] = ended.sort((a, b) => b.row.endsOn.localeCompare(a.row.endsOn))
  const inventory = world.rows.inventories.find(({ siteId }) => siteId === site?.row.id)
  if (!site || !inventory) return
  const dice = diceFor('closing')
  const writer = { world, dice, site, atMs: instantOf(world, -1, 40) }
  const lines = world.rows.inventoryLines.filter(({ inventoryId }) => inventoryId === inventory.id)
  lines.forEach((line, at) => closeLine(writer, line, at >= lines.length - LEFT_OPEN))
  for (const waste of FORESEEN_WASTES) {
    const id = dice.id(inventory.createdAtMs)
    const row = makeInventoryWaste({ ...waste, id, inventoryId: inventory.id })
    world.rows.inventoryWastes.push(row)
    closeWaste(writer, row)
  }
  const { row, owner } = site
  const revision = world.rows.closingEntries.length + world.rows.closingGaps.length
  world.rows.closingRecords.push(
    makeClosingRecord({
      ...{ siteId: row.id, client: 'Foncière de démonstration', author: owner.user.name },
      ...{ worksEndedOn: row.endsOn, revision, updatedAtMs: writer.atMs },
    }),
  )
  note(world, {
    ...{ entity: 'site', entityId: row.id, kind: 'closing-described' },
    ...{ actorUserId: owner.user.id, atMs: writer.atMs },
  })
}

type Writer = { world: World; dice: Dice; site: PlannedSite; atMs: number }

/** What is left of a line after its handovers is recycled or disposed of, and the rest explained; or left to be said. */
function closeLine(writer: Writer, line: InventoryLineRow, isLeftOpen: boolean): void {
  const { dice } = writer
  const leftG = line.massG - handedOverG(writer.world, line.id)
  if (isLeftOpen || leftG <= 0) return
  const gapG = dice.chance(0.5) ? Math.min(leftG, roundKg(leftG * dice.range(0.01, 0.06))) : 0
  const reusedG = dice.chance(0.2) ? roundKg(leftG * 0.08) : 0
  enter(writer, { inventoryLineId: line.id }, 'reused-in-place', Math.min(reusedG, leftG - gapG))
  const recycledG = roundKg((leftG - gapG - reusedG) * dice.range(0.6, 0.9))
  enter(writer, { inventoryLineId: line.id }, 'recycled', recycledG)
  const restG = leftG - gapG - Math.min(reusedG, leftG - gapG) - recycledG
  enter(writer, { inventoryLineId: line.id }, dice.chance(0.5) ? 'energy-recovered' : 'disposed', restG)
  if (gapG > 0) explain(writer, line.id, gapG)
}

function closeWaste(writer: Writer, waste: InventoryWasteRow): void {
  const outcome = waste.family === 'hazardous' ? 'disposed' : 'recycled'
  enter(writer, { inventoryWasteId: waste.id }, outcome, waste.massG, waste.wasteCode)
}

function enter(
  { world, dice, site, atMs }: Writer,
  of: { inventoryLineId: string } | { inventoryWasteId: string },
  outcome: ClosingOutcome,
  massG: number,
  wasteCode = '',
): void {
  if (massG <= 0) return
  const isReuse = REUSE_OUTCOMES.some((one) => one === outcome)
  world.rows.closingEntries.push(
    makeClosingEntry({
      ...{ id: dice.id(atMs), siteId: site.row.id, outcome, massG, wasteCode, ...of },
      operator: isReuse ? '' : dice.pick(CLOSING_TAKERS),
      evidence: isReuse ? 'Plan de repose' : `Ticket de pesée ${dice.int(1000, 9999)}`,
      ...{ createdByUserId: site.owner.user.id, createdAtMs: atMs },
    }),
  )
}

function explain({ world, dice, site, atMs }: Writer, inventoryLineId: string, gapG: number): void {
  world.rows.closingGaps.push(
    makeClosingGap({
      ...{ id: dice.id(atMs), siteId: site.row.id, inventoryLineId, gapG },
      ...{ userId: site.owner.user.id, atMs, reason: dice.pick(['survey-estimate', 'weighed-otherwise']) },
    }),
  )
}

function handedOverG({ rows }: World, lineId: string): number {
  const lots = new Set(rows.lots.filter((lot) => lot.inventoryLineId === lineId).map(({ id }) => id))
  const taken = new Set(rows.reservations.filter(({ lotId }) => lots.has(lotId)).map(({ id }) => id))
  const given = rows.handovers.filter(({ reservationId }) => taken.has(reservationId))
  return given.reduce((sum, { massG }) => sum + massG, 0)
}

function roundKg(massG: number): number {
  return Math.round(massG / 1000) * 1000
}
