import { z } from 'zod'

/** The period in the address of a board; a bad value falls back to the default. */
export const periodSearchSchema = z.object({
  annee: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  trimestre: z.coerce.number().int().min(1).max(4).optional().catch(undefined),
  du: z.string().max(10).optional().catch(undefined),
  au: z.string().max(10).optional().catch(undefined),
})

/** What the page says was just done. */
export const doneSearchSchema = z.object({ fait: z.enum(['start', 'stop']).optional().catch(undefined) })
