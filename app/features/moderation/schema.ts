import { z } from 'zod'
import { MODERATION_ACTS, REPORT_REASONS } from '~/core/moderation-terms'
import { emailField, idField, textField } from '~/schema/fields'

export const reportSchema = z.strictObject({
  id: idField,
  reason: z.enum(REPORT_REASONS),
  text: textField(2000, 10),
  photoId: z
    .union([z.literal(''), idField])
    .optional()
    .default(''),
  email: emailField,
  /** A field that no person sees: only a program fills it in. */
  website: z.string().max(300).optional().default(''),
})

export const decisionSchema = z.strictObject({
  intent: z.literal('decide'),
  id: idField,
  act: z.enum(MODERATION_ACTS),
  ground: z.enum(REPORT_REASONS),
  statement: textField(2000, 20),
})
export const appealAnswerSchema = z.strictObject({
  intent: z.literal('answer'),
  decisionId: idField,
  outcome: z.enum(['upheld', 'overturned']),
  answer: textField(2000, 20),
})
export const appealSchema = z.strictObject({ text: textField(2000, 20) })
