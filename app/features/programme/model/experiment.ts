import { addDays, lengthDays, type DayInterval, type IsoDay } from '~/core/days'

export type BudgetLine = {
  id: string
  label: string
  plannedCents: number
  committedCents: number
  spentCents: number
}
export type Milestone = { id: string; label: string; dueOn: IsoDay; doneOn: IsoDay | null }

export type BudgetTotals = Omit<BudgetLine, 'id' | 'label'>

export function budgetTotals(lines: readonly BudgetLine[]): BudgetTotals {
  const sum = (of: keyof BudgetTotals) => lines.reduce((total, line) => total + line[of], 0)
  return {
    plannedCents: sum('plannedCents'),
    committedCents: sum('committedCents'),
    spentCents: sum('spentCents'),
  }
}

export const BUDGET_WARNINGS = ['over-grant', 'over-planned', 'spent-uncommitted'] as const
export type BudgetWarning = (typeof BUDGET_WARNINGS)[number]

/** What a reader should see of a budget: it passes the grant, its own plan, or what was committed. */
export function budgetWarnings(lines: readonly BudgetLine[], grantedCents: number): BudgetWarning[] {
  const totals = budgetTotals(lines)
  const found: BudgetWarning[] = []
  if (Math.max(totals.plannedCents, totals.committedCents, totals.spentCents) > grantedCents)
    found.push('over-grant')
  if (lines.some((line) => line.committedCents > line.plannedCents)) found.push('over-planned')
  if (lines.some((line) => line.spentCents > line.committedCents)) found.push('spent-uncommitted')
  return found
}

/** The periods set side by side: what has passed of the experiment, and as many days just before it. */
export function comparedPeriods(
  { startedOn, endsOn }: { startedOn: IsoDay; endsOn: IsoDay },
  today: IsoDay,
): { before: DayInterval; during: DayInterval } {
  const tomorrow = addDays(today, 1)
  const until = tomorrow < endsOn ? tomorrow : endsOn
  const during = { from: startedOn, until: until < startedOn ? startedOn : until }
  return { before: { from: addDays(startedOn, -lengthDays(during)), until: startedOn }, during }
}

/** What the ledger and the surveys say of a commune in a period. */
export type PeriodFigures = {
  period: DayInterval
  /** Handed over in the period from the commune's sites, grams. */
  handedOverG: number
  handovers: number
  /** Local reuse rate of the sites whose works end in the period; null without a denominator. */
  rate: number | null
  rateNumeratorG: number
  rateDenominatorG: number
  /** Sites whose survey is dated in the period. */
  surveys: number
}

export type ExperimentFigures = { before: PeriodFigures; during: PeriodFigures }

/** Whether a milestone is reached, ahead, or late on a day. */
export function milestoneState(
  { dueOn, doneOn }: Pick<Milestone, 'dueOn' | 'doneOn'>,
  today: IsoDay,
): 'reached' | 'open' | 'late' {
  if (doneOn !== null) return 'reached'
  return dueOn < today ? 'late' : 'open'
}
