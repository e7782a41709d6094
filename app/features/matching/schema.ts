import { z } from 'zod'
import { isMaterialType } from '~/core/material-types'
import { idField, textField } from '~/schema/fields'
import { MAX_MESSAGE_LENGTH } from './model/contact'
import { DISMISSAL_REASONS } from './model/dismissal'
import { PAIR_SIDES, PAIR_STAGES } from './model/pair-stage'
import { FULL_PERCENTS, parsePercent, sumOfPercents } from './model/weight-percents'

/** A percentage as people type it, in hundredths. */
const percentField = z.string().transform((text, context) => {
  const hundredths = parsePercent(text)
  if (hundredths !== null) return hundredths
  context.addIssue({ code: 'custom', message: 'invalid_percent' })
  return z.NEVER
})

const versionField = z.string().regex(/^[\w.-]{1,40}$/, 'invalid_value')

/**
 * The form of the weights: seven percentages that sum to 100, why they change, the version that the person saw in force,
 * and whether to look at what would change or to keep it. A reason is needed to keep them.
 */
export const weightsFormSchema = z
  .strictObject({
    fit: percentField,
    distance: percentField,
    dates: percentField,
    cover: percentField,
    condition: percentField,
    carbon: percentField,
    price: percentField,
    reason: z.string().trim().max(500).default(''),
    seen: versionField,
    intent: z.enum(['preview', 'save']),
  })
  .superRefine(({ reason, intent, seen: _, ...percents }, context) => {
    if (sumOfPercents(percents) !== FULL_PERCENTS) {
      context.addIssue({ code: 'custom', path: ['total'], message: 'weights_total' })
    }
    if (intent === 'save' && reason === '') {
      context.addIssue({ code: 'custom', path: ['reason'], message: 'required' })
    }
  })

/** The button that puts the weights that ship back. */
export const restoreWeightsSchema = z.strictObject({ intent: z.literal('restore'), seen: versionField })

/** Sets a pair aside, with why. */
export const dismissPairSchema = z.strictObject({
  intent: z.literal('dismiss'),
  pairId: idField,
  reason: z.enum(DISMISSAL_REASONS),
  note: textField(300, 0).optional().default(''),
})

/** Writes to the other side of a pair. */
export const contactPairSchema = z.strictObject({
  intent: z.literal('contact'),
  pairId: idField,
  /** Made with the form, so that sending it twice writes once. */
  id: idField,
  text: textField(MAX_MESSAGE_LENGTH),
  sharesAddress: z
    .literal('yes')
    .optional()
    .transform((answer) => answer === 'yes'),
})

/** What the page of pairs posts. */
export const pairActionSchema = z.discriminatedUnion('intent', [
  dismissPairSchema,
  z.strictObject({ intent: z.literal('take-back'), pairId: idField }),
  contactPairSchema,
])

const chosen = <T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).optional().catch(undefined)

/** What the address of the page of pairs asks for; what is not understood is left out. */
export const pairSearchSchema = z.object({
  etape: z.enum(PAIR_STAGES).catch('proposes').default('proposes'),
  cote: chosen(PAIR_SIDES),
  matiere: z.string().refine(isMaterialType).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
  fait: chosen(['ecarte', 'repris', 'ecrit'] as const),
})
