import { and, count, eq } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { directoryPlaces } from '~db/sqlite/directory'

export type PlaceRow = typeof directoryPlaces.$inferSelect

export async function findPlaceRow(tx: Tx, id: string): Promise<PlaceRow | null> {
  return (await tx.select().from(directoryPlaces).where(eq(directoryPlaces.id, id)).limit(1))[0] ?? null
}

export async function insertPlace(tx: Tx, row: typeof directoryPlaces.$inferInsert): Promise<void> {
  await tx.insert(directoryPlaces).values(row)
}

export async function updatePlace(tx: Tx, id: string, change: Partial<PlaceRow>): Promise<void> {
  await tx.update(directoryPlaces).set(change).where(eq(directoryPlaces.id, id))
}

/** Proposals of an organisation that wait for the Métropole. */
export async function countWaitingOf(tx: Tx, organisationId: string): Promise<number> {
  const waiting = and(
    eq(directoryPlaces.proposedByOrganisationId, organisationId),
    eq(directoryPlaces.state, 'proposed'),
  )
  const rows = await tx.select({ total: count() }).from(directoryPlaces).where(waiting)
  return rows[0]?.total ?? 0
}
