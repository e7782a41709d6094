import { z } from 'zod'
import { idField, massKgField, quantityMilliField, textField } from '~/schema/fields'

export const requestReservationSchema = z.strictObject({
  id: idField,
  quantity: quantityMilliField,
  needId: idField.optional(),
  message: textField(1000, 0).optional().default(''),
})

export const decideReservationSchema = z.strictObject({
  intent: z.enum(['accept', 'refuse', 'cancel']),
  reason: textField(500, 0).optional().default(''),
})

export const confirmHandoverSchema = z.strictObject({
  intent: z.literal('confirm'),
  massKg: massKgField,
  signedName: textField(120, 2),
})
