import { checkEnv, type EnvReport } from './check-env.server'
import { probeDatabase } from './database-probe.server'
import { probeStore } from './store-probe.server'

/** Reads the environment as the server would and, once it can be read, tries the database and the store that it names. */
export async function checkSettings(): Promise<EnvReport> {
  const report = checkEnv()
  if (report.faults.length > 0) return report
  const tried = [await probeDatabase(), await probeStore()]
  return {
    ...report,
    faults: tried.flatMap(({ faults }) => faults),
    warnings: [...report.warnings, ...tried.flatMap(({ warnings }) => warnings)],
  }
}
