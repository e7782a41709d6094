import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { ok, refused, type Result } from '~/core/result'
import { readClosing } from '../read-closing.server'
import { findRowRef, writeGap } from '../repo.server'
import type { gapSchema } from '../schema'
import { inRecord, type InRecord } from './in-record.server'

type ExplainGap = InRecord & Omit<z.output<typeof gapSchema>, 'intent'> & { rowId: string }

/**
 * Keeps why what left of a row does not come to what was surveyed. It holds for that difference only: the masses
 * themselves are never adjusted. Refuses `edited-meanwhile` when the difference is no longer the one that was seen.
 */
export async function explainGap(input: ExplainGap): Promise<Result<null>> {
  const { actor, siteId, rowId, gapG, reason, note } = input
  const { sums } = await readClosing(siteId)
  const row = sums.rows.find(({ id }) => id === rowId)
  return inRecord(input, 'draft', async (tx) => {
    const of = await findRowRef(tx, siteId, rowId)
    if (!of) return refused('not-found')
    if (row?.gapG !== gapG) return refused('edited-meanwhile')
    const gap = { id: newId(), siteId, ...of, gapG, reason, note }
    await writeGap(tx, { ...gap, userId: actor.userId, atMs: nowMs() })
    return ok({ kind: 'closing-gap-explained', detail: { ...of, gapG, reason, note } })
  })
}
