import { stdnum } from 'stdnum'
import { z } from 'zod'
import { isIsoDay } from '~/core/days'
import { isId } from '~/core/ids'
import { MATERIAL_TYPES } from '~/core/material-types'
import { parseCents } from '~/core/money'
import { MAX_QUANTITY, MILLI, parseMilli, UNITS } from '~/core/units'

/**
 * Fields that several forms share. Custom messages are keys of the `errors` catalogue;
 * the sentence in the reader's language is made where the form is parsed.
 */
export const idField = z.string().refine(isId, 'invalid_choice')
export const materialField = z.enum(MATERIAL_TYPES)
export const unitField = z.enum(UNITS)
export const dayField = z.string().refine(isIsoDay, 'invalid_date')
export const communeCodeField = z.string().regex(/^\d{5}$/, 'invalid_choice')
export const conditionField = z.enum(['1', '2', '3', '4', '5']).transform(Number)

/** An address as mails need it: trimmed, lower case. */
export const emailField = z.string().trim().toLowerCase().max(200).pipe(z.email())

/** A new password: long rather than complicated, pasted or typed (ANSSI, NIST SP 800-63B). */
export const newPasswordField = z.string().min(12, 'password_short').max(200)

/** A French number as people type it, kept as ten digits; empty is none. */
export const phoneField = z
  .string()
  .max(40, 'invalid_phone')
  .transform((text) => text.replace(/[\s.\-/]/g, '').replace(/^(\+|00)33/, '0'))
  .refine((digits) => /^0[1-9]\d{8}$/.test(digits), 'invalid_phone')

/** A SIRET as people type it, kept as fourteen digits whose check digit is right. */
export const siretField = z
  .string()
  .max(40, 'invalid_siret')
  .transform((text, context) => {
    const checked = stdnum.FR?.siret?.validate(text)
    return checked?.isValid ? checked.compact : fault(context, 'invalid_siret')
  })

export function textField(max: number, min = 1) {
  return z.string().trim().min(min).max(max)
}

/** A decimal as people type it, in thousandths; more than zero. */
export const quantityMilliField = z.string().transform(positiveMilli)

/** Kilograms as people type them, in grams; more than zero. */
export const massKgField = z.string().transform(positiveMilli)

/** Kilograms as people type them, in grams; zero and more. */
export const massOrNoneKgField = z.string().transform((text, context) => {
  const massG = parseMilli(text)
  if (massG === null) return fault(context, 'invalid_number')
  if (massG > MAX_QUANTITY * MILLI) return fault(context, 'too_big')
  return massG
})

function positiveMilli(text: string, context: z.RefinementCtx): number {
  const milli = parseMilli(text)
  if (milli === null) return fault(context, 'invalid_number')
  if (milli <= 0) return fault(context, 'invalid_quantity')
  if (milli > MAX_QUANTITY * MILLI) return fault(context, 'too_big')
  return milli
}

/** Euros as people type them, in cents; zero and more. */
export const eurosField = z.string().transform((text, context) => {
  const cents = parseCents(text)
  if (cents === null) return fault(context, 'invalid_number')
  if (cents > MAX_QUANTITY * 100) return fault(context, 'too_big')
  return cents
})

function fault(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}
