import { and, desc, eq, inArray } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { basketLines, baskets } from '~db/sqlite/baskets'
import { communes } from '~db/sqlite/communes'
import type { BasketLine, BasketTerms } from './model/cover-problem'
import { groupBy } from './model/group-by'

/** A bill of quantities as its organisation reads it. */
export type BasketView = BasketTerms & {
  id: string
  organisationId: string
  title: string
  communeName: string
  createdAtMs: number
  updatedAtMs: number
}

function selectBaskets() {
  return reader()
    .select({
      id: baskets.id,
      organisationId: baskets.organisationId,
      title: baskets.title,
      communeCode: baskets.communeCode,
      communeName: communes.name,
      neededFrom: baskets.neededFrom,
      neededUntil: baskets.neededUntil,
      radiusKm: baskets.radiusKm,
      minCondition: baskets.minCondition,
      createdAtMs: baskets.createdAtMs,
      updatedAtMs: baskets.updatedAtMs,
    })
    .from(baskets)
    .innerJoin(communes, eq(communes.code, baskets.communeCode))
}

/** An organisation's own bill; null for another's, as for one that does not exist. */
export async function findBasket(organisationId: string, id: string): Promise<BasketView | null> {
  const rows = await selectBaskets()
    .where(and(eq(baskets.id, id), eq(baskets.organisationId, organisationId)))
    .limit(1)
  return rows[0] ?? null
}

/** The bills of an organisation, newest first. */
export async function listBasketsOf(organisationId: string): Promise<BasketView[]> {
  return selectBaskets()
    .where(eq(baskets.organisationId, organisationId))
    .orderBy(desc(baskets.createdAtMs), desc(baskets.id))
}

/** The lines of a bill, in its order. */
export async function listLines(basketId: string): Promise<BasketLine[]> {
  return (await listLinesOf([basketId])).get(basketId) ?? []
}

/** The lines of several bills, by bill. */
export async function listLinesOf(basketIds: readonly string[]): Promise<Map<string, BasketLine[]>> {
  if (basketIds.length === 0) return new Map()
  const rows = await reader()
    .select()
    .from(basketLines)
    .where(inArray(basketLines.basketId, [...basketIds]))
    .orderBy(basketLines.position)
  return groupBy(rows, ({ basketId }) => basketId)
}
