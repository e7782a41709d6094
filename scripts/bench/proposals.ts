import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import Sqlite from 'better-sqlite3'
import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { isScaleName, SCALES, type ScaleName } from '~db/seed/scale/sizes'
import { openMarket, type Account, type Market } from './load/market'
import { untilQuiet } from './load/quiet'
import { drawPictures, plan, type Client, type Planned } from './load/requests'
import { headersOf, isExpected } from './load/send'
import { buildIfAbsent, copyMarket, originOf, serverEnv, withServer } from './load/server'
import { percentile, tell } from './matching/part'

/**
 * How long after a lot or a need was published do both sides see its pairs? Posts them by their forms to the built
 * server, with its worker, on a copy of a generated market, one after the other: `npm run --silent bench:proposals --
 * --scale metropole --count 30`. Times run from the answer that acknowledges the post: `paired` until its first pair is
 * in the database, `seen` until the lists of proposals of both its sides show it, asked for by people who are signed
 * in. One JSON line last; `within1s` is the share of all posts whose pairs both sides saw within a second.
 */
const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: 'metropole' },
    count: { type: 'string', default: '30' },
    port: { type: 'string', default: '3188' },
  },
})
const [count, port, { scale }] = [Number(values.count), Number(values.port), values]
/** As many as there are people of each side: each posts once, so that nobody is held back for posting much. */
const MOST = 50
const PATIENCE_MS = 10_000
const STEP_MS = 2

if (!isScaleName(scale) || !Number.isInteger(count) || count < 1 || count > MOST) {
  tell(`--scale ${Object.keys(SCALES).join(', ')}, --count 1 to ${MOST}`)
  process.exit(2)
}
console.log(JSON.stringify(await measure(scale)))

/** What a list of proposals names of a pair, and whose it is. */
type Pair = { reference: string; title: string; giverId: string; takerId: string }
type Times = { pairedMs: number; seenMs: number } | null

