import { z } from 'zod'
import { communeCodeField, dayField, idField, materialField, textField } from '~/schema/fields'

/** What the taker says of how it was put back to work; the photo comes as a file. */
const reinstallSchema = z.strictObject({
  intent: z.literal('reinstall'),
  id: idField,
  fileId: idField,
  reinstalledOn: dayField,
  communeCode: communeCodeField,
  words: textField(600, 10),
})

const checkbox = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

const consentSchema = z.strictObject({
  intent: z.literal('consent'),
  isPublic: checkbox,
  isNamed: checkbox,
})

/** What the page «remise en œuvre» posts. */
export const reinstallActionSchema = z.discriminatedUnion('intent', [reinstallSchema, consentSchema])

/** Filters of the list of stories, as its address holds them. */
export const storyFiltersSchema = z.object({
  commune: communeCodeField.optional().catch(undefined),
  materiau: materialField.optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
})
