import { z } from 'zod'
import { nowMs } from '~/core/clock'
import { env } from './env.server'
import { boundedFetch } from './outgoing.server'

/** An address as the service knows it; `communeCode` is its INSEE code, an arrondissement's in Paris. */
export type GeocodedAddress = { label: string; communeCode: string; lat: number; lon: number }

/** Who asks: somebody signed in, or anyone. */
export type GeocoderCaller = 'account' | 'anyone'

/** Why nothing was asked, or nothing came: the caller says so and goes on without addresses. */
export type GeocoderOutcome =
  { kind: 'found'; addresses: GeocodedAddress[] } | { kind: 'off' | 'down' | 'busy' }

const TIMEOUT_MS = 2500
const MOST_BYTES = 200_000
const MOST_ADDRESSES = 8
/** Questions under way at once, and asked in a minute, by this process: it is someone else's service. */
const MOST_AT_ONCE = 6
const MOST_A_MINUTE = 120
/** Those who ask without an account may use this part of both limits: the rest is left to accounts. */
const PART_OF_ANYONE = 0.5
const KEPT_MS = 24 * 3_600_000
const MOST_KEPT = 1000

const replySchema = z.object({
  features: z.array(
    z.object({
      geometry: z.object({
        coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
      }),
      properties: z.object({
        label: z.string().min(1).max(300),
        citycode: z.string().regex(/^\d[\dAB]\d{3}$/),
      }),
    }),
  ),
})

const kept = new Map<string, { atMs: number; addresses: GeocodedAddress[] }>()
/** Questions of the last minute. */
let asked: { atMs: number; caller: GeocoderCaller; isUnderWay: boolean }[] = []

/**
 * Asks the configured service, of the shape of the Géoplateforme's (`GET …/search?q=…&limit=…`, GeoJSON), for an
 * address. Answers are kept for a day; half of what may be asked is for accounts alone. Never throws: without a service, when it fails or is asked too much, says so.
 */
export async function geocode(text: string, caller: GeocoderCaller): Promise<GeocoderOutcome> {
  const { geocoderUrl } = env()
  if (geocoderUrl === null) return { kind: 'off' }
  const key = `${geocoderUrl} ${text.toLowerCase()}`
  const known = kept.get(key)
  if (known && nowMs() - known.atMs < KEPT_MS) return { kind: 'found', addresses: known.addresses }
  asked = asked.filter(({ atMs, isUnderWay }) => isUnderWay || nowMs() - atMs < 60_000)
  if (isFull(asked, 1)) return { kind: 'busy' }
  const byAnyone = asked.filter((question) => question.caller === 'anyone')
  if (caller === 'anyone' && isFull(byAnyone, PART_OF_ANYONE)) return { kind: 'busy' }
  const question = { atMs: nowMs(), caller, isUnderWay: true }
  asked.push(question)
  try {
    const addresses = await ask(geocoderUrl, text)
    keep(key, addresses)
    return { kind: 'found', addresses }
  } catch {
    return { kind: 'down' }
  } finally {
    question.isUnderWay = false
  }
}

/** Whether questions use up a part of the limits. */
function isFull(questions: typeof asked, part: number): boolean {
  const underWay = questions.filter(({ isUnderWay }) => isUnderWay).length
  return underWay >= MOST_AT_ONCE * part || questions.length >= MOST_A_MINUTE * part
}

async function ask(geocoderUrl: string, text: string): Promise<GeocodedAddress[]> {
  const url = new URL(`${geocoderUrl}/search`)
  url.searchParams.set('q', text)
  url.searchParams.set('limit', String(MOST_ADDRESSES))
  const bounds = { timeoutMs: TIMEOUT_MS, mostBytes: MOST_BYTES, origin: url.origin }
  const reply = await boundedFetch(url, { headers: { Accept: 'application/json' } }, bounds)
  if (!reply.ok) throw new Error(`the geocoding service answered ${reply.status}`)
  const { features } = replySchema.parse(await reply.json())
  return features.slice(0, MOST_ADDRESSES).map(({ geometry, properties }) => {
    const [lon, lat] = geometry.coordinates
    return { label: properties.label, communeCode: properties.citycode, lat, lon }
  })
}

function keep(key: string, addresses: GeocodedAddress[]): void {
  kept.delete(key)
  kept.set(key, { atMs: nowMs(), addresses })
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
}
