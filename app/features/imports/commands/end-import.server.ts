import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { removeFile } from '~/platform/storage.server'
import { withTx } from '~/platform/transaction.server'
import { MAX_IMPORT_ROWS, UNDO_MS } from '../model/limits'
import { findImport } from '../queries.server'
import {
  dropStaged,
  findImportRow,
  listStale,
  removeEmptyInventory,
  removeImport,
  removeImported,
  removeRows,
  updateImport,
} from '../repo.server'

type OfImport = { actor: Actor; importId: string }

/** Stops an import while it is being written; it can be looked at and started again. */
export async function stopImport({ actor, importId }: OfImport): Promise<Result<null>> {
  const view = await findImport(actor.organisationId, importId)
  if (!view) return refused('not-found')
  return withTx(async (tx) => {
    const change = { status: 'checking', doneCount: 0 } as const
    if (!(await updateImport(tx, { ...view, status: 'running' }, change))) return refused('import-not-open')
    // In the same transaction: what a next run makes ready is never taken for this one's.
    await dropStaged(tx, importId, MAX_IMPORT_ROWS)
    return ok(null)
  })
}

/** Gives up an import that nothing was written from; its rows and its file go. */
export async function discardImport({ actor, importId }: OfImport): Promise<Result<null>> {
  const view = await findImport(actor.organisationId, importId)
  if (!view) return refused('not-found')
  const gone = await withTx(async (tx): Promise<Result<null>> => {
    const row = await findImportRow(tx, importId)
    if (row?.status !== 'checking' && row?.status !== 'failed') return refused('import-not-open')
    await removeImport(tx, importId)
    return ok(null)
  })
  if (gone.ok && view.storageKey) await removeFile('documents', view.storageKey)
  return gone
}

/** What went, and what stayed because a lot or the closing record refers to it. */
export type Undone = { lines: number; wastes: number; drafts: number }

/**
 * Takes back what an import wrote, within a day of it (`import-undo-late`): its lines and wastes, and the drafts that
 * nobody wrote in since. Lines that lots were published from stay, with what the closing record refers to.
 */
export async function undoImport({ actor, importId }: OfImport): Promise<Result<Undone>> {
  const view = await findImport(actor.organisationId, importId)
  if (!view) return refused('not-found')
  if (view.status !== 'done') return refused('import-not-open')
  if (nowMs() - (view.finishedAtMs ?? 0) > UNDO_MS) return refused('import-undo-late')
  return withTx(async (tx) => {
    const change = { status: 'undone', undoneAtMs: nowMs() } as const
    if (!(await updateImport(tx, { ...view, status: 'done' }, change))) return refused('edited-meanwhile')
    const gone = await removeImported(tx, importId)
    await removeEmptyInventory(tx, importId)
    await recordChange(tx, {
      ...{
        entity: 'site',
        entityId: view.siteId,
        kind: 'inventory-import-undone',
        actorUserId: actor.userId,
      },
      detail: { importId, fileName: view.fileName, ...gone },
    })
    return ok(gone)
  })
}

const DAY_MS = 24 * 60 * 60 * 1000
const OPEN_DAYS = 30
const ROWS_DAYS = 7

/** Drops imports left unfinished for a month, and the rows of those finished a week ago. */
export async function sweepImports(): Promise<void> {
  const openBeforeMs = nowMs() - OPEN_DAYS * DAY_MS
  const doneBeforeMs = nowMs() - ROWS_DAYS * DAY_MS
  const stale = await withTx((tx) => listStale(tx, { openBeforeMs, doneBeforeMs }))
  for (const { id, status, storageKey } of stale) {
    const isOver = status === 'done' || status === 'undone'
    await withTx((tx) => (isOver ? removeRows(tx, id) : removeImport(tx, id)))
    if (storageKey) await removeFile('documents', storageKey)
  }
}
