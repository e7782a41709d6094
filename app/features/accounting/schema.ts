import { z } from 'zod'
import { LINE_ORDERS } from './model/commune-line'

const yearField = z.coerce.number().int().min(2000).max(2100).optional().catch(undefined)

/** Query of the pages of figures; a bad value falls back to the default. */
export const yearSearchSchema = z.object({ annee: yearField })
export const territorySearchSchema = z.object({ annee: yearField, tri: z.enum(LINE_ORDERS).catch('taux') })
