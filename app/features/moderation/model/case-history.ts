import type { ModerationAct, ReportReason } from '~/core/moderation-terms'
import type { DecisionEntry, ReportEntry } from './case'

/** One thing that happened in a case, as its file has it. Who reported is named to nobody. */
export type HistoryRow = { atMs: number; ground: ReportReason; who: string | null; text: string | null } & (
  | { kind: 'report' }
  | { kind: 'decision'; act: ModerationAct }
  | { kind: 'appeal' }
  | { kind: 'superseded' }
  | { kind: 'answer'; outcome: 'upheld' | 'overturned' }
)

/** Reports, decisions, appeals and their answers of a case, the newest first. */
export function historyOf(
  reports: readonly ReportEntry[],
  decisions: readonly DecisionEntry[],
): HistoryRow[] {
  const rows = [
    ...reports.map(({ createdAtMs, reason, text }): HistoryRow => ({
      ...{ kind: 'report', atMs: createdAtMs, ground: reason, who: null, text },
    })),
    ...decisions.flatMap(stepsOf),
  ]
  return rows.sort((a, b) => b.atMs - a.atMs)
}

function stepsOf(decision: DecisionEntry): HistoryRow[] {
  const { ground, appealedAtMs, appealDecidedAtMs, appealOutcome } = decision
  const decided: HistoryRow = {
    ...{ kind: 'decision', act: decision.act, atMs: decision.decidedAtMs, ground },
    ...{ who: decision.decidedByName, text: decision.statement },
  }
  const appeal: HistoryRow[] =
    appealedAtMs === null
      ? []
      : [{ kind: 'appeal', atMs: appealedAtMs, ground, who: null, text: decision.appealText }]
  const answer: HistoryRow[] =
    appealDecidedAtMs === null || appealOutcome === null
      ? []
      : [
          {
            ...{ kind: 'answer', outcome: appealOutcome, atMs: appealDecidedAtMs, ground },
            ...{ who: null, text: decision.appealAnswer },
          },
        ]
  const superseded: HistoryRow[] =
    decision.supersededAtMs === null
      ? []
      : [{ kind: 'superseded', atMs: decision.supersededAtMs, ground, who: null, text: null }]
  return [decided, ...appeal, ...answer, ...superseded]
}
