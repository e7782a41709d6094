import type { Allocation } from '~/features/matching/model/allocation/problem'
import { commonMilli, type BasketLine, type CoverLot, type CoverProblem } from './cover-problem'
import { wordsInCommon, wordSet } from '~/features/wording/model/recognise-material'

/** So much of a lot for a line, in thousandths of their common unit. */
export type SharedPart = { lot: CoverLot; line: BasketLine; milli: number }

type Parts = Pick<Allocation, 'parts'>
type Received = { lot: CoverLot; left: number }
type Wanting = { line: BasketLine; left: number }

/**
 * Deals what each group of lines receives to its lines: first where the wording of line and lot have most words in
 * common (a fire door to the line of fire doors), then in the order of the bill and of the days on which lots are there.
 * The whole of every part is dealt, as a group never receives more than its lines want.
 */
export function shareParts(problem: CoverProblem, solved: Parts): SharedPart[] {
  return receivedBy(problem, solved).flatMap((received, place) =>
    dealt(problem.groups[place]!.lines, received),
  )
}

/** What each line receives in all, thousandths of the common unit; lines without are absent. */
export function receivedByLine(problem: CoverProblem, solved: Parts): Map<string, number> {
  const sums = new Map<string, number>()
  receivedBy(problem, solved).forEach((received, place) => {
    const { lines, need } = problem.groups[place]!
    const total = received.reduce((sum, { left }) => sum + left, 0)
    if (total === need.quantityMilli) {
      // However it is dealt, every line has all that it wants.
      for (const line of lines) sums.set(line.id, commonMilli(line))
      return
    }
    for (const { line, milli } of dealt(lines, received)) sums.set(line.id, (sums.get(line.id) ?? 0) + milli)
  })
  return sums
}

/** The parts of each group, those that are there first before others. */
function receivedBy(problem: CoverProblem, { parts }: Parts): Received[][] {
  const received: Received[][] = problem.groups.map(() => [])
  for (const { lot, need, quantity } of parts) {
    received[need]!.push({ lot: problem.lotOf[lot]!, left: quantity })
  }
  const keyOf = ({ lot: { view } }: Received) => `${view.availableFrom} ${view.id}`
  for (const own of received) own.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  return received
}

/** Beyond so many pairs of a line and a lot, wordings are not compared: the order alone decides. */
const MOST_COMPARED = 200_000

function dealt(lines: readonly BasketLine[], received: Received[]): SharedPart[] {
  const wanting = lines.map((line) => ({ line, left: commonMilli(line) }))
  const shared: SharedPart[] = []
  if (wanting.length * received.length > MOST_COMPARED) {
    dealInOrder(wanting, received, shared)
    return shared
  }
  for (const [line, lot] of byWords(wanting, received)) give(received[lot]!, wanting[line]!, shared)
  return shared
}

/** Every pair of a line and a lot, by place: most words in common first, then by line, then by lot. */
function byWords(wanting: readonly Wanting[], received: readonly Received[]): [line: number, lot: number][] {
  const lotWords = received.map(({ lot }) => wordsOf(lot, lot.view.title))
  const pairs = wanting.flatMap(({ line }, at) => {
    const words = wordsOf(line, line.label)
    return lotWords.map((other, lot) => ({ at, lot, shared: wordsInCommon(words, other) }))
  })
  pairs.sort((a, b) => b.shared - a.shared || a.at - b.at || a.lot - b.lot)
  return pairs.map(({ at, lot }) => [at, lot])
}

function dealInOrder(wanting: readonly Wanting[], received: readonly Received[], shared: SharedPart[]): void {
  let at = 0
  for (const given of received) {
    while (given.left > 0 && at < wanting.length) {
      const want = wanting[at]!
      give(given, want, shared)
      if (want.left === 0) at += 1
    }
  }
}

function give(given: Received, want: Wanting, shared: SharedPart[]): void {
  const milli = Math.min(given.left, want.left)
  if (milli <= 0) return
  given.left -= milli
  want.left -= milli
  shared.push({ lot: given.lot, line: want.line, milli })
}

/** The words of lines and lots, read once while these are held. */
const known = new WeakMap<object, ReadonlySet<string>>()

function wordsOf(owner: object, text: string): ReadonlySet<string> {
  const words = known.get(owner) ?? wordSet(text)
  known.set(owner, words)
  return words
}
