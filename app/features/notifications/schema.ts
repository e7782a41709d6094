import { z } from 'zod'
import { idField } from '~/schema/fields'
import { PACES, PREFERENCES } from './model/kinds'

export const readSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('open'), id: idField }),
  z.strictObject({ intent: z.literal('read'), id: idField }),
  z.strictObject({ intent: z.literal('read-all') }),
])

const pace = z.enum(PACES)

export const preferencesSchema = z.strictObject({
  reservation: pace,
  pickup: pace,
  'match-lot': pace,
  'match-need': pace,
  reminder: pace,
})

/** The kinds to begin again after a summary has been ended; what is not a kind is left out. */
export const resumedKinds = z.array(z.enum(PREFERENCES)).catch([])
