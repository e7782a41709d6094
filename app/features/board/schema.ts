import { z } from 'zod'
import { MATERIAL_TYPES } from '~/core/material-types'
import { communeCodeField, eurosField, idField, textField } from '~/schema/fields'
import { STAGE_KEYS } from './model/board-rows'
import { isSideKey } from './model/flow-side'
import { familiesIn, HANDOVER_SCOPES } from './model/handover-list'
import { MOST_LABEL, parseShareBp } from './model/purchase'

/** The period in the address of a board; a bad value falls back to the default. */
export const periodSearchSchema = z.object({
  annee: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  trimestre: z.coerce.number().int().min(1).max(4).optional().catch(undefined),
  du: z.string().max(10).optional().catch(undefined),
  au: z.string().max(10).optional().catch(undefined),
})

/** A list of handovers in its address: a period, what of it, and the page. */
export const handoverSearchSchema = periodSearchSchema.extend({
  perimetre: z.enum(HANDOVER_SCOPES).catch('annee'),
  mois: z.coerce.number().int().min(1).max(12).optional().catch(undefined),
  famille: z.enum(MATERIAL_TYPES).optional().catch(undefined),
  hors: z.string().max(600).transform(familiesIn).optional().catch(undefined),
  de: z.string().refine(isSideKey).optional().catch(undefined),
  vers: z.string().refine(isSideKey).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

/** The rows of a stage of the funnel: a period, a stage, and the page. */
export const stageSearchSchema = periodSearchSchema.extend({
  etape: z.enum(STAGE_KEYS).catch('inventorie'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

/** What the page says was just done. */
export const doneSearchSchema = z.object({ fait: z.enum(['start', 'stop']).optional().catch(undefined) })

/** The button of the monthly mail. */
export const monthlyMailSchema = z.strictObject({
  commune: communeCodeField,
  intent: z.enum(['start', 'stop']),
})

/** A share as people type it («12,5», «12 %»), in hundredths of a percent; 100 % at most. */
const shareField = z.string().transform((text, context) => {
  const bp = parseShareBp(text)
  if (bp !== null) return bp
  context.addIssue({ code: 'custom', message: 'invalid_number' })
  return z.NEVER
})

const yearField = z.coerce.number().int().min(2000).max(2100)

const addSchema = z
  .strictObject({
    intent: z.literal('add'),
    id: idField,
    year: yearField,
    label: textField(MOST_LABEL),
    amount: eurosField,
    reused: shareField,
    recycled: shareField,
  })
  .refine(({ reused, recycled }) => reused + recycled <= 10_000, {
    path: ['recycled'],
    message: 'shares_over',
  })

/** What an agent does with a line of their commune's purchases. */
export const purchaseSchema = z.discriminatedUnion('intent', [
  addSchema,
  z.strictObject({ intent: z.literal('remove'), id: idField, year: yearField }),
])

export const purchaseSearchSchema = z.object({
  annee: yearField.optional().catch(undefined),
  fait: z.enum(['ajoute', 'retire', 'importe']).optional().catch(undefined),
})
