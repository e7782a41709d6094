import { z } from 'zod'
import { idField } from '~/schema/fields'
import { EXAMPLE_LABELS, ORIGINS, STATES } from './model/example'

const labelField = z.enum(EXAMPLE_LABELS)

export const labelExampleSchema = z.strictObject({
  intent: z.literal('label'),
  photoId: idField,
  label: labelField,
})
export const rejectExampleSchema = z.strictObject({ intent: z.literal('reject'), photoId: idField })
export const undoExampleSchema = z.strictObject({ intent: z.literal('undo'), photoId: idField })

/** The consent of an organisation: a box left empty withdraws it. */
export const photoConsentSchema = z.strictObject({
  intent: z.literal('photo-consent'),
  agrees: z.literal('yes').optional(),
})

/** The address of the list to label; a bad value falls back. */
export const exampleSearchSchema = z.object({
  etat: z.enum(STATES).catch('waiting'),
  origine: z.enum(ORIGINS).optional().catch(undefined),
  etiquette: labelField.optional().catch(undefined),
  /** The place in the list, from 1. */
  rang: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  /** A photo to show instead of a place. */
  photo: idField.optional().catch(undefined),
  /** The photo decided just before, whose decision can be undone. */
  dernier: idField.optional().catch(undefined),
})
