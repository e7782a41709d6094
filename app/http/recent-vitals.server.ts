import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { readVitals } from '~/features/health/queries/vitals.server'
import { env } from '~/platform/env.server'

/** Days that the figures of speed are of. */
const DAYS = 28

/** How fast pages were lately, and of which share of them browsers tell, per cent. */
export async function recentVitals() {
  const vitals = await readVitals(addDays(isoDayOf(nowMs()), -DAYS))
  return { vitals, sharePercent: Math.round(env().webVitalsShare * 100) }
}
