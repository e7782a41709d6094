/** Whether two plain values (objects, lists, words, numbers) hold the same. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [Object.entries(a), Object.entries(b)]
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === right.length &&
    left.every(([key, value]) => Object.hasOwn(b, key) && isSame(value, (b as Record<string, unknown>)[key]))
  )
}

type Sides = readonly { side: { id: string } }[]

/** Where each of some sides stands among others, by id; -1 where it does not. */
export function placesOf(sides: Sides, others: Sides): Int32Array {
  const places = new Map(others.map(({ side }, place) => [side.id, place]))
  return Int32Array.from(sides, ({ side }) => places.get(side.id) ?? -1)
}
