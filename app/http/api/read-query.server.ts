import type { z } from 'zod'
import { attributeParam } from '~/core/attributes/params'
import { isAttributeKey } from '~/core/attributes/definitions'
import { sheetOf } from '~/core/attributes/sheets'
import type { ErrorCode } from '~/messages/errors'
import { issueCode } from '../issue-message.server'
import { BUDGETS, PAGE_NAMES, SORTS, type LotsQuery, type NeedsQuery } from './query'

/** What is wrong with one parameter: a key of the `errors` catalogue, or of the interface's own. */
export type FaultCode =
  ErrorCode | 'unknown_parameter' | 'repeated_parameter' | 'bad_cursor' | 'cursor_of_other_query'
export type Fault = { parameter: string; code: FaultCode }
type Read<T> = { ok: true; value: T } | { ok: false; faults: Fault[] }

/**
 * Reads an address strictly: a parameter that does not exist is a fault, unlike on pages, since a program that
 * misspells a filter would else take everything for an answer. What is empty was not asked for.
 */
export function readQuery<S extends z.ZodObject>(
  params: URLSearchParams,
  schema: S,
  jsonTypes: Record<string, string | undefined>,
): Read<z.output<S>> {
  const given: Record<string, unknown> = {}
  const faults: Fault[] = []
  for (const [name, text] of params) {
    if (text.trim() === '') continue
    const [, group = name, key] = /^(\w+)\[(\w+)\]$/.exec(name) ?? []
    if (!Object.hasOwn(schema.shape, group) || (key === undefined) === (jsonTypes[group] === 'object')) {
      faults.push({ parameter: name, code: 'unknown_parameter' })
    } else if (key !== undefined) {
      given[group] = { ...(given[group] as object | undefined), [key]: text.trim() }
    } else if (group in given) {
      faults.push({ parameter: name, code: 'repeated_parameter' })
    } else {
      given[group] = typed(text.trim(), jsonTypes[group])
    }
  }
  const parsed = schema.safeParse(given, { error: issueCode })
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      const [group = '', key] = path.map(String)
      faults.push({ parameter: key ? `${group}[${key}]` : group, code: message as FaultCode })
    }
  }
  return parsed.success && faults.length === 0 ? { ok: true, value: parsed.data } : { ok: false, faults }
}

function typed(text: string, type: string | undefined): unknown {
  if (type === 'integer' || type === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  return text
}

/** A query as the address of the search page says it: one reading of filters serves both. */
export function pageParamsOf(query: LotsQuery | NeedsQuery): Read<URLSearchParams> {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (!(name in PAGE_NAMES) || value === undefined || value === false) continue
    params.set(PAGE_NAMES[name as keyof typeof PAGE_NAMES], pageValue(name, value))
  }
  const faults: Fault[] = []
  // A page leaves out what means nothing alone; a program is told.
  if (query.radius_km !== undefined && !query.commune) faults.push({ parameter: 'commune', code: 'required' })
  if (query.quantity !== undefined && !query.unit) faults.push({ parameter: 'unit', code: 'required' })
  if (query.unit !== undefined && query.quantity === undefined)
    faults.push({ parameter: 'quantity', code: 'required' })
  if ('sort' in query) {
    if (query.sort === 'nearest' && !query.commune) faults.push({ parameter: 'commune', code: 'required' })
    addAttributes(query, params, faults)
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: params }
}

function pageValue(name: string, value: unknown): string {
  if (value === true) return 'oui'
  if (name === 'sort') return SORTS[value as keyof typeof SORTS]
  if (name === 'budget') return BUDGETS[value as keyof typeof BUDGETS]
  return String(value)
}

function addAttributes(
  { material, attributes = {}, tolerances = {} }: LotsQuery,
  params: URLSearchParams,
  faults: Fault[],
): void {
  const asked = { attributes, tolerances }
  for (const [group, texts] of Object.entries(asked)) {
    for (const [key, text] of Object.entries(texts)) {
      const parameter = `${group}[${key}]`
      if (!material) faults.push({ parameter: 'material', code: 'required' })
      else if (!isAttributeKey(key) || !sheetOf(material).includes(key)) {
        faults.push({ parameter, code: 'unknown_parameter' })
      } else if (group === 'tolerances') {
        if (Object.hasOwn(attributes, key)) params.set(attributeParam(key, 'tolerance'), text)
        else faults.push({ parameter: `attributes[${key}]`, code: 'required' })
      } else {
        for (const choice of text.split(',')) params.append(attributeParam(key), pageText(choice.trim()))
      }
    }
  }
}

/** A form sends `on` for a ticked box; an interface says `true`. */
function pageText(text: string): string {
  return text === 'true' ? 'on' : text
}

const API_NAMES = new Map<string, string>(Object.entries(PAGE_NAMES).map(([api, page]) => [page, api]))

/** Faults that the search page's reading found, at the parameters of the interface. */
export function faultsOfPage(
  faults: Readonly<Record<string, string>>,
  query: LotsQuery | NeedsQuery,
): Fault[] {
  const keys = 'sort' in query ? Object.keys(query.attributes ?? {}).filter(isAttributeKey) : []
  const attributes = new Map<string, string>(
    keys.flatMap((key): [string, string][] => [[attributeParam(key), `attributes[${key}]`]]),
  )
  return Object.entries(faults).map(([name, code]) => ({
    parameter: API_NAMES.get(name) ?? attributes.get(name) ?? name,
    code: code as FaultCode,
  }))
}
