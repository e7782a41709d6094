import { z } from 'zod'
import { isCountable } from '~/core/units'
import { MATERIAL_TYPES } from '~/core/material-types'
import {
  conditionField,
  dayField,
  eurosField,
  idField,
  massKgField,
  materialField,
  quantityMilliField,
  textField,
  unitField,
} from '~/schema/fields'
import { MAX_ATTACHMENTS_PER_LOT } from '~/features/attachments/model/attachment'
import { MAX_PHOTOS_PER_LOT } from '~/features/photos/model/limits'

export const publishLotSchema = z
  .strictObject({
    intent: z.literal('publish').optional(),
    id: idField,
    siteId: idField,
    photoIds: z.array(idField).min(1, 'photo-required').max(MAX_PHOTOS_PER_LOT),
    attachmentIds: z.array(idField).max(MAX_ATTACHMENTS_PER_LOT, 'document-limit').default([]),
    material: materialField,
    /** The material the model suggested when the person confirmed, if any. */
    suggested: z.enum(MATERIAL_TYPES).optional(),
    /** Left empty, the lot takes the name of its material. */
    title: textField(120).optional(),
    description: textField(2000, 0).optional().default(''),
    quantity: quantityMilliField,
    unit: unitField,
    massKg: massKgField.optional(),
    condition: conditionField,
    availableFrom: dayField,
    availableUntil: dayField,
    unitPrice: eurosField.optional(),
    rightToCede: z.literal('on', 'accept_required'),
  })
  .refine((lot) => isCountable(lot.quantity, lot.unit), { path: ['quantity'], message: 'whole-units' })
  .refine((lot) => lot.availableFrom < lot.availableUntil, {
    path: ['availableUntil'],
    message: 'date_order',
  })

/** What the giver of a lot may do with it once published. */
export const lotStatusSchema = z.strictObject({ status: z.enum(['published', 'paused', 'withdrawn']) })

export const lotSearchSchema = z.object({
  q: z.string().trim().max(100).catch(''),
  materiau: z.enum(MATERIAL_TYPES).optional().catch(undefined),
  commune: z
    .string()
    .regex(/^\d{5}$/)
    .optional()
    .catch(undefined),
  rayon: z.coerce.number().int().min(1).max(60).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})
export type LotSearch = z.output<typeof lotSearchSchema>
