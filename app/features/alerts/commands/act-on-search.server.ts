import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { withTx, type Tx } from '~/platform/transaction.server'
import type { AlertOwner, AlertPace } from '../model/saved-search'
import { ownerOf } from '../queries.server'
import {
  deleteSearch,
  eraseIdleSubscriber,
  findSearchRow,
  listSearchIds,
  settleWaiting,
  updateSearch,
} from '../repo.server'
import { noteAct } from './save-search.server'

export type SearchAct =
  | { intent: 'change'; searchId: string; name: string; pace: AlertPace }
  | { intent: 'seen' | 'pause' | 'resume' | 'delete'; searchId: string }

/**
 * Does something with a search of an owner's own; twice is as once. What waits for an e-mail when a search is paused is
 * not sent: it stays on its page. An address without an account is erased with its last search.
 * @returns `not-found` for a search of somebody else
 */
export async function actOnSearch(owner: AlertOwner, act: SearchAct): Promise<Result<null>> {
  return withTx(async (tx) => {
    const row = await findSearchRow(tx, act.searchId)
    const isOwn = row !== null && ownerOf(row).kind === owner.kind && ownerOf(row).id === owner.id
    if (!isOwn || row.confirmedAtMs === null) return refused('not-found')
    await applyAct(tx, owner, act)
    return ok(null)
  })
}

const PAST = {
  seen: 'seen',
  change: 'changed',
  pause: 'paused',
  resume: 'resumed',
  delete: 'deleted',
} as const

async function applyAct(tx: Tx, owner: AlertOwner, act: SearchAct): Promise<void> {
  const updatedAtMs = nowMs()
  const { searchId } = act
  if (act.intent === 'seen') await updateSearch(tx, searchId, { seenAtMs: updatedAtMs })
  if (act.intent === 'change') {
    await updateSearch(tx, searchId, { name: act.name, pace: act.pace, updatedAtMs })
  }
  if (act.intent === 'pause') await pauseSearch(tx, searchId)
  if (act.intent === 'resume') await updateSearch(tx, searchId, { pausedAtMs: null, updatedAtMs })
  if (act.intent === 'delete') await removeSearch(tx, searchId, owner)
  await noteAct(tx, searchId, PAST[act.intent], owner.kind === 'user' ? owner.id : null)
}

async function pauseSearch(tx: Tx, searchId: string): Promise<void> {
  await settleWaiting(tx, searchId, nowMs())
  await updateSearch(tx, searchId, { pausedAtMs: nowMs(), updatedAtMs: nowMs() })
}

async function removeSearch(tx: Tx, searchId: string, owner: AlertOwner): Promise<void> {
  await deleteSearch(tx, searchId)
  if (owner.kind === 'subscriber') await eraseIdleSubscriber(tx, owner.id)
}

/** Erases an address with all its searches, those that wait for a confirmation too. Twice is as once. */
export async function eraseSubscriber(subscriberId: string): Promise<void> {
  const owner = { kind: 'subscriber', id: subscriberId } as const
  await withTx(async (tx) => {
    for (const id of await listSearchIds(tx, owner)) {
      await deleteSearch(tx, id)
      await noteAct(tx, id, 'deleted', null)
    }
    await eraseIdleSubscriber(tx, subscriberId)
  })
}

/** What a link of an e-mail ends: the alerts of one search, or of all of an address or a person. */
export type StopTarget = { kind: 'search' | 'subscriber' | 'user'; id: string }

/** Pauses the searches that a signed link names, for a person's button and a mail program's one click alike. */
export async function stopAlerts({ kind, id }: StopTarget): Promise<void> {
  await withTx(async (tx) => {
    const ids = kind === 'search' ? [id] : await listSearchIds(tx, { kind, id })
    for (const searchId of ids) {
      const row = await findSearchRow(tx, searchId)
      if (!row || row.confirmedAtMs === null || row.pausedAtMs !== null) continue
      await pauseSearch(tx, searchId)
      await noteAct(tx, searchId, 'paused', row.userId)
    }
  })
}

/** Begins again the one search that a signed link had ended. */
export async function resumeAlerts(searchId: string): Promise<void> {
  await withTx(async (tx) => {
    const row = await findSearchRow(tx, searchId)
    if (!row || row.pausedAtMs === null) return
    await updateSearch(tx, searchId, { pausedAtMs: null, updatedAtMs: nowMs() })
    await noteAct(tx, searchId, 'resumed', row.userId)
  })
}
