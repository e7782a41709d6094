import { and, asc, eq, sql } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { communePurchases } from '~db/sqlite/board'
import type { Purchase } from '../model/purchase'

/** What a commune said it bought in a year, in the order of entry. */
export async function listPurchases(communeCode: string, year: number): Promise<Purchase[]> {
  return (
    reader()
      .select({
        id: communePurchases.id,
        year: communePurchases.year,
        label: communePurchases.label,
        amountCents: communePurchases.amountCents,
        reusedBp: communePurchases.reusedBp,
        recycledBp: communePurchases.recycledBp,
      })
      .from(communePurchases)
      .where(and(eq(communePurchases.communeCode, communeCode), eq(communePurchases.year, year)))
      // Lines of one table are of the same instant: they keep the order they were written in.
      .orderBy(asc(communePurchases.createdAtMs), sql`rowid`)
  )
}
