import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { prepareSearch, searchNow } from '../found-items.server'
import { MOST_KNOWN, MOST_SEARCHES } from '../model/limits'
import type { AlertPace, SearchSubject } from '../model/saved-search'
import { savedSearchOf } from '../queries.server'
import {
  countSearches,
  findSameSearch,
  findSearchRow,
  insertKnown,
  insertSearch,
  ownerColumns,
  updateSearch,
  type SearchRow,
} from '../repo.server'

type SaveSearch = {
  actor: Actor
  id: string
  subject: SearchSubject
  query: string
  name: string
  pace: AlertPace
}

/**
 * Keeps a search for the person, with what their organisation sees. The same search is kept once: kept again, it takes
 * the new name and pace. What it shows now is known; what comes after is told.
 * @returns `email-unconfirmed` before the address is proven, `alert-cap` beyond the number of searches
 */
export async function saveSearch({ actor, id, ...asked }: SaveSearch): Promise<Result<{ id: string }>> {
  if (!can(actor, 'alert:manage')) return refused('forbidden')
  if (!actor.isConfirmed) return refused('email-unconfirmed')
  const owner = { kind: 'user', id: actor.userId } as const
  const { subject, query, name, pace } = asked
  await prepareSearch(asked)
  return withTx(async (tx) => {
    const atMs = nowMs()
    const known = await findSearchRow(tx, id)
    if (known) return known.userId === actor.userId ? ok({ id }) : refused('conflict')
    const same = await findSameSearch(tx, owner, { subject, query })
    if (same) {
      await updateSearch(tx, same.id, { name, pace, pausedAtMs: null, updatedAtMs: atMs })
      await noteAct(tx, same.id, 'changed', actor.userId)
      return ok({ id: same.id })
    }
    if ((await countSearches(tx, owner)) >= MOST_SEARCHES)
      return refused('alert-cap', { params: { most: MOST_SEARCHES } })
    const times = { confirmedAtMs: atMs, seenAtMs: atMs, createdAtMs: atMs, updatedAtMs: atMs }
    const { organisationId } = actor
    const row = { id, ...ownerColumns(owner), organisationId, ...asked, pausedAtMs: null, ...times }
    await insertSearch(tx, row)
    await noteKnown(tx, row, atMs)
    await noteAct(tx, id, 'kept', actor.userId)
    return ok({ id })
  })
}

/**
 * Notes what a search shows as it begins to look. Nothing is published meanwhile: the transaction holds the write lock,
 * so that what it does not see yet will be looked at with the search in place.
 */
export async function noteKnown(tx: Tx, row: SearchRow, atMs: number): Promise<void> {
  const { ids } = await searchNow(savedSearchOf(row), MOST_KNOWN)
  await insertKnown(tx, row.id, ids, atMs)
}

export async function noteAct(
  tx: Tx,
  searchId: string,
  kind: string,
  actorUserId: string | null,
): Promise<void> {
  await recordChange(tx, { entity: 'saved-search', entityId: searchId, kind, actorUserId })
}
