import { z } from 'zod'
import { emailField, idField, textField } from '~/schema/fields'
import { MAX_MESSAGE_LENGTH } from './model/limits'
import { MESSAGE_STATES } from './model/message-entry'
import { CONTACT_TOPICS } from './model/topics'

export const contactSchema = z.strictObject({
  id: idField,
  // One line, as it stands in the subject and the text of an e-mail.
  name: textField(120).transform((name) => name.replace(/\s+/g, ' ')),
  email: emailField,
  topic: z.enum(CONTACT_TOPICS),
  text: textField(MAX_MESSAGE_LENGTH, 10),
  /** The page the person came from: a path of the product, checked where it is used. */
  page: z.string().max(300).optional().default(''),
  /** A field that no person sees: only a program fills it in. */
  website: z.string().max(300).optional().default(''),
})

/** Query of the list of messages; a bad value falls back to the default. */
export const messageSearchSchema = z.object({
  q: z.string().trim().max(100).catch(''),
  etat: z.enum(MESSAGE_STATES).optional().catch(undefined),
  sujet: z.enum(CONTACT_TOPICS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export const answerSchema = z.strictObject({
  intent: z.literal('answer'),
  text: textField(MAX_MESSAGE_LENGTH, 2),
})
export const markSchema = z.strictObject({ intent: z.enum(['handled', 'reopened']) })
