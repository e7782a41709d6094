import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import { listCommunes } from '~/features/communes/queries.server'
import { listPublicIds } from '~/features/open-data/queries.server'
import type { OperationId } from '~/http/api/endpoint'
import { ENDPOINTS } from '~/http/api/endpoints.server'
import { parametersOf } from '~/http/api/openapi.server'
import { PAGE_NAMES } from '~/http/api/query'
import { api } from '~/messages/api'
import { translator } from '~/messages/catalogue'

export type ParameterFacts = {
  name: string
  description: string
  type: string
  choices: string[] | null
  bounds: { least: number | null; most: number | null }
  usual: string | null
  /** What the address of the search page calls it. */
  onPage: string | null
}
export type EndpointFacts = {
  operationId: OperationId
  path: string
  /** Where it answers, with an example in place of what is in braces; null when there is none yet. */
  example: string | null
  hasPathParam: boolean
  parameters: ParameterFacts[]
}

type Shape = {
  type?: string
  format?: string
  enum?: string[]
  minimum?: number
  maximum?: number
  default?: string | number | boolean
}

/** What the page says of each address, read from what answers it. */
export async function readEndpoints(locale: Locale): Promise<EndpointFacts[]> {
  const t = translator(locale, api)
  const [[lot], [need], communes] = await Promise.all([
    listPublicIds('lots', '', 1),
    listPublicIds('needs', '', 1),
    listCommunes(),
  ])
  const example: Partial<Record<OperationId, string | undefined>> = {
    getLot: lot?.id,
    getNeed: need?.id,
    getCommune: communes[0]?.code,
    getCommuneFigures: communes[0]?.code,
  }
  return ENDPOINTS.map((endpoint) => {
    const { operationId, path, param } = endpoint
    const known = param ? example[operationId] : ''
    return {
      operationId,
      path,
      example: known === undefined ? null : paths.apiV1(path.replace(/\{\w+\}/, known)),
      hasPathParam: param !== null,
      parameters: parametersOf(endpoint, t).map(({ name, description, schema, in: place }) =>
        factsOf(name, description, schema as Shape, place === 'query'),
      ),
    }
  })
}

function factsOf(name: string, description: string, schema: Shape, isQuery: boolean): ParameterFacts {
  const { type, format, minimum, maximum } = schema
  const isBounded = type === 'integer' || type === 'number'
  return {
    name,
    description,
    type: format ?? type ?? 'object',
    choices: schema.enum ?? null,
    bounds: {
      least: isBounded ? (minimum ?? null) : null,
      most: isBounded && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : null,
    },
    usual: schema.default === undefined ? null : String(schema.default),
    onPage: isQuery && name in PAGE_NAMES ? PAGE_NAMES[name as keyof typeof PAGE_NAMES] : null,
  }
}
