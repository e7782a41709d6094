import { type BenchOptions, sizeName, tell } from './part'

const SIZES = [10_000, 100_000, 1_000_000]

/** The ten best needs for a lot, by several engines in turn. */
export function benchTopK(options: BenchOptions): Record<string, unknown> {
  for (const size of options.sizes ?? SIZES) tell(`${sizeName(size)} needs: nothing to measure yet`)
  return {}
}
