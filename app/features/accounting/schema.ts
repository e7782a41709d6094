import { z } from 'zod'
import { EMPTY_RETURNS, LEDGER_REASONS, TRUCK_NAMES } from '~/core/ledger-terms'
import { LINE_ORDERS } from './model/commune-line'
import { dayField, idField, massOrNoneKgField, textField } from '~/schema/fields'

const yearField = z.coerce.number().int().min(2000).max(2100).optional().catch(undefined)

/** Query of the pages of figures; a bad value falls back to the default. */
export const yearSearchSchema = z.object({ annee: yearField })
export const territorySearchSchema = z.object({ annee: yearField, tri: z.enum(LINE_ORDERS).catch('taux') })

const targetSchema = z.object({
  from: dayField,
  of: z.enum(['all', 'inert', 'non-inert']),
  percent: z.number().min(0).max(100),
  source: z.string().trim().min(3).max(300),
})

/** The settings as they are kept. */
export const accountingSettingsSchema = z.object({
  publicThreshold: z.number().int().min(1).max(20),
  repTargets: z.array(targetSchema).max(30),
})

/** The form of the settings: the targets as lines «day ; class ; percent ; source». */
export const accountingSettingsFormSchema = z.strictObject({
  intent: z.literal('settings'),
  publicThreshold: z.coerce
    .number('invalid_number')
    .int('invalid_number')
    .min(1, 'invalid_number')
    .max(20, 'invalid_number'),
  repTargets: z
    .string()
    .max(5000)
    .default('')
    .transform((text, context) => {
      const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
      return lines.flatMap((line) => {
        const [from, of, percent = '', ...source] = line.split(';').map((part) => part.trim())
        const number = Number(percent.replace(',', '.'))
        const target = targetSchema.safeParse({
          from,
          of,
          percent: percent === '' ? NaN : number,
          source: source.join(' ; '),
        })
        if (target.success && lines.length <= 30) return [target.data]
        context.addIssue({ code: 'custom', message: 'invalid_choice' })
        return []
      })
    }),
})

/** What the page of an entry of the ledger posts. */
export const correctionActionSchema = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('ask'),
    id: idField,
    massKg: massOrNoneKgField,
    reason: z.enum(LEDGER_REASONS, 'invalid_choice'),
    note: textField(500, 0).optional().default(''),
  }),
  z.strictObject({
    intent: z.enum(['agree', 'decline', 'withdraw']),
    id: idField,
    answer: textField(500, 0).optional().default(''),
  }),
])

const ENTRY_DONE = ['asked', 'entered', 'declined', 'withdrawn'] as const
export type EntryDone = (typeof ENTRY_DONE)[number]

/** What has just been done, said once at the top of the page of an entry. */
export const entryDoneSchema = z.object({ fait: z.enum(ENTRY_DONE).nullable().catch(null).default(null) })

/** The vehicle of a collection. */
export const haulSchema = z.strictObject({
  truck: z.enum(TRUCK_NAMES),
  emptyReturnPct: z.enum(EMPTY_RETURNS).transform(Number),
})
