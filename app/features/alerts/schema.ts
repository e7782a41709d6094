import { z } from 'zod'
import { emailField, idField, textField } from '~/schema/fields'
import { MAX_NAME_LENGTH } from './model/limits'
import { ALERT_PACES } from './model/saved-search'

const pace = z.enum(ALERT_PACES)
const name = textField(MAX_NAME_LENGTH)

/** Keeps a search of the page's address, signed in. */
export const keepSchema = z.strictObject({ id: idField, name, pace })

/** Asks for alerts of the page's address, without an account. */
export const askForAlertsSchema = z.strictObject({
  id: idField,
  email: emailField,
  pace,
  /** A field that no person sees: only a program fills it in. */
  website: z.string().max(300).optional().default(''),
})

const change = z.strictObject({ intent: z.literal('change'), searchId: idField, name, pace })
const turn = z.strictObject({ intent: z.enum(['pause', 'resume', 'delete']), searchId: idField })

/** What a person does with one of their searches. */
export const actSchema = z.discriminatedUnion('intent', [
  change,
  turn,
  z.strictObject({ intent: z.literal('seen'), searchId: idField }),
])

/** What the reader of an address does with its searches, by the link of an e-mail. */
export const manageAlertsSchema = z.discriminatedUnion('intent', [
  change,
  turn,
  z.strictObject({ intent: z.literal('erase') }),
])

export const calendarSchema = z.strictObject({ intent: z.enum(['make', 'renew', 'end']) })
