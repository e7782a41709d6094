import { z } from 'zod'
import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import { RECORD_SCHEMAS } from '~/features/open-data/datasets.server'
import { FACTS, type DatasetId } from '~/features/open-data/model/datasets'
import { translator, type MessagesOf } from '~/messages/catalogue'
import { openData } from '~/messages/open-data'
import { openDataFields } from '~/messages/open-data-fields'
import { env } from '~/platform/env.server'

export type FieldType = keyof MessagesOf<typeof openData>['types']
export type FieldFacts = {
  name: string
  type: FieldType
  isOptional: boolean
  /** In what it is counted; null for what is no measure. */
  unit: string | null
  meaning: string
  /** The words that it may hold, or its bounds. */
  choices: string[] | null
}

type Shape = {
  type?: string
  format?: string
  enum?: string[]
  pattern?: string
  anyOf?: Shape[]
  minimum?: number
  maximum?: number
  'x-unit'?: string
}

/** The fields of a dataset's records, read from the shape that writes them. */
export function fieldsOf(dataset: DatasetId, locale: Locale): FieldFacts[] {
  const t = translator(locale, openDataFields)
  return shapesOf(dataset).map(([name, shape]) => {
    const inner = innerOf(shape)
    return {
      name,
      type: typeOf(inner),
      isOptional: inner !== shape,
      unit: shape['x-unit'] ?? inner['x-unit'] ?? null,
      meaning: t(name as keyof MessagesOf<typeof openDataFields>),
      choices: inner.enum ?? null,
    }
  })
}

/** The same for validators of French portals (Table Schema, Frictionless, 2021). */
export function tableSchemaOf(dataset: DatasetId, locale: Locale) {
  const t = translator(locale, openData)
  const meanings = translator(locale, openDataFields)
  return {
    $schema: 'https://frictionlessdata.io/schemas/table-schema.json',
    name: `gisement-${dataset}`,
    title: t(`dataset.${dataset}.title`),
    description: t(`dataset.${dataset}.text`),
    path: env().publicUrl + paths.openDataFile(`${dataset}.schema.json`),
    homepage: env().publicUrl + paths.openData(dataset),
    licenses: [{ name: FACTS[dataset].licence.spdx, path: FACTS[dataset].licence.url }],
    missingValues: [''],
    fields: shapesOf(dataset).map(([name, shape]) => {
      const inner = innerOf(shape)
      const { enum: choices, pattern, minimum, maximum } = inner
      return {
        name,
        description: meanings(name as keyof MessagesOf<typeof openDataFields>),
        ...TABLE_TYPES[typeOf(inner)],
        constraints: {
          ...(inner === shape && { required: !MAY_BE_EMPTY.has(typeOf(inner)) }),
          ...(choices && { enum: choices }),
          ...(pattern && inner.format === undefined && { pattern }),
          ...(minimum !== undefined && { minimum }),
          ...(maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER && { maximum }),
        },
      }
    }),
  }
}

/** Types that a CSV cell may hold nothing of: an empty text, list or object. */
const MAY_BE_EMPTY = new Set<FieldType>(['string', 'array', 'object'])

const TABLE_TYPES: Record<FieldType, { type: string; format?: string; trueValues?: string[] }> = {
  string: { type: 'string' },
  choice: { type: 'string' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  date: { type: 'date' },
  'date-time': { type: 'datetime', format: 'any' },
  uri: { type: 'string', format: 'uri' },
  uuid: { type: 'string', format: 'uuid' },
  array: { type: 'string' },
  object: { type: 'string' },
}

function shapesOf(dataset: DatasetId): [string, Shape][] {
  const { properties = {} } = z.toJSONSchema(RECORD_SCHEMAS[dataset]) as {
    properties?: Record<string, Shape>
  }
  return Object.entries(properties)
}

/** What a field holds when it is not empty. */
function innerOf(shape: Shape): Shape {
  return shape.anyOf?.find(({ type }) => type !== 'null') ?? shape
}

function typeOf(shape: Shape): FieldType {
  if (shape.enum) return 'choice'
  const { format } = shape
  if (format === 'date' || format === 'date-time' || format === 'uri' || format === 'uuid') return format
  return (shape.type ?? 'object') as FieldType
}
