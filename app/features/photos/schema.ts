import { z } from 'zod'
import { MAX_ZONES, parseZone } from '~/core/zone'
import { idField } from '~/schema/fields'

const zoneField = z
  .string()
  .max(20)
  .transform((text, context) => {
    const zone = parseZone(text)
    if (zone) return zone
    context.addIssue({ code: 'custom', message: 'invalid_choice' })
    return z.NEVER
  })

/** «Il n’y a rien à flouter». */
export const nothingToBlurSchema = z.strictObject({ intent: z.literal('nothing') })

/** Zones and cells of a photo to blur: one of either at least. */
export const blurSchema = z
  .strictObject({
    id: idField,
    zones: z.array(zoneField).max(MAX_ZONES - 48, 'invalid_choice'),
    cells: z.array(z.coerce.number('invalid_choice').int().min(0).max(47)).max(48, 'invalid_choice'),
  })
  .refine(({ zones, cells }) => zones.length + cells.length > 0, { path: ['cells'], message: 'blur_nothing' })
