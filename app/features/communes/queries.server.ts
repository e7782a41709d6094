import { asc, eq } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { keptWhile } from '~/platform/kept-answers.server'
import { communes } from '~db/sqlite/communes'

export type CommuneRow = typeof communes.$inferSelect

export async function findCommune(code: string): Promise<CommuneRow | null> {
  const rows = await reader().select().from(communes).where(eq(communes.code, code)).limit(1)
  return rows[0] ?? null
}

/** The 130 communes by name. */
export const listCommunes = keptWhile(['communes'], readCommunes)

/** The same, read anew, also from a database of before changes were counted. */
export async function readCommunes(): Promise<readonly CommuneRow[]> {
  const rows = await reader().select().from(communes).orderBy(asc(communes.name))
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}
