import type { Tx } from '~/platform/transaction.server'
import { memberships, organisations } from '~db/sqlite/organisations'

export async function insertOrganisation(tx: Tx, row: typeof organisations.$inferInsert): Promise<void> {
  await tx.insert(organisations).values(row)
}

export async function insertMembership(tx: Tx, row: typeof memberships.$inferInsert): Promise<void> {
  await tx.insert(memberships).values(row)
}
