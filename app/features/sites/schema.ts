import { z } from 'zod'
import { isCountable } from '~/core/units'
import {
  communeCodeField,
  dayField,
  idField,
  massKgField,
  materialField,
  quantityMilliField,
  textField,
  unitField,
} from '~/schema/fields'
import { INVENTORY_KINDS, SITE_KINDS } from './model/site'

export const newSiteSchema = z
  .strictObject({
    id: idField,
    name: textField(120),
    kind: z.enum(SITE_KINDS),
    communeCode: communeCodeField,
    address: textField(200),
    startsOn: dayField,
    endsOn: dayField,
  })
  .refine((site) => site.startsOn < site.endsOn, { path: ['endsOn'], message: 'date_order' })

export const inventoryLineSchema = z
  .strictObject({
    intent: z.literal('line').optional(),
    id: idField,
    kind: z.enum(INVENTORY_KINDS),
    material: materialField,
    product: textField(120),
    quantity: quantityMilliField,
    unit: unitField,
    massKg: massKgField,
    reusableKg: massKgField,
  })
  .refine((line) => isCountable(line.quantity, line.unit), { path: ['quantity'], message: 'whole-units' })
  .refine((line) => line.reusableKg <= line.massKg, { path: ['reusableKg'], message: 'more_than_total' })
