/** What every part of the benchmark may be asked from the command line. */
export type BenchOptions = {
  /** Sizes to measure (needs, or lots and needs); null for the part's own. */
  sizes: readonly number[] | null
  /** Queries to time; null for the part's own. */
  queries: number | null
  /** Where data of others lies (published instances); empty when there is none, and the part says so. */
  data: string
  /** A file of a minimum-cost flow in DIMACS format; empty for none. */
  dimacs: string
}

/** A part of the benchmark: runs, tells what it does on the error output, answers its figures. */
export type BenchPart = (options: BenchOptions) => unknown

/** A size as figures are named by: 10k, 100k, 1M. */
export function sizeName(size: number): string {
  if (size >= 1_000_000 && size % 1_000_000 === 0) return `${size / 1_000_000}M`
  return size >= 1000 && size % 1000 === 0 ? `${size / 1000}k` : String(size)
}

/** Tells how the benchmark goes on, away from the JSON that ends its output. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** The value that a share of sorted values does not pass. */
export function percentile(sorted: readonly number[] | Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
