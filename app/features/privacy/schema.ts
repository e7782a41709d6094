import { z } from 'zod'
import { idField } from '~/schema/fields'

export const takeDataSchema = z.strictObject({})

/** The word typed to confirm, in the language of the page or the other. */
const confirmField = z
  .string()
  .max(30)
  .regex(/^\s*(supprimer|erase)\s*$/i)

const heirField = z
  .string()
  .max(80)
  .transform((text) => text.split(':'))
  .pipe(z.tuple([idField, idField]))

export const eraseAccountSchema = z.strictObject({
  word: confirmField,
  /** Who takes over each organisation that would be left without an owner: `organisation:person`. */
  heirs: z.array(heirField).max(50).default([]),
})
