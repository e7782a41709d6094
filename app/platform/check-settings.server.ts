import { checkEnv, type EnvReport } from './check-env.server'
import { probeStore } from './store-probe.server'

/** Reads the environment as the server would and, once it can be read, tries the store that it names. */
export async function checkSettings(): Promise<EnvReport> {
  const report = checkEnv()
  if (report.faults.length > 0) return report
  const { faults, warnings } = await probeStore()
  return { ...report, faults, warnings: [...report.warnings, ...warnings] }
}
