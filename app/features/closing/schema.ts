import { z } from 'zod'
import { CLOSING_OUTCOMES, GAP_REASONS, leavesSite, REUSE_OUTCOMES } from '~/core/waste-terms'
import { dayField, idField, massKgField, textField } from '~/schema/fields'
import { ROW_FILTERS } from './model/row-filter'

/** The revision of the record that the person has seen. */
const revision = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)

/** Six digits, as people write them: «17 02 01», «170603*». */
const wasteCodeField = z
  .string()
  .trim()
  .transform((text) => text.replace(/[\s.\-/*]/g, ''))
  .refine((code) => /^(0[1-9]|1\d|20)\d{4}$/.test(code), 'invalid_waste_code')

export const recordSchema = z.strictObject({
  intent: z.literal('record'),
  revision,
  worksEndedOn: dayField.optional().transform((day) => day ?? null),
  author: textField(120, 0).optional().default(''),
  client: textField(160, 0).optional().default(''),
  comment: textField(1000, 0).optional().default(''),
})

export const stateSchema = z.strictObject({ intent: z.enum(['ready', 'reopen']), revision })

/** What left otherwise than by a handover. Reuse is no waste: it bears no code. */
export const entrySchema = z
  .strictObject({
    intent: z.literal('entry'),
    revision,
    id: idField,
    outcome: z.enum(CLOSING_OUTCOMES),
    massKg: massKgField,
    label: textField(120, 0).optional().default(''),
    operator: textField(160, 0).optional().default(''),
    wasteCode: wasteCodeField.optional().transform((code) => code ?? ''),
    evidence: textField(200, 0).optional().default(''),
  })
  .superRefine((entry, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    const isReuse = REUSE_OUTCOMES.some((outcome) => outcome === entry.outcome)
    if (isReuse && entry.wasteCode !== '') fault('wasteCode', 'reuse_is_no_waste')
    if (leavesSite(entry.outcome) && entry.operator === '') fault('operator', 'required')
  })

export const removeEntrySchema = z.strictObject({ intent: z.literal('remove'), revision, entryId: idField })

/** Why what left does not come to what was surveyed, for the difference that the person has seen. */
export const gapSchema = z
  .strictObject({
    intent: z.literal('gap'),
    revision,
    gapG: z
      .string()
      .regex(/^-?\d{1,15}$/)
      .transform(Number),
    reason: z.enum(GAP_REASONS),
    note: textField(300, 0).optional().default(''),
  })
  .superRefine(({ reason, note }, context) => {
    if (reason === 'other' && note === '')
      context.addIssue({ code: 'custom', path: ['note'], message: 'required' })
  })

export const closingPageSchema = z.object({
  filtre: z.enum(ROW_FILTERS).catch('toutes').default('toutes'),
  page: z.coerce.number().int().min(1).catch(1).default(1),
  fait: z.string().max(20).nullable().catch(null).default(null),
})
