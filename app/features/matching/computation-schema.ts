import { z } from 'zod'
import { isAttributeKey } from '~/core/attributes/definitions'
import type { AttributeValues } from '~/core/attributes/values'
import type { WantedAttributes } from '~/core/attributes/wanted'
import { isIsoDay } from '~/core/days'
import { MATERIAL_TYPES } from '~/core/material-types'
import { UNITS } from '~/core/units'
import type { MatchLot, MatchNeed } from './model/score'

const day = z.string().refine(isIsoDay)
const condition = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
const attributeKey = z.string().refine(isAttributeKey)

const side = {
  id: z.string(),
  material: z.enum(MATERIAL_TYPES),
  unit: z.enum(UNITS),
  point: z.strictObject({ lat: z.number(), lon: z.number() }),
  window: z.strictObject({ from: day, until: day }),
  quantityMilli: z.number(),
}

/**
 * A lot as a kept computation read it. One that another version of the product wrote otherwise is refused rather than
 * read in part.
 */
export const keptLotSchema = z.strictObject({
  ...side,
  condition,
  unitPriceCents: z.number(),
  massGPerUnit: z.number().nullable(),
  attributes: z
    .record(attributeKey, z.union([z.number(), z.string(), z.literal(true)]))
    .transform((values): AttributeValues => values),
}) satisfies z.ZodType<MatchLot>

/** A need as a kept computation read it. */
export const keptNeedSchema = z.strictObject({
  ...side,
  radiusKm: z.number(),
  minCondition: condition,
  budgetUnitCents: z.number().nullable(),
  wanted: z
    .record(
      attributeKey,
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('number'), value: z.number(), tolerance: z.number() }),
        z.strictObject({ kind: z.literal('choice'), anyOf: z.array(z.string()) }),
        z.strictObject({ kind: z.literal('flag') }),
      ]),
    )
    .transform((values): WantedAttributes => values),
}) satisfies z.ZodType<MatchNeed>
