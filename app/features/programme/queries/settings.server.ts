import { desc, eq } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { programmeCriteria, programmeFund } from '~db/sqlite/programme'
import type { CriteriaVersion } from '../model/criteria'

export type Fund = { amountCents: number; grantedCents: number; updatedAtMs: number }

/** What the track may grant and has granted; null until the Métropole sets it. */
export async function findFund(): Promise<Fund | null> {
  const rows = await reader()
    .select({
      amountCents: programmeFund.amountCents,
      grantedCents: programmeFund.grantedCents,
      updatedAtMs: programmeFund.updatedAtMs,
    })
    .from(programmeFund)
    .where(eq(programmeFund.id, 'reuse'))
    .limit(1)
  return rows[0] ?? null
}

/** Every published version of the criteria, the one in force first. */
export async function listCriteriaVersions(): Promise<CriteriaVersion[]> {
  return reader()
    .select({
      version: programmeCriteria.version,
      criteria: programmeCriteria.criteria,
      reason: programmeCriteria.reason,
      publishedAtMs: programmeCriteria.publishedAtMs,
    })
    .from(programmeCriteria)
    .orderBy(desc(programmeCriteria.version))
}
