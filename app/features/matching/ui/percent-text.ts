import type { Formatter } from '~/core/format'
import { FULL_PERCENTS } from '../model/weight-percents'

/** Hundredths of a percent as text, with decimals only where they say something. */
export function percentText(format: Formatter, hundredths: number): string {
  const decimals = hundredths % 100 === 0 ? 0 : hundredths % 10 === 0 ? 1 : 2
  return format.percent(hundredths / FULL_PERCENTS, decimals)
}
