import { makeMessage } from '../factories/arrangement'
import { addAccepted, addEnded, addRequest, partOf, type Draft } from '../plan/reservations'
import { canBeCollected, collect, draftFor, isPublic, type Book } from '../plan/trade'
import { instantOf, type Party, type PlannedLot } from '../plan/world'
import { THREAD } from '../words/talk'
import { openBy, type Crowd } from './crowd'

/** Lots that left, at least in part: of those whose days are over, and of those still there. */
const LEFT = { over: 0.72, there: 0.25 } as const
const REQUESTED = 0.18
const ACCEPTED = 0.12
const CAME_TO_NOTHING = 0.12
const TALKED = 0.4

/** What became of each lot: handovers, requests that wait, those agreed to and those that came to nothing. */
export function planDeals(book: Book, crowd: Crowd, lots: readonly PlannedLot[]): void {
  for (const lot of lots) {
    if (!isPublic(book.world, lot)) continue
    const takerOf = () => strangerTo(book, crowd, lot)
    handOver(book, lot, takerOf)
    if (lot.until > 2 && lot.publishedOn < -1) plan(book, lot, takerOf)
    if (lot.publishedOn < -12 && book.dice.chance(CAME_TO_NOTHING)) letEnd(book, lot, takerOf)
  }
}

function handOver(book: Book, lot: PlannedLot, takerOf: () => Party): void {
  const { world, dice } = book
  const isOver = lot.until < 0
  if (!dice.chance(isOver ? LEFT.over : LEFT.there)) return
  const shares = isOver ? dice.pick([[1], [1], [0.7], [0.5, 0.5], [0.6, 0.3]]) : [0.3]
  for (const share of shares) if (canBeCollected(world, lot)) collect(book, lot, share, takerOf)
}

/** A request that waits for its answer, or a collection to come. */
function plan(book: Book, lot: PlannedLot, takerOf: () => Party): void {
  const { world, dice } = book
  const drawn = dice.next()
  if (drawn >= REQUESTED + ACCEPTED) return
  const isRequest = drawn < REQUESTED
  const requestedOn = Math.max(lot.publishedOn, -dice.int(isRequest ? 1 : 3, isRequest ? 5 : 18))
  const draft = draftFor(lot, takerOf(), null, dice.range(0.15, 0.6), requestedOn)
  if (draft.quantityMilli === 0) return
  if (isRequest) return void addRequest(world, dice, draft)
  const row = addAccepted(world, dice, draft, dice.int(Math.min(requestedOn + 1, -1), -1))
  if (dice.chance(TALKED)) talk(book, draft, row.id, row.createdAtMs)
}

function letEnd(book: Book, lot: PlannedLot, takerOf: () => Party): void {
  const { world, dice } = book
  if (partOf(lot, 0.2) === 0) return
  const last = Math.max(lot.publishedOn, Math.min(lot.until - 2, -9))
  const draft = draftFor(lot, takerOf(), null, dice.range(0.2, 0.7), dice.int(lot.publishedOn, last))
  addEnded(world, dice, draft, dice.pick(['refused', 'cancelled', 'expired'] as const))
}

/** A few messages, the taker's first. */
function talk({ world, dice }: Book, draft: Draft, reservationId: string, fromMs: number): void {
  for (const [index, text] of THREAD.slice(0, dice.int(1, THREAD.length)).entries()) {
    const side = index % 2 === 0 ? 'taker' : 'giver'
    const { user } = side === 'taker' ? draft.taker : draft.lot.site.owner
    const sentAtMs = Math.min(fromMs + (index + 1) * 1_800_000, instantOf(world, -1, 700))
    const words = { reservationId, side, userId: user.id, text } as const
    world.rows.messages.push(makeMessage({ id: dice.id(sentAtMs), ...words, sentAtMs }))
  }
}

function strangerTo({ world, dice }: Book, crowd: Crowd, lot: PlannedLot): Party {
  const atMs = instantOf(world, lot.publishedOn, 0)
  for (;;) {
    const party = openBy(dice, crowd.takers, atMs)
    if (party.organisation.id !== lot.row.organisationId) return party
  }
}
