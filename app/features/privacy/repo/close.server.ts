import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { reservationMessages } from '~db/sqlite/arrangements'
import { users } from '~db/sqlite/identity'
import { lots } from '~db/sqlite/lots'
import { needs } from '~db/sqlite/needs'
import { memberships, organisations } from '~db/sqlite/organisations'
import { jobs } from '~db/sqlite/platform'
import { mentions } from './rows-of.server'

/** Takes what an organisation offers and looks for off the market. @returns the ids, for whoever follows changes */
export async function closeOffers(
  tx: Tx,
  organisationId: string,
): Promise<{ lotIds: string[]; needIds: string[] }> {
  const withdrawn = await tx
    .update(lots)
    .set({ status: 'withdrawn' })
    .where(and(eq(lots.organisationId, organisationId), inArray(lots.status, ['published', 'paused'])))
    .returning({ id: lots.id })
  const closed = await tx
    .update(needs)
    .set({ status: 'closed' })
    .where(and(eq(needs.organisationId, organisationId), ne(needs.status, 'closed')))
    .returning({ id: needs.id })
  return { lotIds: withdrawn.map(({ id }) => id), needIds: closed.map(({ id }) => id) }
}

/** Closes an organisation without members. */
export async function closeOrganisation(tx: Tx, organisationId: string, atMs: number): Promise<void> {
  await tx.update(organisations).set({ suspendedAtMs: atMs }).where(eq(organisations.id, organisationId))
}

/** Makes a member the owner. */
export async function makeOwner(tx: Tx, organisationId: string, userId: string): Promise<void> {
  await tx
    .update(memberships)
    .set({ role: 'owner' })
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.userId, userId)))
}

/** Leaves of an account a row that nobody can sign in with. */
export async function closeAccount(tx: Tx, userId: string, atMs: number): Promise<void> {
  await tx.update(users).set({ suspendedAtMs: atMs }).where(eq(users.id, userId))
}

/**
 * Deletes messages that were passed on and jobs that are done, where they name the person. @returns how many are still
 * on their way: to be asked again later
 */
export async function purgePassedOn(tx: Tx, erasureId: string, marks: readonly string[]): Promise<number> {
  const named = mentions('payload', marks)
  const isOther = sql`instr(payload, ${erasureId}) = 0`
  await tx.run(sql`DELETE FROM outbox WHERE dispatched_at_ms IS NOT NULL AND ${named}`)
  await tx.run(sql`DELETE FROM jobs WHERE status IN ('done', 'dead') AND ${isOther} AND ${named}`)
  const left = await tx.all<{ total: number }>(
    sql`SELECT (SELECT count(*) FROM outbox WHERE ${named}) + (SELECT count(*) FROM jobs WHERE ${isOther} AND ${named}) AS total`,
  )
  return left[0]?.total ?? 0
}

/** Leaves of the job that ends an erasure its number: neither the address of the last e-mail nor the names. */
export async function forgetMarks(tx: Tx, erasureId: string): Promise<void> {
  await tx
    .update(jobs)
    .set({ payload: { erasureId } })
    .where(and(eq(jobs.kind, 'end-erasure'), sql`instr(${jobs.payload}, ${erasureId}) > 0`))
}

/** What the person is called by, and where they wrote. Names of a few letters would name others too. */
export async function marksOf(tx: Tx, userId: string, organisationIds: readonly string[]): Promise<string[]> {
  const person = (await tx.select().from(users).where(eq(users.id, userId)))[0]
  const closing = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, [...organisationIds]))
  const written = await tx
    .selectDistinct({ id: reservationMessages.reservationId })
    .from(reservationMessages)
    .where(eq(reservationMessages.userId, userId))
  const names = [person?.name ?? '', ...closing.map(({ name }) => name)].filter((name) => name.length >= 5)
  const exact = [userId, person?.email ?? '', person?.phone ?? '', ...written.map(({ id }) => id)]
  return [...names, ...exact.filter((mark) => mark !== '')]
}
