import { asc, desc, eq } from 'drizzle-orm'
import { nowMs } from '~/core/clock'
import { isoDayOf, type IsoDay } from '~/core/days'
import type { FactorRow } from '~/core/ledger-terms'
import { reader, type Db } from '~/platform/db.server'
import { factorVersions } from '~db/sqlite/accounting'
import { users } from '~db/sqlite/identity'
import { FACTOR_SET, factorSetOf, shippedRows, type FactorSet } from './model/factors'
import { inForceOn, type FactorVersion } from './model/factor-versions'

/** Every version, newest first: those that were published, then the one that ships. */
export async function listFactorVersions(db: Db = reader()): Promise<FactorVersion[]> {
  const published = await db
    .select({
      version: factorVersions.version,
      validFrom: factorVersions.validFrom,
      rows: factorVersions.rows,
      reason: factorVersions.reason,
      publishedAtMs: factorVersions.publishedAtMs,
      publishedBy: users.name,
    })
    .from(factorVersions)
    .leftJoin(users, eq(users.id, factorVersions.publishedByUserId))
    .orderBy(desc(factorVersions.publishedAtMs), asc(factorVersions.version))
  return [...published, shippedVersion()]
}

/** The rows of a version; null when there is none of that name. */
export async function findFactorRows(version: string): Promise<FactorRow[] | null> {
  if (version === FACTOR_SET.version) return shippedRows()
  const rows = await reader()
    .select({ rows: factorVersions.rows })
    .from(factorVersions)
    .where(eq(factorVersions.version, version))
    .limit(1)
  return rows[0]?.rows ?? null
}

/** The version that handovers of a day are reckoned with; today's by default. */
export async function factorVersionOn(day: IsoDay = isoDayOf(nowMs())): Promise<FactorVersion> {
  return inForceOn(await listFactorVersions(), day)
}

/** The same as the formulas read it. */
export async function factorSetOn(day: IsoDay = isoDayOf(nowMs())): Promise<FactorSet> {
  return asSet(await factorVersionOn(day))
}

/** A version as the formulas read it; null when there is none of that name. */
export async function findFactorSet(version: string): Promise<FactorSet | null> {
  const found = (await listFactorVersions()).find((one) => one.version === version)
  return found ? asSet(found) : null
}

function asSet({ version, validFrom, rows }: FactorVersion): FactorSet {
  return version === FACTOR_SET.version ? FACTOR_SET : factorSetOf(version, validFrom, rows)
}

function shippedVersion(): FactorVersion {
  const { version, validFrom } = FACTOR_SET
  return { version, validFrom, rows: shippedRows(), reason: '', publishedAtMs: null, publishedBy: null }
}
