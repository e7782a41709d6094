import type { ExperimentFigures, PeriodFigures } from './experiment'

/** What a commune writes at the end. */
export const REPORT_PARTS = ['results', 'lessons', 'difficulties', 'sequel'] as const
export type ReportPart = (typeof REPORT_PARTS)[number]
export type ReportTexts = Record<ReportPart, string>

/** Letters below which a part is not written yet. */
export const LEAST_REPORT_TEXT = 20

/** The first part that a report still lacks; null when it may be submitted. */
export function missingPart(texts: ReportTexts): ReportPart | null {
  return REPORT_PARTS.find((part) => texts[part].length < LEAST_REPORT_TEXT) ?? null
}

/** Figures that were stored with a report; null when they are not of this shape. */
export function readFigures(stored: Record<string, unknown> | null): ExperimentFigures | null {
  if (!stored || !isPeriod(stored.before) || !isPeriod(stored.during)) return null
  return { before: stored.before, during: stored.during }
}

function isPeriod(value: unknown): value is PeriodFigures {
  if (typeof value !== 'object' || value === null) return false
  return 'handedOverG' in value && 'rate' in value && 'surveys' in value && 'period' in value
}

export type TargetKind = 'mass' | 'rate' | 'surveys'
export type TargetResult = {
  kind: TargetKind
  /** Grams, a fraction of one, or a count; null where nothing can be said. */
  target: number
  reached: number | null
  /** Whether it is reached; null where nothing can be said. */
  isReached: boolean | null
}

/** Each figure that a dossier aimed at, beside what its experiment shows. */
export function targetResults(
  targets: { targetMassG: number | null; targetRatePercent: number | null; targetSurveys: number | null },
  during: PeriodFigures,
): TargetResult[] {
  const result = (kind: TargetKind, target: number | null, reached: number | null): TargetResult[] =>
    target === null ? [] : [{ kind, target, reached, isReached: reached === null ? null : reached >= target }]
  const { targetMassG, targetRatePercent, targetSurveys } = targets
  return [
    ...result('mass', targetMassG, during.handedOverG),
    ...result('rate', targetRatePercent === null ? null : targetRatePercent / 100, during.rate),
    ...result('surveys', targetSurveys, during.surveys),
  ]
}
