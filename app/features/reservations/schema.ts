import { z } from 'zod'
import { DAY_PARTS } from '~/core/lot-terms'
import { dayField, idField, massKgField, quantityMilliField, textField } from '~/schema/fields'
import { LINKED_ACTS } from './model/act-link'
import { ACCEPT_CRITERIA, criteriaOf, REFUSE_CRITERIA, type DecisionCriterion } from './model/criteria'
import { DISPUTE_CAUSES, SETTLEMENTS } from './model/dispute'
import { DONE } from './model/done'
import { parseSlot, STRIP_DAYS } from './model/offer'
import { MAX_MESSAGE_PHOTOS } from './model/thread'

export const requestReservationSchema = z
  .strictObject({
    id: idField,
    quantity: quantityMilliField,
    needId: idField.optional(),
    message: textField(1000, 0).optional().default(''),
    pickupOn: dayField.optional(),
    pickupPart: z.enum(DAY_PARTS).optional(),
  })
  .refine(({ pickupOn, pickupPart }) => !pickupOn || pickupPart, {
    path: ['pickupPart'],
    message: 'required',
  })

const decisionFields = {
  criterion: z.enum([...ACCEPT_CRITERIA, ...REFUSE_CRITERIA]).optional(),
  reason: textField(500, 0).optional().default(''),
}

/** An answer that has criteria names one of them. */
function askForCriterion(
  { intent, criterion }: { intent: string; criterion?: DecisionCriterion },
  context: z.RefinementCtx,
): void {
  const choices = intent === 'accept' || intent === 'refuse' ? criteriaOf(intent) : []
  if (choices.length === 0 || (criterion && choices.includes(criterion))) return
  context.addIssue({ code: 'custom', path: ['criterion'], message: 'invalid_choice' })
}

export const decideReservationSchema = z
  .strictObject({ intent: z.enum(['accept', 'refuse', 'cancel']), ...decisionFields })
  .superRefine(askForCriterion)

/** What the page of a link in an e-mail posts: the act that the link stands for. */
export const actByLinkSchema = z
  .strictObject({ intent: z.enum(LINKED_ACTS), ...decisionFields })
  .superRefine(askForCriterion)

export const confirmHandoverSchema = z.strictObject({
  intent: z.literal('confirm'),
  massKg: massKgField,
  signedName: z.string('signature_required').trim().min(2, 'signature_required').max(120),
})

/** What a device sends of a handover that was counted and signed on site. */
export const fieldHandoverSchema = z.strictObject({
  id: idField,
  reservationId: idField,
  counted: quantityMilliField,
  difference: textField(500, 0).optional().default(''),
  massKg: massKgField,
  signedName: z.string('signature_required').trim().min(2, 'signature_required').max(120),
  countedAtMs: z.coerce.number().int().positive(),
})

const pickupFields = { pickupOn: dayField, pickupPart: z.enum(DAY_PARTS) }
const proposePickupSchema = z.strictObject({ intent: z.literal('propose-pickup'), ...pickupFields })
const agreePickupSchema = z.strictObject({ intent: z.literal('agree-pickup'), ...pickupFields })

/** A message to the other side; `photoIds` are photos that were stored from the form. */
export const writeMessageSchema = z
  .strictObject({
    id: idField,
    text: textField(2000, 0).optional().default(''),
    photoIds: z.array(idField).max(MAX_MESSAGE_PHOTOS).optional().default([]),
  })
  .refine(({ text, photoIds }) => text !== '' || photoIds.length > 0, { path: ['text'], message: 'required' })

const slotField = z.string('invalid_choice').transform((value, context) => {
  const slot = parseSlot(value)
  if (slot) return slot
  context.addIssue({ code: 'custom', message: 'invalid_choice' })
  return z.NEVER
})
const offerSlotsSchema = z.strictObject({
  intent: z.literal('offer-slots'),
  slots: z
    .array(slotField, 'invalid_choice')
    .min(1, 'invalid_choice')
    .max(2 * STRIP_DAYS),
})
const chooseSlotSchema = z.strictObject({ intent: z.literal('choose-slot'), slot: slotField })

const disputeSchema = z.strictObject({
  intent: z.literal('dispute'),
  id: idField,
  cause: z.enum(DISPUTE_CAUSES),
  text: textField(1000, 10),
})
const settleSchema = z.strictObject({
  intent: z.literal('settle'),
  disputeId: idField,
  outcome: z.enum(SETTLEMENTS),
  note: textField(1000, 0).optional().default(''),
})

/** What the page of a reservation posts: an answer, a cancellation, a pickup, a dispute or a signature. */
export const reservationActionSchema = z.discriminatedUnion('intent', [
  confirmHandoverSchema,
  decideReservationSchema,
  proposePickupSchema,
  agreePickupSchema,
  offerSlotsSchema,
  chooseSlotSchema,
  disputeSchema,
  settleSchema,
])

/** Whether a message has just been sent. */
export const sentSchema = z.object({ fait: z.enum(['envoye']).nullable().catch(null).default(null) })

/** What has just been done, said once at the top of the page. */
export const doneSchema = z.object({ fait: z.enum(DONE).nullable().catch(null).default(null) })