async function measure(name: ScaleName) {
  await buildIfAbsent()
  const dataDir = await copyMarket(name, port)
  const file = path.join(dataDir, 'gisement.sqlite')
  try {
    const env = serverEnv(dataDir, port)
    // Everybody who may be on the other side is signed in before.
    const market = await openMarket(env, 1_000_000)
    return await withServer(env, async () => {
      await untilQuiet(file)
      const database = new Sqlite(file, { readonly: true })
      const posts = { lots: lotPosts(market, await drawPictures(1)), needs: needPosts(market) }
      const times = { lots: [] as Times[], needs: [] as Times[] }
      for (let at = 0; at < count; at++)
        for (const side of ['lots', 'needs'] as const) {
          const timed = await timeOf(posts[side](at), database, market)
          tell(`${side} ${at + 1}: ${timed ? `${Math.round(timed.seenMs)} ms` : 'not seen'}`)
          times[side].push(timed)
        }
      database.close()
      const all = [...times.lots, ...times.needs]
      const isSoon = (timed: Times) => timed !== null && timed.seenMs <= 1000
      return {
        scale: name,
        posts: all.length,
        lots: figuresOf(times.lots),
        needs: figuresOf(times.needs),
        within1s: all.filter(isSoon).length / all.length,
      }
    })
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

function figuresOf(times: readonly Times[]) {
  const of = (key: 'pairedMs' | 'seenMs') => {
    const sorted = times.flatMap((timed) => (timed ? [timed[key]] : [])).sort((a, b) => a - b)
    const at = (share: number) => Math.round(percentile(sorted, share))
    return { p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1) }
  }
  return { paired: of('pairedMs'), seen: of('seenMs'), unseen: times.filter((timed) => !timed).length }
}

type Post = { planned: Planned[]; column: 'lot_id' | 'need_id'; id: string; address: string }

/** Lots as the form on site sends them, each of a giver of its own. */
function lotPosts(market: Market, pictures: readonly Buffer[]): (at: number) => Post {
  return (at) => {
    const giver = market.givers[at % market.givers.length]!
    const address = `198.51.100.${at + 1}`
    const client: Client = { address, giver, taker: market.takers[0]!, next: [] }
    const asked = { market, client, random: () => 0.5, pictures, followers: [] }
    const photo = plan('photoSent', asked)
    photo.then?.()
    const lot = plan('lotPosted', asked)
    return { planned: [photo, lot], column: 'lot_id', id: lot.writes!.id, address }
  }
}

/** Needs of doors as their form sends them, each of a taker of its own. */
function needPosts(market: Market): (at: number) => Post {
  const today = isoDayOf(nowMs())
  return (at) => {
    const id = newId()
    const body = new URLSearchParams({
      ...{ id, intent: 'state', material: 'door', title: `Portes cherchées ${at + 1}` },
      ...{ quantity: '8', unit: 'u', communeCode: market.communes[at % market.communes.length]!.code },
      ...{ neededFrom: today, neededUntil: addDays(today, 40), radiusKm: '25', minCondition: '2' },
    })
    const planned: Planned = {
      ...{ kind: 'lotPosted', method: 'POST', path: paths.newNeed(), body: body.toString() },
      cookie: market.takers[at % market.takers.length]!.cookie,
      type: 'application/x-www-form-urlencoded',
      expects: { status: 302, to: paths.need(id) },
    }
    return { planned: [planned], column: 'need_id', id, address: `203.0.113.${at + 1}` }
  }
}

/** Posts, then waits for what comes of it. @returns null when both sides did not see a pair in time */
async function timeOf(post: Post, database: Sqlite.Database, market: Market): Promise<Times> {
  for (const planned of post.planned) await send(planned, post.address)
  const startedMs = performance.now()
  const elapsed = () => performance.now() - startedMs
  const pair = database.prepare<[string], Pair>(
    `select l.reference, n.title, p.giver_organisation_id giverId, p.taker_organisation_id takerId
     from match_pairs p join lots l on l.id = p.lot_id join needs n on n.id = p.need_id
     where p.${post.column} = ? and p.is_stale = 0`,
  )
  const sidesOf = (found: Pair) => [
    market.givers.find(({ organisationId }) => organisationId === found.giverId),
    market.takers.find(({ organisationId }) => organisationId === found.takerId),
  ]
  while (elapsed() < PATIENCE_MS) {
    const found = pair.all(post.id)
    // Some organisations have nobody who could sign in.
    const known = found.find((one) => sidesOf(one).every(Boolean))
    if (!known) {
      await wait(STEP_MS)
      continue
    }
    const pairedMs = elapsed()
    const isSeen = await Promise.all(
      sidesOf(known).map((side) => seesPair(side!, known, PATIENCE_MS - pairedMs)),
    )
    return isSeen.every(Boolean) ? { pairedMs, seenMs: elapsed() } : null
  }
  return null
}

/** Whether a person finds the pair in their list of proposals, asked for until it is there. */
async function seesPair({ cookie }: Account, { reference, title }: Pair, withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs
  do {
    const reply = await fetch(originOf(port) + paths.matchesCsv('?etape=proposes&matiere=door'), {
      headers: { Cookie: cookie, 'Accept-Language': 'fr' },
    })
    const lines = (await reply.text()).split('\r\n')
    if (lines.some((line) => line.includes(reference) && line.includes(title))) return true
    await wait(STEP_MS)
  } while (performance.now() < until)
  return false
}

async function send(planned: Planned, address: string): Promise<void> {
  const reply = await fetch(originOf(port) + planned.path, {
    method: planned.method,
    headers: headersOf(planned, address),
    body: planned.body as BodyInit,
    redirect: 'manual',
  })
  await reply.arrayBuffer()
  const to = new URL(reply.headers.get('Location') ?? '/', originOf(port)).pathname
  if (!isExpected(planned, reply.status, to)) throw new Error(`${planned.path} answers ${reply.status} ${to}`)
}
