import { and, count, eq, gt, inArray, isNotNull, isNull, lt, notExists, type SQL } from 'drizzle-orm'
import type { IsoDay } from '~/core/days'
import { isoDayOf } from '~/core/days'
import { placeholdersOf, preparedQuery } from '~/platform/prepared.server'
import type { Tx } from '~/platform/transaction.server'
import { alertHits, alertMails, alertRequests, alertSubscribers, savedSearches } from '~db/sqlite/alerts'
import type { AlertOwner, AlertPace, SavedSearch } from './model/saved-search'

export type SearchRow = typeof savedSearches.$inferSelect

/** Ids or rows that one statement names. */
const AT_ONCE = 500
/** The day on which clocks go back. */
const LONGEST_DAY_MS = 25 * 3_600_000

export function ownerColumns({ kind, id }: AlertOwner) {
  return { userId: kind === 'user' ? id : null, subscriberId: kind === 'subscriber' ? id : null }
}

function isOf({ kind, id }: AlertOwner): SQL {
  return eq(kind === 'user' ? savedSearches.userId : savedSearches.subscriberId, id)
}

export async function insertSearch(tx: Tx, row: SearchRow): Promise<void> {
  await tx.insert(savedSearches).values(row)
}

export async function findSearchRow(tx: Tx, id: string): Promise<SearchRow | null> {
  return (await tx.select().from(savedSearches).where(eq(savedSearches.id, id)).limit(1))[0] ?? null
}

/** The search of an owner that asks for the same. */
export async function findSameSearch(
  tx: Tx,
  owner: AlertOwner,
  { subject, query }: Pick<SavedSearch, 'subject' | 'query'>,
): Promise<SearchRow | null> {
  const same = and(isOf(owner), eq(savedSearches.subject, subject), eq(savedSearches.query, query))
  return (await tx.select().from(savedSearches).where(same).limit(1))[0] ?? null
}

/** How many searches an owner keeps; those that wait for a confirmation are not counted. */
export async function countSearches(tx: Tx, owner: AlertOwner): Promise<number> {
  const kept = and(isOf(owner), isNotNull(savedSearches.confirmedAtMs))
  return (await tx.select({ n: count() }).from(savedSearches).where(kept))[0]?.n ?? 0
}

export async function listSearchIds(tx: Tx, owner: AlertOwner): Promise<string[]> {
  const rows = await tx.select({ id: savedSearches.id }).from(savedSearches).where(isOf(owner))
  return rows.map(({ id }) => id)
}

export async function updateSearch(tx: Tx, id: string, set: Partial<SearchRow>): Promise<void> {
  await tx.update(savedSearches).set(set).where(eq(savedSearches.id, id))
}

/** Deletes a search and what it found. */
export async function deleteSearch(tx: Tx, id: string): Promise<void> {
  await tx.delete(alertHits).where(eq(alertHits.searchId, id))
  await tx.delete(savedSearches).where(eq(savedSearches.id, id))
}

/** The address under this e-mail, written down when it is not known yet. */
export async function subscriberOf(tx: Tx, row: typeof alertSubscribers.$inferInsert): Promise<string> {
  await tx.insert(alertSubscribers).values(row).onConflictDoNothing()
  const found = await tx
    .select({ id: alertSubscribers.id })
    .from(alertSubscribers)
    .where(eq(alertSubscribers.email, row.email))
  return found[0]!.id
}

/** Erases an address that keeps no search any more, with its mails; says whether it was erased. */
export async function eraseIdleSubscriber(tx: Tx, id: string): Promise<boolean> {
  if ((await listSearchIds(tx, { kind: 'subscriber', id })).length > 0) return false
  await tx.delete(alertMails).where(eq(alertMails.subscriberId, id))
  const erased = await tx
    .delete(alertSubscribers)
    .where(eq(alertSubscribers.id, id))
    .returning({ id: alertSubscribers.id })
  return erased.length > 0
}

/** Searches of addresses without an account that nobody confirmed, or that were stopped, before an instant. */
export async function listForgettable(
  tx: Tx,
  before: { unconfirmedMs: number; stoppedMs: number },
): Promise<{ id: string; subscriberId: string | null }[]> {
  const columns = { id: savedSearches.id, subscriberId: savedSearches.subscriberId }
  const anonymous = isNotNull(savedSearches.subscriberId)
  const unconfirmed = and(
    isNull(savedSearches.confirmedAtMs),
    lt(savedSearches.updatedAtMs, before.unconfirmedMs),
  )
  return [
    ...(await tx.select(columns).from(savedSearches).where(and(anonymous, unconfirmed))),
    ...(await tx
      .select(columns)
      .from(savedSearches)
      .where(and(anonymous, lt(savedSearches.pausedAtMs, before.stoppedMs)))),
  ]
}

export async function isRequestKnown(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.select({ id: alertRequests.id }).from(alertRequests).where(eq(alertRequests.id, id))
  return rows.length > 0
}

export async function insertRequest(tx: Tx, row: typeof alertRequests.$inferInsert): Promise<void> {
  await tx.insert(alertRequests).values(row)
}

