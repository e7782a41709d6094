import { randomFrom, seedOf } from './pictures/random'

/** Seeded choices: the same seed always makes the same ones. Nothing here is fit for secrets. */
export type Dice = {
  /** Uniform in [0, 1). */
  next: () => number
  /** A whole number from least to most, both included. */
  int: (least: number, most: number) => number
  /** Uniform in [low, high). */
  range: (low: number, high: number) => number
  chance: (probability: number) => boolean
  pick: <T>(choices: readonly T[]) => T
  /** A copy in another order. */
  shuffle: <T>(items: readonly T[]) => T[]
  /** Lower-case hexadecimal digits. */
  hex: (length: number) => string
  /** An id of the shape of `newId`: UUID version 7 of an instant. */
  id: (atMs: number) => string
}

/** A source of choices of its own for each name, so that adding one kind of row changes no other. */
export function diceFor(name: string, seed = 1): Dice {
  const { next, int, range, chance } = randomFrom(seedOf(name, seed))
  function hex(length: number): string {
    return Array.from({ length }, () => int(0, 15).toString(16)).join('')
  }
  return {
    next,
    int,
    range,
    chance,
    hex,
    pick: (choices) => {
      const chosen = choices[int(0, choices.length - 1)]
      if (chosen === undefined) throw new RangeError('nothing to choose from')
      return chosen
    },
    shuffle: (items) => {
      const copy = [...items]
      for (let last = copy.length - 1; last > 0; last--) {
        const other = int(0, last)
        const moved = copy[last]!
        copy[last] = copy[other]!
        copy[other] = moved
      }
      return copy
    },
    id: (atMs) => {
      const time = Math.floor(atMs).toString(16).padStart(12, '0')
      const variant = (8 + int(0, 3)).toString(16)
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(12)}`
    },
  }
}
