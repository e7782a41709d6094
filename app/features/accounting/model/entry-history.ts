import type { ChainRowView, CorrectionView } from './correction'

/** One thing that the ledger keeps of a handover: a row of the chain, or a correction that was asked. */
export type EntryEvent = { atMs: number } & (
  { kind: 'row'; row: ChainRowView } | { kind: 'correction'; correction: CorrectionView }
)

/** Rows and corrections of a handover by their instants; what was asked comes before the rows that it led to. */
export function entryHistory(
  rows: readonly ChainRowView[],
  corrections: readonly CorrectionView[],
): EntryEvent[] {
  const events: EntryEvent[] = [
    ...corrections.map((correction): EntryEvent => ({
      ...{ kind: 'correction', atMs: correction.askedAtMs, correction },
    })),
    ...rows.map((row): EntryEvent => ({ kind: 'row', atMs: row.recordedAtMs, row })),
  ]
  return events.sort((a, b) => a.atMs - b.atMs)
}
