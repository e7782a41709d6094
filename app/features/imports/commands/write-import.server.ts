import { setImmediate as pause } from 'node:timers/promises'
import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { refused, ok, type Result } from '~/core/result'
import { answersFromLine } from '~/features/lots/model/answers-from-line'
import { recordChange } from '~/platform/changes.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import type { ReadRow } from '../model/read-row'
import { findAnyImport, type ImportView } from '../queries.server'
import { readImport } from '../read-import.server'
import {
  dropStaged,
  findImportRow,
  lastPosition,
  openInventory,
  stage,
  takeStaged,
  updateImport,
} from '../repo.server'
import { countReusable, insertDrafts, takeHeaviestReusable } from '../repo/drafts.server'

/** Rows made ready by one transaction, some five milliseconds of the only writer. */
const ROWS_AT_ONCE = 200
/** Drafts of one transaction. */
const DRAFTS_AT_ONCE = 200

/** What a test may do between two parts of the writing: end it there, as a crash would. */
export type Interruption = (doneCount: number) => void

/**
 * Writes a launched import. Its lines are made ready in short transactions, where nobody sees them, and move to the
 * inventory all at once; drafts of lots follow in batches. A run that ends in between is taken up where it was. Runs of
 * the same import beside each other write once. Nothing is done for an import that was stopped since.
 */
export async function writeImport(
  { importId, revision }: { importId: string; revision: number },
  between: Interruption = () => undefined,
): Promise<void> {
  const view = await findAnyImport(importId)
  if (!view) return
  if (view.status === 'running' && view.revision === revision) {
    if (!(await makeReady(view, between))) return
    if (!(await withTx((tx) => moveIn(tx, view))).ok) return
  } else if (view.status !== 'done' && view.status !== 'undone') return
  for (let drafted = 0; await withTx((tx) => draftSome(tx, importId)); drafted += DRAFTS_AT_ONCE) {
    between(view.rowCount + drafted)
    await pause()
  }
  while (await withTx((tx) => dropStaged(tx, importId))) await pause()
}

/** Makes ready what is not yet; false when the import is no longer this run's. */
async function makeReady(view: ImportView, between: Interruption): Promise<boolean> {
  const { rows, known } = await readImport(view)
  const at = { importId: view.id, revision: view.revision }
  for (let from = view.doneCount; from < rows.length; from += ROWS_AT_ONCE) {
    between(from)
    const to = Math.min(rows.length, from + ROWS_AT_ONCE)
    const written = rows.slice(from, to).filter(({ row }) => !(view.choices?.skipsKnown && known.has(row)))
    const ready = { lines: linesOf(view.id, written), wastes: wastesOf(view.id, written) }
    if (!(await withTx((tx) => stage(tx, { ...at, from, to }, ready)))) return false
    await pause()
  }
  between(rows.length)
  return true
}

function linesOf(importId: string, rows: readonly ReadRow[]) {
  return rows.flatMap(({ row, line }) => (line ? [{ ...line, id: newId(), importId, position: row }] : []))
}

function wastesOf(importId: string, rows: readonly ReadRow[]) {
  return rows.flatMap(({ waste }) => (waste ? [{ ...waste, id: newId(), importId }] : []))
}

/** The moment at which all of it is in the inventory, with the event. */
async function moveIn(tx: Tx, view: ImportView): Promise<Result<null>> {
  const now = await findImportRow(tx, view.id)
  if (now?.status !== 'running' || now.revision !== view.revision || !view.choices) return refused('conflict')
  const { kind, surveyedOn, surveyor } = view.choices
  const atMs = nowMs()
  const inventoryId = await openInventory(tx, {
    // Under the import's own id, it can be told apart when the import is undone.
    ...{ id: view.id, siteId: view.siteId, kind, surveyedOn, surveyor, createdAtMs: atMs },
  })
  const drafts = view.withDrafts ? await countReusable(tx, view.id) : 0
  await takeStaged(tx, { importId: view.id, inventoryId, after: await lastPosition(tx, inventoryId) })
  const change = {
    status: 'done',
    doneCount: view.rowCount,
    finishedAtMs: atMs,
    revision: view.revision,
  } as const
  if (!(await updateImport(tx, { ...view, status: 'running' }, change))) return refused('conflict')
  await recordChange(tx, {
    ...{ entity: 'site', entityId: view.siteId, kind: 'inventory-imported', actorUserId: view.authorUserId },
    detail: { importId: view.id, fileName: view.fileName, drafts },
  })
  return ok(null)
}

/**
 * Makes drafts of lots for some lines of a written import, those whose reusable part weighs most first; a line is taken
 * with its draft, so that none comes twice. False once there is none left, or when the import was undone meanwhile.
 */
async function draftSome(tx: Tx, importId: string): Promise<boolean> {
  const now = await findImportRow(tx, importId)
  if (now?.status !== 'done' || !now.withDrafts) return false
  const lines = await takeHeaviestReusable(tx, importId, DRAFTS_AT_ONCE)
  const atMs = nowMs()
  const { organisationId, authorUserId, siteId } = now
  await insertDrafts(
    tx,
    lines.map((line) => ({
      ...{ id: newId(), organisationId, authorUserId, importId },
      answers: withConditionOf(line, answersFromLine({ ...line, siteId }, [])),
      ...{ createdAtMs: atMs, updatedAtMs: atMs },
    })),
  )
  return lines.length > 0
}

function withConditionOf(
  { condition }: { condition: number | null },
  answers: Readonly<Record<string, string | readonly string[]>>,
): Record<string, string | string[]> {
  const texts: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(answers)) {
    texts[name] = typeof value === 'string' ? value : [...value]
  }
  return condition === null ? texts : { ...texts, condition: String(condition) }
}
