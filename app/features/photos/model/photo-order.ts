/** Ways to move a photo among those of its lot, whose first is the cover: to the front, or one place forward. */
export const PHOTO_MOVES = ['first', 'up'] as const
export type PhotoMove = (typeof PHOTO_MOVES)[number]

/** The items with the one at `at` moved; the same when there is none, or it is first already. */
export function movedTo<Item>(items: readonly Item[], at: number, move: PhotoMove): Item[] {
  const item = items[at]
  if (item === undefined || at === 0) return [...items]
  const others = items.filter((_, index) => index !== at)
  return others.toSpliced(move === 'first' ? 0 : at - 1, 0, item)
}

/** What the button that moves a photo says of itself in a form without JavaScript: `first.ID`, `up.ID`. */
export function moveIntent(move: PhotoMove, id: string): string {
  return `${move}.${id}`
}

/** The move that a form asks for; null when it asks for something else. */
export function askedMove(intent: unknown): { move: PhotoMove; id: string } | null {
  if (typeof intent !== 'string') return null
  const move = PHOTO_MOVES.find((one) => intent.startsWith(`${one}.`))
  return move ? { move, id: intent.slice(move.length + 1) } : null
}
