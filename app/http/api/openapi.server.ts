import { z } from 'zod'
import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import { api } from '~/messages/api'
import { translator, type MessagesOf, type Translate } from '~/messages/catalogue'
import { openDataFields } from '~/messages/open-data-fields'
import { env } from '~/platform/env.server'
import { LIMITS } from '~/core/limits'
import { operator } from '../operator.server'
import type { Endpoint } from './endpoint'
import { ENDPOINTS } from './endpoints.server'
import { openApiWebhooks } from './openapi-webhooks.server'
import { problemSchema } from './problem.server'

export const API_VERSION = '1.0.0'

type Json = Record<string, unknown>
type Texts = Translate<MessagesOf<typeof api>>

/** The JSON Schema of a shape, as OpenAPI 3.1 holds it. */
function shapeOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): Json {
  const { $schema: _dialect, ...shape } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' }) as Json
  return shape
}

/** The types of the parameters of a query, by name. */
export function parameterTypes(query: z.ZodObject): Record<string, string | undefined> {
  const { properties = {} } = shapeOf(query, 'input') as { properties?: Record<string, { type?: string }> }
  return Object.fromEntries(Object.entries(properties).map(([name, { type }]) => [name, type]))
}

export type Parameter = {
  name: string
  in: 'path' | 'query'
  required: boolean
  description: string
  schema: Json
  style?: 'deepObject'
  explode?: true
}

/** The parameters of an address, each with its shape and its meaning. */
export function parametersOf(endpoint: Endpoint, t: Texts): Parameter[] {
  const { properties = {} } = shapeOf(endpoint.query, 'input') as { properties?: Record<string, Json> }
  const ofPath: Parameter[] = endpoint.param
    ? [
        {
          name: endpoint.param.name,
          in: 'path',
          required: true,
          description: t(`param.${endpoint.param.name}`),
          schema: shapeOf(endpoint.param.schema),
        },
      ]
    : []
  return [
    ...ofPath,
    ...Object.entries(properties).map(([name, schema]): Parameter => ({
      name,
      in: 'query',
      required: false,
      description: t(`param.${name as keyof MessagesOf<typeof api>['param']}`),
      schema,
      ...(schema.type === 'object' && { style: 'deepObject', explode: true }),
    })),
  ]
}

/** The whole interface for machines (OpenAPI 3.1), made from the shapes that read requests and write answers. */
export function openApi(locale: Locale): Json {
  const t = translator(locale, api)
  const schemas: Record<string, Json> = { Problem: shapeOf(problemSchema) }
  for (const { shape, isList, response } of ENDPOINTS) {
    const whole = shapeOf(response)
    schemas[shape] ??= describe(isList ? rowsOf(whole) : whole, locale)
  }
  const { name, contact } = operator()
  return {
    openapi: '3.1.0',
    info: {
      title: t('title'),
      version: API_VERSION,
      description: t('description'),
      license: { name: 'Licence Ouverte 2.0', identifier: 'etalab-2.0' },
      ...((name ?? contact) && {
        contact: { ...(name && { name }), url: env().publicUrl + paths.contact() },
      }),
    },
    servers: [{ url: env().publicUrl + paths.apiV1() }],
    externalDocs: { url: env().publicUrl + paths.api() },
    security: [],
    paths: Object.fromEntries(ENDPOINTS.map((endpoint) => [endpoint.path, { get: operation(endpoint, t) }])),
    // Nobody can register one before the operator has said to which hosts.
    ...(env().webhooks && { webhooks: openApiWebhooks(locale) }),
    components: { schemas, headers: HEADERS },
  }
}

function rowsOf(list: Json): Json {
  const { properties } = list as { properties: { data: { items: Json } } }
  return properties.data.items
}

function operation(endpoint: Endpoint, t: Texts): Json {
  const { operationId, isList, shape } = endpoint
  const row = { $ref: `#/components/schemas/${shape}` }
  const schema = isList
    ? {
        type: 'object',
        properties: {
          data: { type: 'array', items: row },
          next_cursor: { anyOf: [{ type: 'string' }, { type: 'null' }], description: t('param.cursor') },
        },
        required: ['data', 'next_cursor'],
        additionalProperties: false,
      }
    : row
  return {
    operationId,
    summary: t(`operation.${operationId}`),
    parameters: parametersOf(endpoint, t),
    responses: {
      200: { description: t('response'), headers: SENT, content: { 'application/json': { schema } } },
      304: { description: 'Not Modified' },
      400: refusal(t('problem.parameters')),
      ...(endpoint.param && { 404: refusal(t('problem.missing')) }),
      ...(endpoint.param?.name === 'id' && { 410: refusal(t('problem.gone')) }),
      429: refusal(t('problem.rate')),
      503: refusal(t('problem.away')),
    },
  }
}

function refusal(description: string): Json {
  const schema = { $ref: '#/components/schemas/Problem' }
  return { description, headers: SENT, content: { 'application/problem+json': { schema } } }
}

const HEADERS = {
  RateLimit: {
    description:
      'draft-ietf-httpapi-ratelimit-headers: what is left, and the seconds until it is whole again',
    schema: { type: 'string' },
    example: `"network";r=${LIMITS.api[0].most - 1};t=42`,
  },
  'RateLimit-Policy': {
    description: 'The allowance of a network, and its window in seconds',
    schema: { type: 'string' },
  },
} as const
const SENT = Object.fromEntries(
  Object.keys(HEADERS).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
)

/** Adds to each field of a shape what it means. */
function describe(shape: Json, locale: Locale): Json {
  const t = translator(locale, openDataFields)
  const { properties = {} } = shape as { properties?: Record<string, Json> }
  return {
    ...shape,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, field]) => [
        name,
        { ...field, description: t(name as keyof MessagesOf<typeof openDataFields>) },
      ]),
    ),
  }
}
