/** Letters that a word of this length may differ by and still be taken for a slip of the thumb. */
export function slipsAllowed(length: number): 0 | 1 | 2 {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}

/**
 * The distance between two words in letters added, lost, changed or swapped with their neighbour (optimal string
 * alignment), or `most + 1` as soon as it is known to be more than `most`.
 */
export function distanceWithin(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most || Math.max(one.length, other.length) > MOST_LETTERS)
    return most + 1
  let [before, above, line] = LINES
  for (let at = 0; at <= other.length; at += 1) above[at] = at
  for (let row = 1; row <= one.length; row += 1) {
    line[0] = row
    let least = row
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one.charCodeAt(row - 1) === other.charCodeAt(at - 1)
      let cost = Math.min(above[at]! + 1, line[at - 1]! + 1, above[at - 1]! + (isSame ? 0 : 1))
      const isSwapped =
        row > 1 &&
        at > 1 &&
        one.charCodeAt(row - 1) === other.charCodeAt(at - 2) &&
        one.charCodeAt(row - 2) === other.charCodeAt(at - 1)
      if (isSwapped) cost = Math.min(cost, before[at - 2]! + 1)
      line[at] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    ;[before, above, line] = [above, line, before]
  }
  return Math.min(above[other.length]!, most + 1)
}

/** Longer words are compared with none; the three lines of the table are used again from call to call. */
const MOST_LETTERS = 40
const LINES = [0, 1, 2].map(() => new Uint8Array(MOST_LETTERS + 2)) as [Uint8Array, Uint8Array, Uint8Array]

/** Which letters a word holds, a bit each: words at a small distance differ by few bits. */
export function lettersOf(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at) - 97
    if (code >= 0 && code < 26) mask |= 1 << code
  }
  return mask
}

/** How many bits of a number of 32 are set. */
export function bitsOf(mask: number): number {
  let left = mask - ((mask >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
