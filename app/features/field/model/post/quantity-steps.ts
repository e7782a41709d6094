import { MAX_QUANTITY, MILLI, parseMilli, type Unit } from '~/core/units'

/** Up to which quantity (excluded, in whole units) a step suits: small steps for few, large ones for many. */
type Ladder = readonly (readonly [below: number, step: number])[]

const BY_COUNT: Ladder = [
  [20, 1],
  [100, 5],
  [500, 10],
  [2000, 50],
  [Infinity, 100],
]
const BY_LENGTH: Ladder = [
  [10, 1],
  [50, 5],
  [200, 10],
  [1000, 50],
  [Infinity, 100],
]
const LADDERS: Readonly<Record<Unit, Ladder>> = {
  u: BY_COUNT,
  ml: BY_LENGTH,
  m2: BY_LENGTH,
  m3: [
    [5, 0.5],
    [20, 1],
    [100, 5],
    [Infinity, 10],
  ],
  kg: [
    [100, 10],
    [500, 50],
    [2000, 100],
    [Infinity, 500],
  ],
  t: [
    [1, 0.1],
    [10, 0.5],
    [50, 1],
    [Infinity, 5],
  ],
}

/** The next quantity up, on a multiple of the step that suits its size; in thousandths of the unit. */
export function stepUp(milli: number, unit: Unit): number {
  const step = stepAt(unit, (below) => milli < below)
  return Math.min(MAX_QUANTITY * MILLI, (Math.floor(milli / step) + 1) * step)
}

/** The next quantity down; never under the first step, since a lot of nothing is no lot. */
export function stepDown(milli: number, unit: Unit): number {
  const step = stepAt(unit, (below) => milli <= below)
  return Math.max(smallestStep(unit), (Math.ceil(milli / step) - 1) * step)
}

/** The quantity after pressing plus (`1`) or minus (`-1`) on what is typed; nothing typed counts as nothing. */
export function stepped(text: string, unit: Unit, direction: 1 | -1): number {
  const milli = parseMilli(text) ?? 0
  return direction === 1 ? stepUp(milli, unit) : stepDown(milli, unit)
}

function smallestStep(unit: Unit): number {
  return stepAt(unit, () => true)
}

function stepAt(unit: Unit, suits: (belowMilli: number) => boolean): number {
  const [, step] = LADDERS[unit].find(([below]) => suits(below * MILLI)) ?? LADDERS[unit].at(-1)!
  return Math.round(step * MILLI)
}
