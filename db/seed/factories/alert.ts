import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type { alertHits, savedSearches } from '~db/sqlite/alerts'

export type SavedSearchRow = typeof savedSearches.$inferSelect
export type AlertHitRow = typeof alertHits.$inferSelect

/** A person's search for doors, told each day. */
export function makeSavedSearch(
  overrides: Partial<SavedSearchRow> & Pick<SavedSearchRow, 'userId' | 'organisationId'>,
): SavedSearchRow {
  const atMs = nowMs()
  return {
    id: newId(),
    subscriberId: null,
    subject: 'lots',
    query: '?materiau=door',
    name: 'Portes',
    pace: 'daily',
    pausedAtMs: null,
    confirmedAtMs: atMs,
    seenAtMs: atMs,
    createdAtMs: atMs,
    updatedAtMs: atMs,
    ...overrides,
  }
}

/** Something that a search found, and that no e-mail waits for. */
export function makeAlertHit(
  overrides: Partial<AlertHitRow> & Pick<AlertHitRow, 'searchId' | 'itemId'>,
): AlertHitRow {
  const foundAtMs = overrides.foundAtMs ?? nowMs()
  return { pace: 'daily', foundAtMs, settledAtMs: foundAtMs, mailId: null, ...overrides }
}
