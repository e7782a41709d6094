import { createHash } from 'node:crypto'
import { nowMs } from '~/core/clock'
import { LIMITS } from '~/core/limits'
import { paths } from '~/core/paths'
import { env } from '~/platform/env.server'
import { countNow, type Allowance } from '~/platform/limits.server'
import { localeOf } from '../locale.server'
import { isHeld, weakTag } from '../streams.server'
import { endpointAt, ENDPOINTS } from './endpoints.server'
import { openApi, parameterTypes } from './openapi.server'
import { problem, type Refusal } from './problem.server'
import { readQuery } from './read-query.server'

const FRESH_S = 60

/** Answers a request below `/api/v1`, counted against the allowance of its network. */
export async function answerApi(request: Request, path: string, clientIp: string): Promise<Response> {
  const allowance = await countNow('api', { clientIp })
  const locale = await localeOf(request)
  const refuse = (refusal: Refusal) => counted(problem(refusal, locale), allowance)
  if (!allowance.isAllowed) return refuse({ kind: 'rate', seconds: secondsTo(allowance) })
  if (path === '') return counted(json(request, rootOf()), allowance)
  if (path === 'openapi.json') {
    const described = json(request, openApi(locale), { 'Content-Language': locale })
    described.headers.append('Vary', 'Accept-Language, Cookie')
    return counted(described, allowance)
  }
  const found = endpointAt(`/${path}`)
  if (!found) return refuse({ kind: 'missing' })
  const { endpoint, param } = found
  const params = new URL(request.url).searchParams
  const query = readQuery(params, endpoint.query, parameterTypes(endpoint.query))
  if (!query.ok) return refuse({ kind: 'parameters', faults: query.faults })
  const answer = await endpoint.run(query.value as never, param)
  if ('refusal' in answer) return refuse(answer.refusal)
  const link = nextLink(request, answer.value)
  return counted(json(request, answer.value, link === null ? {} : { Link: link }), allowance)
}

/** Where everything is. */
function rootOf() {
  const base = env().publicUrl + paths.apiV1()
  return {
    openapi: `${base}/openapi.json`,
    documentation: env().publicUrl + paths.api(),
    licence: 'Licence Ouverte 2.0',
    endpoints: Object.fromEntries(ENDPOINTS.map(({ operationId, path }) => [operationId, base + path])),
  }
}

/** The address of the next page (RFC 8288, 2017). */
function nextLink(request: Request, value: unknown): string | null {
  const cursor = (value as { next_cursor?: unknown }).next_cursor
  if (typeof cursor !== 'string') return null
  const { pathname, search } = new URL(request.url)
  const next = new URL(pathname + search, env().publicUrl)
  next.searchParams.set('cursor', cursor)
  return `<${next.href}>; rel="next"`
}

function json(request: Request, value: unknown, more: Record<string, string> = {}): Response {
  const body = JSON.stringify(value)
  const tag = weakTag(createHash('sha256').update(body).digest('base64url').slice(0, 22))
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': `public, max-age=${FRESH_S}`,
    ETag: tag,
    ...more,
  }
  return isHeld(request, tag) ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}

/** Says what is left (draft-ietf-httpapi-ratelimit-headers-10, 2025). */
function counted(response: Response, allowance: Allowance): Response {
  const { most, withinMs } = LIMITS.api[0]
  response.headers.set('RateLimit-Policy', `"network";q=${most};w=${withinMs / 1000}`)
  response.headers.set('RateLimit', `"network";r=${allowance.remaining};t=${secondsTo(allowance)}`)
  return response
}

/** Whole seconds until the network's count begins again. */
function secondsTo({ untilMs }: Allowance): number {
  return Math.max(1, Math.ceil((untilMs - nowMs()) / 1000))
}
