import { z } from 'zod'
import { MATERIAL_TYPES } from '~/core/material-types'
import { UNITS } from '~/core/units'
import { communeCodeField, dayField, quantityMilliField } from './fields'

/** What could not be read of an address: a key of the `errors` catalogue by parameter. */
export type SearchFaults = Record<string, string>

/** Filters that the searches of lots and of needs share, by their parameter. */
export const searchFields = {
  q: z.string().max(100, 'too_long'),
  materiau: z.enum(MATERIAL_TYPES, 'invalid_choice'),
  commune: communeCodeField,
  /** Great-circle km. */
  rayon: z.coerce.number('invalid_number').int('invalid_number').min(1, 'too_small').max(60, 'too_big'),
  du: dayField,
  /** The last day, included. */
  au: dayField,
  quantite: quantityMilliField,
  unite: z.enum(UNITS, 'invalid_choice'),
}

const pageField = z.coerce.number().int().min(1).max(1000)

/** A box of a search that is ticked. */
export const tickedField = z.literal('oui', 'invalid_choice').transform(() => true as const)

type Values<Fields extends Record<string, z.ZodType>> = { [Name in keyof Fields]?: z.output<Fields[Name]> }

/**
 * Reads the filters of an address one by one: what is empty is absent, what cannot be read is a fault at its parameter
 * and asks for nothing, so that a bad link still shows a page. A page that is no number is the first.
 */
export function readFilters<Fields extends Record<string, z.ZodType>>(
  params: URLSearchParams,
  fields: Fields,
): { values: Values<Fields>; faults: SearchFaults; page: number } {
  const values: Record<string, unknown> = {}
  const faults: SearchFaults = {}
  for (const [name, field] of Object.entries(fields)) {
    const text = params.get(name)?.trim() ?? ''
    if (text === '') continue
    const parsed = field.safeParse(text)
    if (parsed.success) values[name] = parsed.data
    else faults[name] = parsed.error.issues[0]?.message ?? 'invalid_value'
  }
  const page = pageField.safeParse(params.get('page') ?? '1')
  return { values: values as Values<Fields>, faults, page: page.success ? page.data : 1 }
}

type Together = {
  commune?: string
  rayon?: number
  du?: string
  au?: string
  quantite?: number
  unite?: string
}

/** Holds filters against one another: what asks for nothing on its own is left out, a period ends after it begins. */
export function settleFilters(values: Together, faults: SearchFaults): void {
  if (values.commune === undefined) delete values.rayon
  if (values.du !== undefined && values.au !== undefined && values.au < values.du) {
    faults.au = 'date_order'
    delete values.au
  }
  if (values.quantite !== undefined && values.unite === undefined) {
    faults.unite ??= 'required'
    delete values.quantite
  }
  if (values.quantite === undefined) delete values.unite
}

/** What goes with another parameter and means nothing without it. */
const DEPENDENT = { rayon: 'commune', unite: 'quantite' } as const
const TOLERANCE = /^(.+)-tolerance$/

/**
 * The query of an address without what a form sends for fields that were left empty, or null when there is none of it:
 * an address that people share holds what they asked for and nothing else.
 */
export function tidyQuery(params: URLSearchParams): string | null {
  const isFilled = (name: string) => params.getAll(name).some((text) => text.trim() !== '')
  const kept = [...params].filter(([name, text]) => {
    if (text.trim() === '') return false
    const parent = Object.hasOwn(DEPENDENT, name)
      ? DEPENDENT[name as keyof typeof DEPENDENT]
      : TOLERANCE.exec(name)?.[1]
    return parent === undefined || isFilled(parent)
  })
  if (kept.length === [...params].length) return null
  const query = new URLSearchParams(kept).toString()
  return query && `?${query}`
}
