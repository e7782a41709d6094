import { z } from 'zod'
import { idField } from '~/schema/fields'
import { VITALS } from './model/vitals'

/** What a browser tells of one page: its pattern, and each of the vitals that it measured. */
export const vitalsSchema = z.strictObject({
  page: z.string().max(120),
  values: z.partialRecord(z.enum(VITALS), z.number().min(0).max(600_000)),
})

export type VitalsReport = z.output<typeof vitalsSchema>

export const retrySchema = z.strictObject({ intent: z.literal('retry'), jobId: idField })
