import { z } from 'zod'
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
