import { z } from 'zod'
import { MATERIAL_TYPES } from '~/core/material-types'
import { LINE_ORDERS } from './model/commune-line'
import { HANDOVER_SCOPES } from './model/handover-filters'

const yearField = z.coerce.number().int().min(2000).max(2100).optional().catch(undefined)

/** Query of the pages of figures; a bad value falls back to the default. */
export const yearSearchSchema = z.object({ annee: yearField })
export const territorySearchSchema = z.object({ annee: yearField, tri: z.enum(LINE_ORDERS).catch('taux') })
export const handoverSearchSchema = z.object({
  annee: yearField,
  perimetre: z.enum(HANDOVER_SCOPES).catch('annee'),
  mois: z.coerce.number().int().min(1).max(12).optional().catch(undefined),
  famille: z.enum(MATERIAL_TYPES).optional().catch(undefined),
})
