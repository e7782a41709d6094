import { z } from 'zod'
import { emailField, idField, textField } from '~/schema/fields'
import { MAX_MESSAGE_LENGTH } from './model/limits'
import { CONTACT_TOPICS } from './model/topics'

export const contactSchema = z.strictObject({
  id: idField,
  name: textField(120),
  email: emailField,
  topic: z.enum(CONTACT_TOPICS),
  text: textField(MAX_MESSAGE_LENGTH, 10),
  /** The page the person came from: a path of the product, checked where it is used. */
  page: z.string().max(300).optional().default(''),
  /** A field that no person sees: only a program fills it in. */
  website: z.string().max(300).optional().default(''),
})