/** Drops requests and what was found and told before these instants, and mails that tell of nothing any more. */
export async function dropOld(tx: Tx, before: { requestMs: number; hitMs: number }): Promise<void> {
  await tx.delete(alertRequests).where(lt(alertRequests.atMs, before.requestMs))
  await tx.delete(alertHits).where(lt(alertHits.settledAtMs, before.hitMs))
  const told = tx.select({ id: alertHits.mailId }).from(alertHits).where(eq(alertHits.mailId, alertMails.id))
  await tx.delete(alertMails).where(and(lt(alertMails.createdAtMs, before.hitMs), notExists(told)))
}

/** Those of some searches that look for something now. */
export async function listWatchingOf(tx: Tx, ids: readonly string[]): Promise<SearchRow[]> {
  const found: SearchRow[] = []
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = inArray(savedSearches.id, ids.slice(start, start + AT_ONCE))
    const watching = and(some, isNull(savedSearches.pausedAtMs), isNotNull(savedSearches.confirmedAtMs))
    found.push(...(await tx.select().from(savedSearches).where(watching)))
  }
  return found
}

/** Keeps what a search found, once; says whether it is new. */
export async function insertHit(
  tx: Tx,
  row: Pick<typeof alertHits.$inferInsert, 'searchId' | 'itemId' | 'pace' | 'foundAtMs'>,
): Promise<boolean> {
  return (await hitInsert(tx).execute(row)).length > 0
}

const hitInsert = preparedQuery((db) =>
  db
    .insert(alertHits)
    .values(placeholdersOf(['searchId', 'itemId', 'pace', 'foundAtMs']))
    .onConflictDoNothing()
    .returning({ id: alertHits.itemId })
    .prepare(),
)

/** Notes what was there before a search began to look: known, and told by no mail. */
export async function insertKnown(
  tx: Tx,
  searchId: string,
  ids: readonly string[],
  atMs: number,
): Promise<void> {
  const rows = ids.map((itemId) => ({ searchId, itemId, pace: null, foundAtMs: atMs, settledAtMs: atMs }))
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    await tx
      .insert(alertHits)
      .values(rows.slice(start, start + AT_ONCE))
      .onConflictDoNothing()
  }
}

type WaitingHit = { searchId: string; itemId: string }

/** What an owner's searches found that waits for an e-mail of a pace, before a day of Paris when one is given. */
export async function listWaiting(
  tx: Tx,
  owner: AlertOwner,
  pace: AlertPace,
  until: IsoDay | null,
): Promise<WaitingHit[]> {
  const waiting = and(
    isOf(owner),
    isNull(savedSearches.pausedAtMs),
    eq(alertHits.pace, pace),
    isNull(alertHits.settledAtMs),
  )
  const rows = await tx
    .select({ searchId: alertHits.searchId, itemId: alertHits.itemId, foundAtMs: alertHits.foundAtMs })
    .from(alertHits)
    .innerJoin(savedSearches, eq(savedSearches.id, alertHits.searchId))
    .where(waiting)
  return rows.filter(({ foundAtMs }) => until === null || isoDayOf(foundAtMs) < until)
}

/** Changes hits that still wait for an e-mail. */
export async function updateWaiting(
  tx: Tx,
  hits: readonly WaitingHit[],
  set: Partial<typeof alertHits.$inferInsert>,
): Promise<void> {
  for (const { searchId, itemId } of hits) {
    const same = and(eq(alertHits.searchId, searchId), eq(alertHits.itemId, itemId))
    await tx
      .update(alertHits)
      .set(set)
      .where(and(same, isNull(alertHits.settledAtMs)))
  }
}

/** Settles what waits of a search without an e-mail: it stays on its page. */
export async function settleWaiting(tx: Tx, searchId: string, atMs: number): Promise<void> {
  const waiting = and(eq(alertHits.searchId, searchId), isNull(alertHits.settledAtMs))
  await tx.update(alertHits).set({ settledAtMs: atMs }).where(waiting)
}

/** Takes back that something was told: it was gone before its mail went, and may be told when it comes again. */
export async function deleteHits(tx: Tx, mailId: string, hits: readonly WaitingHit[]): Promise<void> {
  for (const { searchId, itemId } of hits) {
    const same = and(eq(alertHits.searchId, searchId), eq(alertHits.itemId, itemId))
    await tx.delete(alertHits).where(and(same, eq(alertHits.mailId, mailId)))
  }
}

export async function insertMail(tx: Tx, row: typeof alertMails.$inferInsert): Promise<void> {
  await tx.insert(alertMails).values(row)
}

/** How many e-mails of alerts an owner got at once on a day of Paris. */
export async function countMailsAtOnce(tx: Tx, { kind, id }: AlertOwner, nowMs: number): Promise<number> {
  const sent = and(
    eq(kind === 'user' ? alertMails.userId : alertMails.subscriberId, id),
    eq(alertMails.pace, 'immediate'),
    gt(alertMails.createdAtMs, nowMs - LONGEST_DAY_MS),
  )
  const rows = await tx.select({ atMs: alertMails.createdAtMs }).from(alertMails).where(sent)
  return rows.filter(({ atMs }) => isoDayOf(atMs) === isoDayOf(nowMs)).length
}
