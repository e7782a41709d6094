import { z } from 'zod'
import { idField } from '~/schema/fields'
import { WEBHOOK_EVENTS } from './model/events'
import { LONGEST_ADDRESS, OWN_LOTS, SEEN_LOTS } from './model/webhook'

const eventsField = z
  .array(z.enum(WEBHOOK_EVENTS, 'invalid_choice'), 'required')
  .min(1, 'required')
  .max(WEBHOOK_EVENTS.length)
/** `own`, `seen`, or the code of a commune (five digits) or an EPT; that it exists is asked of the database. */
const scopeField = z.union(
  [z.enum([OWN_LOTS, SEEN_LOTS]), z.string().regex(/^[0-9A-Z]{2,12}$/)],
  'invalid_choice',
)

/** An address as `URL` writes it, of https; which hosts are allowed is the operator's. */
const addressField = z
  .string()
  .trim()
  .max(LONGEST_ADDRESS)
  .refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:', 'invalid_url')
  .transform((text) => new URL(text).href)
  .refine((text) => text.length <= LONGEST_ADDRESS, 'invalid_url')

export const addWebhookSchema = z.strictObject({
  intent: z.literal('add'),
  id: idField,
  url: addressField,
  events: eventsField,
  scope: scopeField,
})

export const changeWebhookSchema = z.strictObject({
  intent: z.literal('change'),
  events: eventsField,
  scope: scopeField,
})

/** What is done with a webhook without more to say. */
export const WEBHOOK_ACTS = ['rotate', 'pause', 'resume', 'remove', 'test'] as const
export const actOnWebhookSchema = z.strictObject({ intent: z.enum(WEBHOOK_ACTS) })

export const resendSchema = z.strictObject({ intent: z.literal('resend'), deliveryId: idField })
