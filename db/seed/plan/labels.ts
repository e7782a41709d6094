import { MILLI } from '~/core/units'
import { CODE_RANDOM, labelCodeOf } from '~/features/labels/model/code'
import { diceFor, type Dice } from '../dice'
import { makeEvent } from '../factories/event'
import { makeLabel } from '../factories/label'
import type { LotRow } from '../factories/lot'
import { instantOf, type PlannedSite, type World } from './world'

/** What fits a sheet of 24. */
const PRINTED = 24
/** A lot whose pieces are labelled one by one has a few, as a person would stick them. */
const MOST_PIECES = 20

/** The labels of the demo giver: the pieces of one lot, and a sheet printed beforehand of which one is on another lot. */
export function planLabels(world: World, story: PlannedSite): void {
  const dice = diceFor('labels')
  const { organisation, user } = story.owner
  const own = world.rows.lots
    .filter(({ organisationId, status }) => organisationId === organisation.id && status === 'published')
    .sort((a, b) => a.createdAtMs - b.createdAtMs || a.id.localeCompare(b.id))
  const pieced = own.find(isCountedInFew)
  const whole = own.find((lot) => lot !== pieced)
  const printedAtMs = instantOf(world, -2, 480)
  const batchId = dice.id(printedAtMs)
  const sheet = Array.from({ length: PRINTED }, (_, index) => {
    const isClaimed = index === 0 && whole !== undefined
    const claim = isClaimed && {
      lotId: whole.id,
      claimedByUserId: user.id,
      claimedAtMs: printedAtMs + 3_600_000,
    }
    const label = { code: codeOf(dice), organisationId: organisation.id, batchId, createdAtMs: printedAtMs }
    return makeLabel({ ...label, ...claim })
  })
  const pieces = Array.from({ length: pieced ? piecesOf(pieced) : 0 }, (_, index) =>
    makeLabel({
      ...{ code: codeOf(dice), organisationId: organisation.id, lotId: pieced?.id, item: index + 1 },
      createdAtMs: printedAtMs,
    }),
  )
  world.rows.labels.push(...sheet, ...pieces)
  const change = { id: dice.id(printedAtMs), entity: 'label', entityId: batchId, kind: 'printed' }
  const detail = { count: PRINTED }
  world.rows.events.push(makeEvent({ ...change, actorUserId: user.id, detail, atMs: printedAtMs }))
}

function isCountedInFew(lot: LotRow): boolean {
  return lot.unit === 'u' && piecesOf(lot) >= 2 && piecesOf(lot) <= MOST_PIECES
}

function piecesOf({ quantityMilli }: LotRow): number {
  return Math.floor(quantityMilli / MILLI)
}

function codeOf(dice: Dice): string {
  return labelCodeOf(Uint8Array.from({ length: CODE_RANDOM }, () => dice.int(0, 31)))
}
