import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { ok, refused, type Result } from '~/core/result'
import type { recordSchema } from '../schema'
import { inRecord, type InRecord } from './in-record.server'

type DescribeRecord = InRecord & Omit<z.output<typeof recordSchema>, 'intent'>

/** Says when works ended (`works-end-ahead`: not in days to come), for whom they were done and who draws the record up. */
export async function describeRecord(input: DescribeRecord): Promise<Result<null>> {
  const { worksEndedOn, author, client, comment } = input
  if (worksEndedOn !== null && worksEndedOn > isoDayOf(nowMs())) {
    return refused('works-end-ahead', { field: 'worksEndedOn' })
  }
  return inRecord(input, 'draft', () =>
    Promise.resolve(
      ok({
        kind: 'closing-described',
        detail: { worksEndedOn, author, client },
        change: { worksEndedOn, author, client, comment },
      }),
    ),
  )
}
