import { z } from 'zod'
import { INVENTORY_KINDS } from '~/features/sites/model/site'
import { dayField, textField } from '~/schema/fields'

const ticked = z
  .literal('on')
  .optional()
  .transform((answer) => answer === 'on')

/** Starting an import: the revision that was seen, the survey, and what to do about what is there already. */
export const launchSchema = z.strictObject({
  intent: z.literal('launch').transform(() => undefined),
  revision: z.coerce.number().int().min(0),
  kind: z.enum(INVENTORY_KINDS),
  surveyedOn: dayField,
  surveyor: textField(120, 0).optional().default(''),
  skipsKnown: ticked,
  withDrafts: ticked,
  again: ticked,
})
