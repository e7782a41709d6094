import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { env } from './env.server'
import { isInnerAddress, isPublicAddress } from './public-address'

/** The service stands where nobody is asked, did not answer in time, sent too much, or sent elsewhere. */
export class OutgoingError extends Error {}

/** Finds the addresses of a name, as `dns.lookup` does. */
export type Lookup = (
  name: string,
  options: dns.LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, found: dns.LookupAddress[]) => void,
) => void

/**
 * Asks an address over a connection to what was checked: the name is looked up once, every address that it has must be
 * one of the public network, and the connection goes to one of these. Addresses of inner networks are asked only where
 * the operator configured them as such: over http, by a bare address, as `localhost`, or among `INNER_HOSTS`; those of
 * the link never. Redirections are answers like others. The body comes as it is sent. `ca`: certificates (PEM) of who may
 * vouch for the host, in place of those that Node knows.
 * @throws OutgoingError where the address is refused; what the connection throws otherwise
 */
export async function askChecked(
  url: URL,
  init: RequestInit & { signal: AbortSignal },
  { isConfigured, lookup = dns.lookup, ca }: { isConfigured: boolean; lookup?: Lookup; ca?: string[] },
): Promise<Response> {
  if (!/^https?:$/.test(url.protocol)) throw new OutgoingError(`${url.protocol} is not asked`)
  const isAllowed = isConfigured && isInnerByChoice(url) ? isInnerAddress : isPublicAddress
  const bare = bareAddress(url)
  if (isIP(bare) !== 0 && !isAllowed(bare)) throw new OutgoingError(`${url.host} is not asked`)
  const request = new Request(url, { ...init, redirect: 'manual' })
  const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer())
  const sent = {
    method: request.method,
    headers: {
      ...Object.fromEntries(request.headers),
      'accept-encoding': 'identity',
      ...(body && { 'content-length': String(body.byteLength) }),
    },
    lookup: checkedLookup(isAllowed, lookup),
    signal: init.signal,
    agent: false as const,
    ...(ca && { ca }),
  }
  const reply = await new Promise<http.IncomingMessage>((resolve, reject) => {
    const { request: open } = url.protocol === 'https:' ? https : http
    open(url, sent, resolve).on('error', reject).end(body)
  })
  return responseOf(reply)
}

/**
 * How a client that keeps connections of its own looks up the names of a service that the operator configured: to the
 * addresses that `askChecked` would go to, and to no other.
 * @throws OutgoingError where the address is a bare one that is not asked
 */
export function lookupOf(url: URL, lookup: Lookup = dns.lookup): LookupFunction {
  const isAllowed = isInnerByChoice(url) ? isInnerAddress : isPublicAddress
  const bare = bareAddress(url)
  if (isIP(bare) !== 0 && !isAllowed(bare)) throw new OutgoingError(`${url.host} is not asked`)
  return checkedLookup(isAllowed, lookup)
}

/** What tells that a service stands in the operator's own network. */
function isInnerByChoice({ protocol, hostname }: URL): boolean {
  const isBare = isIP(bareAddress({ hostname })) !== 0
  return protocol === 'http:' || isBare || hostname === 'localhost' || env().innerHosts.includes(hostname)
}

/** The host without the brackets of an IPv6 address. */
function bareAddress({ hostname }: Pick<URL, 'hostname'>): string {
  return hostname.replace(/^\[(.*)\]$/, '$1')
}

function checkedLookup(isAllowed: (address: string) => boolean, lookup: Lookup): LookupFunction {
  return (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, [])
      const refused = found.find(({ address }) => !isAllowed(address))
      const first = found[0]
      if (refused || !first)
        return done(new OutgoingError(`${name} stands at an address that is not asked`), [])
      if (options.all) return done(null, found)
      return done(null, first.address, first.family)
    })
  }
}

function responseOf(reply: http.IncomingMessage): Response {
  const headers = new Headers()
  for (const [name, value] of Object.entries(reply.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one)
  }
  const status = reply.statusCode ?? 0
  const hasBody = status !== 204 && status !== 304
  if (!hasBody) reply.resume()
  const body = hasBody ? (Readable.toWeb(reply) as ReadableStream<Uint8Array>) : null
  return new Response(body as BodyInit | null, { status, headers })
}
