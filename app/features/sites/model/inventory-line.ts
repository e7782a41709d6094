import type { DomainErrorCode } from '~/core/result'

/** Deletion and change of what was surveyed, or correction of its masses. */
export const LINE_ACTS = ['edit', 'delete', 'correct'] as const
export type LineAct = (typeof LINE_ACTS)[number]

/**
 * Why an act on a line is refused, or null. Lots published from a line count towards it in the funnel: what it
 * surveyed then stays, and its masses are corrected with a reason. What the closing record counts from it keeps its line.
 */
export function checkLineAct(
  act: LineAct,
  { lots, closingEntries }: { lots: number; closingEntries: number },
): DomainErrorCode | null {
  if (act !== 'correct' && lots > 0) return 'line-has-lots'
  return act === 'delete' && closingEntries > 0 ? 'line-in-closing' : null
}

type Line = { quantityMilli: number; massG: number; reusableMassG: number; unit: string }

/**
 * What is left to publish of a line, in thousandths of its unit: its reusable share, or all of it where the survey
 * found none reusable, less what lots in the same unit already offer. Pieces are counted whole; never under zero.
 */
export function leftToPublishMilli(line: Line, publishedMilli: number): number {
  const share = line.massG > 0 && line.reusableMassG > 0 ? line.reusableMassG / line.massG : 1
  const reusable = Math.round(line.quantityMilli * share)
  const left = Math.max(0, reusable - publishedMilli)
  return line.unit === 'u' ? Math.floor(left / 1000) * 1000 : left
}

/** Grams of a part of a line, in proportion to its quantity. */
export function massOfLinePart(line: Pick<Line, 'massG' | 'quantityMilli'>, partMilli: number): number {
  return Math.round((line.massG * partMilli) / line.quantityMilli)
}
