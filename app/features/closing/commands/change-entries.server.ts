import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { OUTSIDE } from '../model/closing-record'
import { deleteEntry, findEntry, findRowRef, insertEntry } from '../repo.server'
import type { entrySchema } from '../schema'
import { DONE_BEFORE, inRecord, type InRecord } from './in-record.server'

type AddEntry = InRecord &
  Omit<z.output<typeof entrySchema>, 'intent'> & {
    /** The line or foreseen waste that it is of, or `OUTSIDE`. */
    rowId: string
  }

/**
 * Adds a quantity that left otherwise than by a handover. Idempotent by id; refuses `not-found` for a row that the
 * site's survey does not hold, and what `inRecord` does.
 */
export async function addEntry(input: AddEntry): Promise<Result<null>> {
  const { actor, siteId, id, rowId, outcome, label, operator, wasteCode, evidence } = input
  return inRecord(input, 'draft', async (tx) => {
    const known = await findEntry(tx, id)
    if (known) return known.siteId === siteId ? ok(DONE_BEFORE) : refused('conflict')
    const outside = { inventoryLineId: null, inventoryWasteId: null }
    const of = rowId === OUTSIDE ? outside : await findRowRef(tx, siteId, rowId)
    if (!of) return refused('not-found')
    await insertEntry(tx, {
      ...{ id, siteId, ...of, outcome, label, massG: input.massKg, operator, wasteCode, evidence },
      ...{ createdByUserId: actor.userId, createdAtMs: nowMs() },
    })
    return ok({ kind: 'closing-entry-added', detail: { entryId: id, ...of, outcome, massG: input.massKg } })
  })
}

/** Takes an entry out; its event keeps what it said. One that is gone is answered as taken out. */
export async function removeEntry(input: InRecord & { entryId: string }): Promise<Result<null>> {
  return inRecord(input, 'draft', async (tx) => {
    const entry = await findEntry(tx, input.entryId)
    if (!entry) return ok(DONE_BEFORE)
    if (entry.siteId !== input.siteId) return refused('not-found')
    await deleteEntry(tx, entry.id)
    const { id, outcome, massG, operator, evidence } = entry
    return ok({
      kind: 'closing-entry-removed',
      detail: { entryId: id, outcome, massG, operator, evidence },
    })
  })
}
