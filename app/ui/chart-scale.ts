/** Round marks from 0 up to at least `max`, `about` steps or a few more; 0 to 1 when there is nothing to show. */
export function niceTicks(max: number, about = 4): number[] {
  if (!(max > 0) || !Number.isFinite(max)) return [0, 1]
  const rough = max / about
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? 10 * power
  const steps = Math.max(1, Math.ceil(max / step - 1e-9))
  return Array.from({ length: steps + 1 }, (_, index) => Number((index * step).toPrecision(12)))
}

/**
 * Upper bounds that split values into at most `classes` groups of about the same size; the last group is open.
 * Equal values stay together, so there may be fewer bounds than asked for.
 */
export function quantileBounds(values: readonly number[], classes = 5): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const last = sorted.at(-1)
  if (last === undefined) return []
  const bounds = Array.from({ length: classes - 1 }, (_, index) => {
    const rank = Math.ceil(((index + 1) / classes) * sorted.length) - 1
    return sorted[Math.max(0, rank)] ?? last
  })
  return [...new Set(bounds)].filter((bound) => bound < last)
}

/** The group of a value, from 0; a bound belongs to the group below it. */
export function classOf(value: number, bounds: readonly number[]): number {
  const index = bounds.findIndex((bound) => value <= bound)
  return index === -1 ? bounds.length : index
}

const SMALL_WORDS = new Set([
  'le',
  'la',
  'les',
  'l',
  'd',
  'de',
  'du',
  'des',
  'en',
  'sur',
  'sous',
  'aux',
  'et',
])

/** A commune's name short enough for a tile: «Le Blanc-Mesnil» → «Blanc», «Saint-Denis» → «St Den». */
export function shortPlaceName(name: string): string {
  const words = name.split(/[\s'’-]+/).filter((word) => word && !SMALL_WORDS.has(word.toLowerCase()))
  const [first = name, second] = words
  if (/^Sainte?$/.test(first) && second) return `${first === 'Saint' ? 'St' : 'Ste'} ${second.slice(0, 3)}`
  return first.slice(0, 6)
}

/** Every how many columns one has its label, on a phone and on a wide screen. */
export type LabelSteps = { phone: number; wide: number }

/** Columns up to this many all have their labels: they are names, not steps of time. */
const FEW_COLUMNS = 8
const CHARACTER_PX = 8
const ROOM_PX = { phone: 280, wide: 640 }

/** How many labels of columns fit beside each other without touching; the first always has its own. */
export function labelSteps(labels: readonly string[]): LabelSteps {
  if (labels.length <= FEW_COLUMNS) return { phone: 1, wide: 1 }
  const neededPx = labels.length * CHARACTER_PX * Math.max(...labels.map((label) => label.length))
  const wide = Math.max(1, Math.ceil(neededPx / ROOM_PX.wide))
  // Those of a phone are among those of a wide screen.
  return { wide, phone: wide * Math.max(1, Math.ceil(neededPx / ROOM_PX.phone / wide)) }
}
