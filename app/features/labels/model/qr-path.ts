/** Light modules that a QR code needs around it to be found (ISO/IEC 18004:2015, 9.1). */
export const QUIET_MODULES = 4

/** A QR code as one path of squares of side 1, its quiet zone included in `size`. */
export type QrPath = { size: number; d: string }

/** Draws the dark modules of each row as runs, so that no hairline shows between two squares of one run. */
export function qrPathOf(modules: readonly (readonly boolean[])[]): QrPath {
  const d = modules.flatMap((row, y) => runsOf(row).map((run) => squares(run, y)))
  return { size: modules.length + 2 * QUIET_MODULES, d: d.join('') }
}

type Run = { from: number; length: number }

function runsOf(row: readonly boolean[]): Run[] {
  const runs: Run[] = []
  for (const [x, isDark] of row.entries()) {
    if (!isDark) continue
    const last = runs.at(-1)
    if (last && last.from + last.length === x) last.length += 1
    else runs.push({ from: x, length: 1 })
  }
  return runs
}

function squares({ from, length }: Run, y: number): string {
  return `M${from + QUIET_MODULES} ${y + QUIET_MODULES}h${length}v1h-${length}z`
}
