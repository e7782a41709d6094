import { z } from 'zod'
import { idField } from '~/schema/fields'

/** What a reader does with the lots that they keep. `returnTo` is the page they were on. */
export const keepSchema = z
  .strictObject({
    intent: z.enum(['keep', 'drop', 'tidy', 'adopt']),
    lotId: idField.optional(),
    returnTo: z.string().max(2000).optional(),
  })
  .superRefine(({ intent, lotId }, context) => {
    if ((intent === 'keep' || intent === 'drop') && lotId === undefined) {
      context.addIssue({ code: 'custom', message: 'required', path: ['lotId'] })
    }
  })

/** Whether the lots looked at last are remembered on this device. */
export const seenSchema = z.strictObject({ intent: z.enum(['start', 'stop']) })
