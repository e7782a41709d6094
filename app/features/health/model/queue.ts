/** Kinds of jobs that nobody waits for, or that take minutes by nature: they may wait long without anything being wrong. */
export const PATIENT_KINDS: readonly string[] = [
  ...['reclassify-photo', 'make-avif', 'erase-photo', 'erase-attachment', 'make-plan', 'write-import'],
]

/** What waits, runs or is dead of one kind of job. */
export type KindState = {
  kind: string
  /** Ready to run and not begun. */
  waiting: number
  running: number
  /** Failed as often as they are tried. */
  dead: number
  /** For how long the oldest that is ready has waited, ms; null when none is. */
  oldestMs: number | null
}

/** How long the oldest job has waited that somebody expects, ms; 0 when none is. */
export function expectedAgeMs(kinds: readonly KindState[]): number {
  const ages = kinds.filter(({ kind }) => !PATIENT_KINDS.includes(kind)).map(({ oldestMs }) => oldestMs ?? 0)
  return Math.max(0, ...ages)
}
