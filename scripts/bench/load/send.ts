import autocannon from 'autocannon'
import { setMaxListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { seededRandom } from '../../train/random'
import type { Market } from './market'
import { tell } from '../matching/part'
import { drawKind, followersOf, type KindName, type Weights } from './mix'
import { drawPictures, plan, type Client, type Planned } from './requests'
import type { Acknowledged } from './writes'

/** Clients, each with an address and people of its own, that ask once a second: so many requests a second in all. */
export const CLIENTS = 50
/** Addresses kept for documents that clients may come from. */
const MOST_CLIENTS = 250
const TIMEOUT_S = 10
const SEED = 20_261_129

export type Answer = { kind: KindName; ms: number; isExpected: boolean; atMs: number }

/** What came back: every answer, every acknowledged row, and requests without an answer. */
export type Sent = { answers: Answer[]; acknowledged: Acknowledged[]; errors: number }

type Sending = { origin: string; mix: Weights; seconds: number; stop: AbortSignal; clients?: number }

/**
 * Sends the mix to the server, the clients' turns spread evenly over each second, for so many seconds. Ends sooner when
 * `stop` is aborted. `clients` other than the usual ask so many times a second.
 */
export async function sendMix(
  market: Market,
  { origin, mix, seconds, stop, clients = CLIENTS }: Sending,
): Promise<Sent> {
  setMaxListeners(clients + 1, stop)
  const pictures = await drawPictures(6)
  const random = seededRandom(SEED)
  const followers = followersOf(mix)
  const sent: Sent = { answers: [], acknowledged: [], errors: 0 }
  const results: PromiseLike<{ errors: number }>[] = []
  for (let index = 0; index < Math.min(clients, MOST_CLIENTS) && !stop.aborted; index++) {
    const client: Client = {
      address: `198.51.100.${index + 1}`,
      giver: market.givers[index % market.givers.length]!,
      taker: market.takers[index % market.takers.length]!,
      next: [],
    }
    const asked = { market, client, random, pictures, followers }
    const draw = () => client.next.shift() ?? plan(drawKind(mix, random()), asked)
    results.push(runClient(client, draw, sent, { origin, seconds, stop }))
    await wait(1000 / clients)
  }
  for (const { errors } of await Promise.all(results)) sent.errors += errors
  return sent
}

/** A request, and what has come of its answer. */
type Asked = {
  planned: Planned
  isExpected: boolean
  isAnswered: boolean
  hasHeaders: boolean
  bytes: number
}

function runClient(
  client: Client,
  draw: () => Planned,
  sent: Sent,
  { origin, seconds, stop }: { origin: string; seconds: number; stop: AbortSignal },
) {
  let current: Asked | null = null
  let before: Asked | null = null
  const instance = autocannon({
    ...{ url: origin, connections: 1, connectionRate: 1, duration: seconds, timeout: TIMEOUT_S },
    setupClient: (connection) => {
      connection.on('headers', () => current && (current.hasHeaders = true))
      connection.on('body', (part) => current && (current.bytes += part.length))
    },
    requests: [
      {
        setupRequest: (request) => {
          const planned = draw()
          before = current
          current = { planned, isExpected: false, isAnswered: false, hasHeaders: false, bytes: 0 }
          const { method, path, body } = planned
          return { ...request, method, path, body, headers: headersOf(planned, client.address) }
        },
        onResponse: (status, _body, _context, headers) => {
          if (!current) return
          const { planned } = current
          current.isExpected = isExpected(planned, status, String(headers.Location ?? headers.location ?? ''))
          if (!current.isExpected) return tell(`${planned.kind} ${planned.path}: ${status}`)
          if (planned.writes) sent.acknowledged.push(planned.writes)
          planned.then?.()
        },
      },
    ],
  })
  instance.on('response', (_client, _status, _bytes, ms) => {
    if (current) current.isAnswered = true
    if (current)
      sent.answers.push({
        ...{ kind: current.planned.kind, isExpected: current.isExpected },
        ...{ ms, atMs: performance.now() },
      })
  })
  instance.on('reqError', (error) => {
    // After a time-out the next one has been asked for already.
    const failed = before && !before.isAnswered ? before : current
    const part = failed?.hasHeaders ? `its headers and ${failed.bytes} bytes had come` : 'nothing had come'
    tell(`${failed?.planned.kind} ${failed?.planned.path}: ${String(error)}; ${part}`)
  })
  stop.addEventListener('abort', () => instance.stop())
  return instance
}

/** Whether an answer is the one that was asked for. */
export function isExpected({ expects }: Planned, status: number, location: string): boolean {
  return status === expects.status && (expects.to === undefined || location.startsWith(expects.to))
}

/** The headers of a request from a client's address, as the proxy before the server passes them on. */
export function headersOf({ cookie, type, method }: Planned, address: string): Record<string, string> {
  return {
    'X-Forwarded-For': address,
    'Accept-Encoding': 'gzip, br',
    'Accept-Language': 'fr',
    ...(cookie && { Cookie: cookie }),
    ...(type && { 'Content-Type': type }),
    ...(method === 'POST' && { 'Sec-Fetch-Site': 'same-origin' }),
  }
}
