import { isDue } from '~/core/reservation-status'
import { diceFor, type Dice } from '../dice'
import { makeDispute, makeMessage, makeWaiter } from '../factories/arrangement'
import type { ReservationRow } from '../factories/reservation'
import { DISPUTE_NOTE, DISPUTE_TEXT, THREAD } from '../words/talk'
import type { Actors } from './actors'
import { arrangeScheduled } from './pickups'
import { addAccepted, partOf, type Draft } from './reservations'
import { instantOf, note, type Party, type PlannedLot, type PlannedSite, type World } from './world'

/** On the demo giver's open site: messages with the demo taker, a slot they agreed on, a dispute, and who waits for its lot. */
export function planTalk(world: World, actors: Actors, story: PlannedSite): void {
  const dice = diceFor('talk')
  const { giver, taker } = actors.demo
  const first = world.rows.reservations.find(
    (row) =>
      row.giverOrganisationId === giver.organisation.id &&
      row.takerOrganisationId === taker.organisation.id &&
      isDue(row.status),
  )
  if (!first) throw new Error('The demo giver has accepted nothing of the demo taker')
  writeThread(world, dice, first, { giver, taker })
  const lots = story.lots.filter(
    (lot) =>
      lot.row.status === 'published' &&
      lot.row.publicFrom <= world.baseDay &&
      lot.publishedOn < -3 &&
      lot.until > 2 &&
      !lot.row.isWhole &&
      lot.row.id !== first.lotId &&
      partOf(lot, 0.2) > 0,
  )
  const disputed = lots.at(-1)
  if (!disputed) return
  disputeOf(world, dice, disputed, { giver, taker })
  const scheduled = lots.at(-2)
  if (scheduled) scheduleOf(world, dice, scheduled, taker)
  const others = actors.takers.filter((party) => party !== taker).slice(0, 2)
  waitFor(world, dice, disputed, others)
  const elsewhere = world.rows.lots.find(
    (row) =>
      row.organisationId !== taker.organisation.id &&
      row.organisationId !== giver.organisation.id &&
      row.status === 'published' &&
      row.publicFrom <= world.baseDay &&
      row.availableMilli < row.quantityMilli &&
      row.availableUntil > world.baseDay,
  )
  if (elsewhere) waitFor(world, dice, { row: elsewhere }, [...others.slice(0, 1), taker])
}

type Sides = { giver: Party; taker: Party }

/** The taker begins; the last message is unread. */
function writeThread(world: World, dice: Dice, row: ReservationRow, sides: Sides): void {
  for (const [index, text] of THREAD.entries()) {
    const side = index % 2 === 0 ? 'taker' : 'giver'
    const { user } = sides[side]
    const sentAtMs = instantOf(world, -1, 560 + index * 20)
    const id = dice.id(sentAtMs)
    world.rows.messages.push(
      makeMessage({ id, reservationId: row.id, side, userId: user.id, text, sentAtMs }),
    )
    const event = { entity: 'reservation', entityId: row.id, kind: 'message-written' } as const
    note(world, { ...event, actorUserId: user.id, atMs: sentAtMs, detail: { writtenId: id, side } })
  }
}

/** A part that the demo taker comes for on a day that both agreed on. */
function scheduleOf(world: World, dice: Dice, lot: PlannedLot, taker: Party): void {
  const draft = draftOf(lot, taker)
  const row = addAccepted(world, dice, draft, -2)
  arrangeScheduled(world, dice, draft, row)
}

function draftOf(lot: PlannedLot, taker: Party): Draft {
  const takerCommuneCode = taker.organisation.communeCode!
  return { lot, taker, need: null, takerCommuneCode, quantityMilli: partOf(lot, 0.2), requestedOn: -3 }
}

/** The taker came to look, found another material than described, and the giver proposes to go on. */
function disputeOf(world: World, dice: Dice, lot: PlannedLot, { giver, taker }: Sides): void {
  const row = addAccepted(world, dice, draftOf(lot, taker), -2)
  const openedAtMs = instantOf(world, -1, 580)
  const dispute = makeDispute({
    id: dice.id(openedAtMs),
    reservationId: row.id,
    openedBy: 'taker',
    openedByUserId: taker.user.id,
    cause: 'not-as-described',
    text: DISPUTE_TEXT,
    openedAtMs,
    proposedOutcome: 'resume',
    proposedBy: 'giver',
    proposedNote: DISPUTE_NOTE,
  })
  row.status = 'disputed'
  world.rows.disputes.push(dispute)
  const event = { entity: 'reservation', entityId: row.id } as const
  const opened = { cause: dispute.cause, reason: dispute.text, side: 'taker' }
  note(world, { ...event, kind: 'disputed', actorUserId: taker.user.id, atMs: openedAtMs, detail: opened })
  const proposed = { outcome: 'resume', reason: DISPUTE_NOTE }
  const atMs = openedAtMs + 900_000
  note(world, {
    ...event,
    kind: 'settlement-proposed',
    actorUserId: giver.user.id,
    atMs,
    detail: proposed,
  })
}

/** Each waits for all of the lot, which is more than is free. */
function waitFor(
  world: World,
  dice: Dice,
  { row }: Pick<PlannedLot, 'row'>,
  parties: readonly Party[],
): void {
  for (const [index, { organisation, user }] of parties.entries()) {
    const joinedAtMs = instantOf(world, -1, 590 + index * 15)
    const id = dice.id(joinedAtMs)
    const quantityMilli = row.quantityMilli
    const who = { lotId: row.id, organisationId: organisation.id, userId: user.id }
    world.rows.waiters.push(makeWaiter({ id, ...who, quantityMilli, joinedAtMs }))
    const event = { entity: 'lot', entityId: row.id, kind: 'waiting-joined' } as const
    const detail = { waiterId: id, quantityMilli }
    note(world, { ...event, actorUserId: user.id, atMs: joinedAtMs, detail })
  }
}
