/** The parts of a score, in the order they are explained. */
export const SCORE_PARTS = ['fit', 'distance', 'dates', 'cover', 'condition', 'carbon', 'price'] as const
export type ScorePartKey = (typeof SCORE_PARTS)[number]

/**
 * Weight of each part, and the version that results keep so that a score can be redone. The version of the formula, which
 * is in the code, is another: `FORMULA_VERSION`.
 */
export type Weights = { version: string; of: Readonly<Record<ScorePartKey, number>> }

const WEIGHT_STEPS = 10_000

/**
 * Weights checked for use. Throws when one is negative, not finite or finer than four decimals (a hundredth of a
 * point, to which parts are rounded), or when they do not sum to 1.
 */
export function makeWeights(version: string, of: Record<ScorePartKey, number>): Weights {
  const steps = SCORE_PARTS.map((key) => of[key] * WEIGHT_STEPS)
  if (!steps.every((step) => step >= 0 && Math.abs(step - Math.round(step)) < 1e-6)) {
    throw new RangeError('every weight must be a number from 0 to 1 with at most four decimals')
  }
  const sum = steps.reduce((total, step) => total + Math.round(step), 0)
  if (sum !== WEIGHT_STEPS) throw new RangeError(`weights sum to ${sum / WEIGHT_STEPS}, not 1`)
  return { version, of: { ...of } }
}

/**
 * The weights that ship, in force until the Métropole's team sets others (`p1`, `p2`…). Other weights that ship one day
 * take another name, as results keep this one.
 */
export const SHIPPED_WEIGHTS = makeWeights('p0', {
  fit: 0.2,
  distance: 0.15,
  dates: 0.15,
  cover: 0.15,
  condition: 0.08,
  carbon: 0.17,
  price: 0.1,
})
