import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import type { Dossier } from './model/dossier'
import { comparedPeriods, type BudgetLine, type ExperimentFigures, type Milestone } from './model/experiment'
import { readFigures, type ReportTexts } from './model/report'
import { findReport, listBudgetLines, listMilestones, periodFigures } from './queries/experiment.server'

export type ExperimentView = {
  budget: BudgetLine[]
  milestones: Milestone[]
  /** Null before the experiment has begun. */
  figures: ExperimentFigures | null
  /** Null before anything was written. */
  report: (ReportTexts & { submittedAtMs: number | null }) | null
}

/**
 * An experiment as it is now. Its figures come from the ledger and the surveys at the moment of reading, until the end
 * report is submitted: from then on they are those of that day.
 */
export async function readExperiment(dossier: Dossier): Promise<ExperimentView> {
  const [budget, milestones, report] = await Promise.all([
    listBudgetLines(dossier.id),
    listMilestones(dossier.id),
    findReport(dossier.id),
  ])
  const kept = report?.submittedAtMs ? readFigures(report.figures) : null
  return {
    budget,
    milestones,
    figures: kept ?? (await liveFigures(dossier)),
    report: report && {
      results: report.results,
      lessons: report.lessons,
      difficulties: report.difficulties,
      sequel: report.sequel,
      submittedAtMs: report.submittedAtMs,
    },
  }
}

/** What has passed of an experiment beside as many days before it; null before it has begun. */
export async function liveFigures({
  communeCode,
  startedOn,
  endsOn,
}: Pick<Dossier, 'communeCode' | 'startedOn' | 'endsOn'>): Promise<ExperimentFigures | null> {
  if (startedOn === null || endsOn === null) return null
  const { before, during } = comparedPeriods({ startedOn, endsOn }, isoDayOf(nowMs()))
  const [earlier, now] = await Promise.all([
    periodFigures(communeCode, before),
    periodFigures(communeCode, during),
  ])
  return { before: earlier, during: now }
}
