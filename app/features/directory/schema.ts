import { z } from 'zod'
import { MATERIAL_TYPES } from '~/core/material-types'
import { PLACE_KINDS, PLACE_SERVICES } from '~/core/place-terms'
import {
  communeCodeField,
  emailField,
  idField,
  materialField,
  phoneField,
  siretField,
  textField,
} from '~/schema/fields'
import { readFilters, searchFields, settleFilters, type SearchFaults } from '~/schema/search-fields'
import { PLACE_STATES } from './model/place'
import type { PlaceSearch } from './model/place-search'

const degreesField = z
  .string()
  .trim()
  .regex(/^-?\d{1,3}([.,]\d+)?$/, 'invalid_number')
  .transform((text) => Number(text.replace(',', '.')))

/** A public page of the web; typed without its scheme, it is an https one. */
const websiteField = z
  .string()
  .trim()
  .max(200)
  .transform((text) => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`))
  .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'invalid_url' }))

const placeFields = {
  kind: z.enum(PLACE_KINDS),
  name: textField(120),
  communeCode: communeCodeField,
  address: textField(200, 0).optional().default(''),
  lat: degreesField.optional(),
  lon: degreesField.optional(),
  /** Ticked by a person whose position was questioned. */
  positionIsRight: z.literal('on').optional(),
  materials: z.array(materialField).max(MATERIAL_TYPES.length).default([]),
  services: z.array(z.enum(PLACE_SERVICES)).min(1).max(PLACE_SERVICES.length),
  hours: textField(500, 0).optional().default(''),
  conditions: textField(1000, 0).optional().default(''),
  website: websiteField.optional(),
  phone: phoneField.optional(),
  email: emailField.optional(),
  siret: siretField.optional(),
}

type Degrees = { lat?: number; lon?: number }

function checkPosition({ lat, lon }: Degrees, context: z.RefinementCtx): void {
  const fault = (path: keyof Degrees) =>
    context.addIssue({ code: 'custom', path: [path], message: 'required' })
  if (lat === undefined && lon !== undefined) fault('lat')
  if (lon === undefined && lat !== undefined) fault('lon')
}

export const proposePlaceSchema = z.strictObject({ id: idField, ...placeFields }).superRefine(checkPosition)
export const editPlaceSchema = z.strictObject(placeFields).superRefine(checkPosition)
export type PlaceAnswers = z.output<typeof editPlaceSchema>

/** A decision of the Métropole; a refusal and a withdrawal say why. */
export const decidePlaceSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('publish') }),
  z.strictObject({ intent: z.literal('recheck') }),
  z.strictObject({ intent: z.literal('refuse'), reason: textField(500, 5) }),
  z.strictObject({ intent: z.literal('withdraw'), reason: textField(500, 5) }),
])

/** The filters of the administration's list; a bad one is no filter. */
export const placeListSearchSchema = z.object({
  q: z.string().trim().max(100).catch(''),
  nature: z.enum(PLACE_KINDS).optional().catch(undefined),
  etat: z.enum(PLACE_STATES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

const { q, materiau, commune, rayon } = searchFields
const filters = {
  q,
  materiau,
  commune,
  rayon,
  nature: z.enum(PLACE_KINDS, 'invalid_choice'),
  service: z.enum(PLACE_SERVICES, 'invalid_choice'),
}

/** Reads the filters of an address one by one; what cannot be read is a fault at its parameter and asks for nothing. */
export function readPlaceSearch(params: URLSearchParams): { search: PlaceSearch; faults: SearchFaults } {
  const { values, faults } = readFilters(params, filters)
  settleFilters(values, faults)
  return { search: { ...values, q: values.q ?? '' }, faults }
}
