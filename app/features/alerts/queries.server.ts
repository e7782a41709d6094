import { and, asc, count, desc, eq, gt, isNotNull, isNull, or } from 'drizzle-orm'
import type { Locale } from '~/core/locale'
import { reader } from '~/platform/db.server'
import { alertHits, alertMails, alertSubscribers, savedSearches } from '~db/sqlite/alerts'
import { users } from '~db/sqlite/identity'
import { memberships, organisations } from '~db/sqlite/organisations'
import type { AlertOwner, SavedSearch, SearchSubject } from './model/saved-search'

type Row = typeof savedSearches.$inferSelect

export function ownerOf({ userId, subscriberId }: Pick<Row, 'userId' | 'subscriberId'>): AlertOwner {
  return userId === null ? { kind: 'subscriber', id: subscriberId ?? '' } : { kind: 'user', id: userId }
}

export function savedSearchOf({ userId, subscriberId, updatedAtMs: _, ...row }: Row): SavedSearch {
  return { ...row, owner: ownerOf({ userId, subscriberId }) }
}

function isOf({ kind, id }: AlertOwner) {
  return eq(kind === 'user' ? savedSearches.userId : savedSearches.subscriberId, id)
}

/** The searches of an owner that were agreed to, newest first. */
export async function listSearchesOf(owner: AlertOwner): Promise<SavedSearch[]> {
  const rows = await reader()
    .select()
    .from(savedSearches)
    .where(and(isOf(owner), isNotNull(savedSearches.confirmedAtMs)))
    .orderBy(desc(savedSearches.createdAtMs), desc(savedSearches.id))
  return rows.map(savedSearchOf)
}

/** A search, whoever asks: pages prove whose it is. */
export async function findSearch(id: string): Promise<SavedSearch | null> {
  const rows = await reader().select().from(savedSearches).where(eq(savedSearches.id, id)).limit(1)
  return rows[0] ? savedSearchOf(rows[0]) : null
}

export type WatchingSearch = SavedSearch & {
  /** Whether its person is still a member of the organisation that it was kept for, and that is not closed. */
  isMember: boolean
}

/** Every search that looks for lots, or for needs, now: agreed to, not paused, of an account that is open. */
export async function listWatching(subject: SearchSubject): Promise<WatchingSearch[]> {
  const rows = await reader()
    .select({ search: savedSearches, memberId: memberships.userId, openId: organisations.id })
    .from(savedSearches)
    .leftJoin(users, eq(users.id, savedSearches.userId))
    .leftJoin(
      memberships,
      and(
        eq(memberships.userId, savedSearches.userId),
        eq(memberships.organisationId, savedSearches.organisationId),
      ),
    )
    .leftJoin(
      organisations,
      and(eq(organisations.id, savedSearches.organisationId), isNull(organisations.suspendedAtMs)),
    )
    .where(
      and(
        eq(savedSearches.subject, subject),
        isNotNull(savedSearches.confirmedAtMs),
        isNull(savedSearches.pausedAtMs),
        or(isNull(savedSearches.userId), isNull(users.suspendedAtMs)),
      ),
    )
    .orderBy(asc(savedSearches.id))
  return rows.map(({ search, memberId, openId }) => ({
    ...savedSearchOf(search),
    isMember: memberId !== null && openId !== null,
  }))
}

/** Whether a person is still a member of the organisation that they keep a search for, and that is not closed. */
export async function isMemberOf(userId: string, organisationId: string): Promise<boolean> {
  const rows = await reader()
    .select({ userId: memberships.userId })
    .from(memberships)
    .innerJoin(
      organisations,
      and(eq(organisations.id, memberships.organisationId), isNull(organisations.suspendedAtMs)),
    )
    .where(and(eq(memberships.userId, userId), eq(memberships.organisationId, organisationId)))
  return rows.length > 0
}

export type Found = { itemId: string; foundAtMs: number }

/** What a search found since it was kept, newest first; what was there before is not listed. */
export async function listFound(searchId: string, limit: number): Promise<Found[]> {
  return reader()
    .select({ itemId: alertHits.itemId, foundAtMs: alertHits.foundAtMs })
    .from(alertHits)
    .where(and(eq(alertHits.searchId, searchId), isNotNull(alertHits.pace)))
    .orderBy(desc(alertHits.foundAtMs), desc(alertHits.itemId))
    .limit(limit)
}

/** How much each of an owner's searches found since it was last seen, and in all since it was kept. */
export async function countFound(owner: AlertOwner): Promise<Map<string, { fresh: number; all: number }>> {
  const countWhere = (isFresh: boolean) =>
    reader()
      .select({ id: alertHits.searchId, n: count() })
      .from(alertHits)
      .innerJoin(savedSearches, eq(savedSearches.id, alertHits.searchId))
      .where(
        and(
          isOf(owner),
          isNotNull(alertHits.pace),
          isFresh ? gt(alertHits.foundAtMs, savedSearches.seenAtMs) : undefined,
        ),
      )
      .groupBy(alertHits.searchId)
  const [fresh, all] = await Promise.all([countWhere(true), countWhere(false)])
  const freshOf = new Map(fresh.map(({ id, n }) => [id, n]))
  return new Map(all.map(({ id, n }) => [id, { fresh: freshOf.get(id) ?? 0, all: n }]))
}

export type Subscriber = { id: string; email: string; locale: Locale }

/** An address that gets alerts without an account. */
export async function findSubscriber(id: string): Promise<Subscriber | null> {
  const { email, locale } = alertSubscribers
  const rows = await reader()
    .select({ id: alertSubscribers.id, email, locale })
    .from(alertSubscribers)
    .where(eq(alertSubscribers.id, id))
  return rows[0] ?? null
}

export type AlertMail = {
  id: string
  owner: AlertOwner
  /** What it tells of, by search: the oldest search first. */
  hits: { search: SavedSearch; itemId: string }[]
}

/** An e-mail with what it tells of; null when its reader was erased meanwhile. */
export async function findAlertMail(id: string): Promise<AlertMail | null> {
  const [mail] = await reader().select().from(alertMails).where(eq(alertMails.id, id)).limit(1)
  if (!mail) return null
  const rows = await reader()
    .select({ search: savedSearches, itemId: alertHits.itemId })
    .from(alertHits)
    .innerJoin(savedSearches, eq(savedSearches.id, alertHits.searchId))
    .where(eq(alertHits.mailId, id))
    .orderBy(asc(savedSearches.createdAtMs), asc(savedSearches.id), desc(alertHits.foundAtMs))
  const hits = rows.map(({ search, itemId }) => ({ search: savedSearchOf(search), itemId }))
  return { id, owner: ownerOf(mail), hits }
}
