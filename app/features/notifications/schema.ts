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
  programme: pace,
})

/** A kind to begin again with how its e-mails came, `match-lot:weekly`; each day when that is not said. */
const resumedKind = z
  .string()
  .transform((text) => text.split(':'))
  .pipe(z.tuple([z.enum(PREFERENCES), pace.catch('daily')]).or(z.tuple([z.enum(PREFERENCES)])))
  .transform(([kind, how = 'daily' as const]) => ({ kind, pace: how }))

/** The kinds to begin again after they have been ended; nothing when one is not a kind. */
export const resumedKinds = z.array(resumedKind).catch([])
