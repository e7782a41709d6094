import { z } from 'zod'
import { readCheckedCode } from '~/core/check-code'
import { DAY_PARTS } from '~/core/lot-terms'
import { dayField, idField, massKgField, quantityMilliField, textField } from '~/schema/fields'
import { LINKED_ACTS } from './model/act-link'
import { ACCEPT_CRITERIA, criteriaOf, REFUSE_CRITERIA, type DecisionCriterion } from './model/criteria'
import { DISPUTE_CAUSES, SETTLEMENTS } from './model/dispute'
import { DONE } from './model/done'
import { DIFFERENCE_REASONS, LEGAL_STATUSES, type Sorting } from './model/handover'
import { parseSlot, STRIP_DAYS } from './model/offer'
import { isDrawing } from './model/signature'
import { MAX_MESSAGE_PHOTOS } from './model/thread'

/** The code of a label, as it is typed or scanned: eight symbols, the last of which checks the others. */
const codeField = z.string().transform((text, context) => {
  const code = readCheckedCode(text, 8)
  if (code !== null) return code
  context.addIssue({ code: 'custom', message: 'invalid_choice' })
  return z.NEVER
})

export const requestReservationSchema = z
  .strictObject({
    id: idField,
    quantity: quantityMilliField,
    needId: idField.optional(),
    message: textField(1000, 0).optional().default(''),
    /** The promise not to sell again what a public body gives. */
    noResale: z.literal('yes').optional(),
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

const nameField = z.string('signature_required').trim().min(2, 'signature_required').max(120)
const drawingField = z.string().refine(isDrawing, 'drawing_unread').optional()

/** What a side signs, and with `otherName` the other side on the same phone; the giver says how it was sorted. */
const signFields = {
  massKg: massKgField,
  signedName: nameField,
  drawing: drawingField,
  otherName: nameField.optional(),
  otherDrawing: drawingField,
  legalStatus: z.enum(LEGAL_STATUSES).optional(),
  sortingOperator: textField(160, 0).optional().default(''),
  sortedOn: dayField.optional(),
  sortingEvidence: textField(500, 0).optional().default(''),
}

/** What was counted or weighed, beside `counted`; the picture of the slip comes as a file. */
const checkFields = {
  reason: z.enum(DIFFERENCE_REASONS).optional(),
  difference: textField(500, 0).optional().default(''),
  items: z.array(codeField).max(2000).optional().default([]),
  slipNumber: textField(60, 0).optional().default(''),
}

export const confirmHandoverSchema = z.strictObject({
  intent: z.literal('confirm'),
  /** Made with the form, so that what was counted is kept once. */
  checkId: idField.optional(),
  counted: quantityMilliField.optional(),
  ...checkFields,
  ...signFields,
})

/** What a device sends of a handover that was counted and signed on site. */
export const fieldHandoverSchema = z.strictObject({
  id: idField,
  reservationId: idField,
  counted: quantityMilliField,
  /** The id of the slip's picture, which comes in the same sending. */
  slipId: idField.optional(),
  ...checkFields,
  ...signFields,
  /** The signing and this sending, both by the clock of the device. */
  countedAtMs: z.coerce.number().int().positive(),
  sentAtMs: z.coerce.number().int().positive().optional(),
})

type SignFields = z.output<typeof fieldHandoverSchema>

/** What of these fields the other side signed on the same phone, and what the giver says of the sorting. */
export function signedWith(fields: Pick<SignFields, keyof typeof signFields>): {
  massG: number
  signedName: string
  drawing: string | null
  other?: { signedName: string; drawing: string | null }
  sorting?: Sorting
} {
  const { massKg, signedName, drawing = null, otherName, otherDrawing = null, legalStatus } = fields
  return {
    massG: massKg,
    signedName,
    drawing,
    ...(otherName && { other: { signedName: otherName, drawing: otherDrawing } }),
    ...(legalStatus && {
      sorting: {
        legalStatus,
        operator: fields.sortingOperator,
        sortedOn: fields.sortedOn ?? null,
        evidence: fields.sortingEvidence,
      },
    }),
  }
}

const pickupFields = { pickupOn: dayField, pickupPart: z.enum(DAY_PARTS) }
const proposePickupSchema = z.strictObject({ intent: z.literal('propose-pickup'), ...pickupFields })
/** The taker's promise not to sell again, for a request already made. */
const undertakeSchema = z.strictObject({
  intent: z.literal('undertake'),
  noResale: z.literal('yes', 'undertaking_required'),
})
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
  undertakeSchema,
  offerSlotsSchema,
  chooseSlotSchema,
  disputeSchema,
  settleSchema,
])

/** Whether a message has just been sent. */
export const sentSchema = z.object({ fait: z.enum(['envoye']).nullable().catch(null).default(null) })

/** What has just been done, said once at the top of the page. */
export const doneSchema = z.object({ fait: z.enum(DONE).nullable().catch(null).default(null) })
