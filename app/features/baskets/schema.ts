import { z } from 'zod'
import { addDays } from '~/core/days'
import { communeCodeField, conditionField, dayField, idField, textField } from '~/schema/fields'
import { LINE_FIELDS, MAX_ROWS } from './model/bill'

/** A bill is held against the offers of a year at most. */
const MOST_DAYS = 366

const termsFields = {
  title: textField(120),
  communeCode: communeCodeField,
  neededFrom: dayField,
  neededUntil: dayField,
  radiusKm: z.coerce.number().int().min(1).max(60),
  minCondition: conditionField,
}

/** Where, when and how good the materials of a bill are wanted. */
export const basketTermsSchema = z.strictObject(termsFields).superRefine((terms, context) => {
  const fault = (message: string) => context.addIssue({ code: 'custom', path: ['neededUntil'], message })
  if (terms.neededFrom >= terms.neededUntil) fault('date_order')
  else if (addDays(terms.neededFrom, MOST_DAYS) < terms.neededUntil) fault('invalid_date')
})

export const TERM_FIELDS = Object.keys(termsFields) as (keyof typeof termsFields)[]

export const basketActSchema = z.strictObject({ intent: z.enum(['duplicate', 'delete']), copyId: idField })

const cell = z.string().max(500)
const column = z.number().int().min(0).max(200).nullable()
const place = z.string().regex(/^\d{1,4}$/)

/** A bill that is being put right, as its page carries it from one step to the next. */
export const carriedBill = z.strictObject({
  rows: z.array(z.array(cell).max(200)).max(MAX_ROWS),
  rowNumbers: z.array(z.number().int().min(1)).max(MAX_ROWS),
  columns: z.strictObject({
    label: column,
    quantity: column,
    unit: column,
    price: column,
    heading: z.number().int().min(0).max(MAX_ROWS).nullable(),
  }),
  fixes: z.record(place, z.partialRecord(z.enum(LINE_FIELDS), cell)),
})
