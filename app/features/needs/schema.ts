import { z } from 'zod'
import { isCountable } from '~/core/units'
import { MATERIAL_TYPES } from '~/core/material-types'
import {
  communeCodeField,
  conditionField,
  dayField,
  eurosField,
  idField,
  materialField,
  quantityMilliField,
  textField,
  unitField,
} from '~/schema/fields'

export const stateNeedSchema = z
  .strictObject({
    id: idField,
    material: materialField,
    title: textField(120),
    quantity: quantityMilliField,
    unit: unitField,
    communeCode: communeCodeField,
    siteId: idField.optional(),
    neededFrom: dayField,
    neededUntil: dayField,
    radiusKm: z.coerce.number().int().min(1).max(60),
    minCondition: conditionField,
    budget: eurosField.optional(),
  })
  .refine((need) => isCountable(need.quantity, need.unit), { path: ['quantity'], message: 'whole-units' })
  .refine((need) => need.neededFrom < need.neededUntil, {
    path: ['neededUntil'],
    message: 'date_order',
  })

export const needSearchSchema = z.object({
  materiau: z.enum(MATERIAL_TYPES).optional().catch(undefined),
  commune: z
    .string()
    .regex(/^\d{5}$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})

/** A need being written: enough to count what fits, however the rest is filled in. */
export const needDraftSchema = z
  .object({
    material: materialField,
    quantity: quantityMilliField,
    unit: unitField,
    communeCode: communeCodeField,
    neededFrom: dayField,
    neededUntil: dayField,
    radiusKm: z.coerce.number().int().min(1).max(60),
    minCondition: conditionField,
  })
  .refine((need) => need.neededFrom < need.neededUntil)

export const needStatusSchema = z.strictObject({ status: z.enum(['open', 'paused', 'closed']) })

/** What a link may fill in of a new need. */
export const newNeedSearchSchema = z.object({
  materiau: z.enum(MATERIAL_TYPES).optional().catch(undefined),
  commune: communeCodeField.optional().catch(undefined),
  chantier: idField.optional().catch(undefined),
})
