import { randomBytes } from 'node:crypto'
import { nowMs } from '~/core/clock'
import { CODE_RANDOM, labelCodeOf } from '~/features/labels/model/code'
import type { labelCodes } from '~db/sqlite/labels'

export type LabelRow = typeof labelCodes.$inferSelect

/** A label of an organisation: blank and of no printing by default. */
export function makeLabel(label: Pick<LabelRow, 'organisationId'> & Partial<LabelRow>): LabelRow {
  return {
    code: labelCodeOf(randomBytes(CODE_RANDOM)),
    lotId: null,
    draftId: null,
    item: null,
    batchId: null,
    claimedByUserId: null,
    claimedAtMs: null,
    createdAtMs: nowMs(),
    ...label,
  }
}
