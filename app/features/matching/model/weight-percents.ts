import { SCORE_PARTS, type ScorePartKey, type Weights } from './weights'

/** Weights as people read and type them: hundredths of a percent, whole numbers that sum to 10,000. */
export type WeightPercents = Record<ScorePartKey, number>

/** The whole, in hundredths of a percent. */
export const FULL_PERCENTS = 10_000

export function percentsOf(weights: Weights['of']): WeightPercents {
  return record((key) => Math.round(weights[key] * FULL_PERCENTS))
}

export function weightsOfPercents(percents: WeightPercents): Record<ScorePartKey, number> {
  return record((key) => percents[key] / FULL_PERCENTS)
}

export function sumOfPercents(percents: WeightPercents): number {
  return SCORE_PARTS.reduce((sum, key) => sum + percents[key], 0)
}

export function isSameWeights(a: Weights['of'], b: Weights['of']): boolean {
  const [left, right] = [percentsOf(a), percentsOf(b)]
  return SCORE_PARTS.every((key) => left[key] === right[key])
}

/** A percentage as people type it («12,5», «12.5», «12,5 %»), in hundredths; null when it is none from 0 to 100. */
export function parsePercent(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f%]/g, '').replace(',', '.')
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain)) return null
  const hundredths = Math.round(Number(plain) * 100)
  return hundredths <= FULL_PERCENTS ? hundredths : null
}

/** Hundredths of a percent as people type them, which `parsePercent` reads back. */
export function typedPercent(hundredths: number): string {
  return String(hundredths / 100).replace('.', ',')
}

function record(valueOf: (key: ScorePartKey) => number): Record<ScorePartKey, number> {
  const entries = SCORE_PARTS.map((key) => [key, valueOf(key)] as const)
  return Object.fromEntries(entries) as Record<ScorePartKey, number>
}
