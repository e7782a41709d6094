import { z } from 'zod'
import { estimateMassG } from '~/core/material-masses'
import { isCountable } from '~/core/units'
import {
  communeCodeField,
  conditionField,
  dayField,
  idField,
  massKgField,
  massOrNoneKgField,
  materialField,
  quantityMilliField,
  textField,
  unitField,
} from '~/schema/fields'
import { parseDegrees } from './model/plan'
import { INVENTORY_KINDS, SITE_KINDS } from './model/site'
import { SITE_STATES } from './model/site-filter'

const degreesField = z.string().transform((text, context) => {
  const degrees = parseDegrees(text)
  if (degrees !== null) return degrees
  context.addIssue({ code: 'custom', message: 'invalid_number' })
  return z.NEVER
})

/** A French or international number as people write it; kept as written. */
const phoneField = z
  .string()
  .trim()
  .refine((text) => /^(0|\+\d{2})[\d\s.-]{8,17}$/.test(text), 'invalid_phone')

const siteFields = {
  name: textField(120),
  kind: z.enum(SITE_KINDS),
  communeCode: communeCodeField,
  address: textField(200),
  lat: degreesField.optional(),
  lon: degreesField.optional(),
  /** Ticked by a person whose position was questioned. */
  positionIsRight: z.literal('on').optional(),
  access: textField(500, 0).optional().default(''),
  contactName: textField(120, 0).optional().default(''),
  contactPhone: phoneField.optional(),
  startsOn: dayField,
  endsOn: dayField,
}

type Answers = { lat?: number; lon?: number; startsOn: string; endsOn: string }

function checkSite({ lat, lon, startsOn, endsOn }: Answers, context: z.RefinementCtx): void {
  const fault = (path: keyof Answers, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message })
  if (startsOn >= endsOn) fault('endsOn', 'date_order')
  if (lat === undefined && lon !== undefined) fault('lat', 'required')
  if (lon === undefined && lat !== undefined) fault('lon', 'required')
}

export const newSiteSchema = z.strictObject({ id: idField, ...siteFields }).superRefine(checkSite)
export const editSiteSchema = z.strictObject(siteFields).superRefine(checkSite)

/** The filters of the list, as its address holds them; a bad one is no filter. */
export const siteFilterSchema = z.object({
  q: z.string().max(100).catch('').default(''),
  nature: z.enum(SITE_KINDS).nullable().catch(null).default(null),
  etat: z.enum(SITE_STATES).nullable().catch(null).default(null),
})

const lineFields = {
  material: materialField,
  product: textField(120),
  quantity: quantityMilliField,
  unit: unitField,
  /** Left empty, the mass follows from the quantity where a source tells it. */
  massKg: massKgField.optional(),
  reusableKg: massOrNoneKgField,
  /** What else the survey says, in its own words. */
  dimensions: textField(300, 0).optional().default(''),
  assembly: textField(300, 0).optional().default(''),
  condition: conditionField.optional().transform((step) => step ?? null),
  location: textField(300, 0).optional().default(''),
  reusability: textField(300, 0).optional().default(''),
  precautions: textField(300, 0).optional().default(''),
}
type LineFields = z.output<z.ZodObject<typeof lineFields>>
type Masses = { massG: number; reusableMassG: number; massEstimated: boolean }

const surveyFields = {
  kind: z.enum(INVENTORY_KINDS),
  surveyedOn: dayField.optional(),
  surveyor: textField(120, 0).optional().default(''),
}

/** A new line; the first one of a site also says which survey it is of. */
export const inventoryLineSchema = z
  .strictObject({ intent: z.literal('line').optional(), id: idField, ...surveyFields, ...lineFields })
  .transform(weighLine)

/** All of a line from which no lot was published. */
export const editLineSchema = z
  .strictObject({ intent: z.literal('edit').optional(), ...lineFields })
  .transform(weighLine)

/** The masses of a line from which lots were published, and why they change. */
export const correctLineSchema = z
  .strictObject({
    intent: z.literal('correct').optional(),
    massKg: massKgField,
    reusableKg: massOrNoneKgField,
    reason: textField(300, 3),
  })
  .refine((line) => line.reusableKg <= line.massKg, { path: ['reusableKg'], message: 'more_than_total' })

export const surveySchema = z.strictObject({
  intent: z.literal('survey').optional(),
  ...surveyFields,
  surveyedOn: dayField,
})

/** The line with its masses in grams: as given, or estimated from the quantity. */
function weighLine<Line extends LineFields & { intent?: string }>(
  line: Line,
  context: z.RefinementCtx,
): Omit<Line, 'massKg' | 'reusableKg' | 'intent'> & Masses {
  const fault = (path: keyof LineFields, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message })
  const { massKg, reusableKg, intent: _intent, ...rest } = line
  const estimate = massKg === undefined ? estimateMassG(line.material, line.quantity, line.unit) : null
  const massG = massKg ?? estimate?.massG ?? 0
  if (!isCountable(line.quantity, line.unit)) fault('quantity', 'whole-units')
  if (massKg === undefined && !estimate) fault('massKg', 'mass_unknown')
  else if (reusableKg > massG) fault('reusableKg', 'more_than_total')
  return { ...rest, massG, reusableMassG: reusableKg, massEstimated: estimate?.estimated ?? false }
}
