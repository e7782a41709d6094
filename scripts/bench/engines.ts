import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { isScaleName, SCALES, type ScaleName } from '~db/seed/scale/sizes'
import { runCli } from '~/cli/run'
import { startLocalServer, type LocalServer } from '../postgres/local-server'
import { startBalancer } from '../nodes/balancer'
import { cpuSecondsOf } from './engines/cpu'
import { COUNTING, countConnections, forgetStatements, longestStatements } from './engines/statements'
import { countFoundOn, makeDatabaseOn, untilQuietOn } from './engines/on-postgres'
import { figuresOf, round, WARM_UP_S } from './load/figures'
import { openMarket, type Market } from './load/market'
import { MIXES } from './load/mix'
import { untilQuiet } from './load/quiet'
import { sendMix } from './load/send'
import { buildIfAbsent, copyMarket, rssMb, serverEnv, withServer } from './load/server'
import { countFound, type Acknowledged } from './load/writes'
import { tell } from './matching/part'

/**
 * The same mixed load on the same generated market, behind the same proxy, one after the other: SQLite, PostgreSQL with one
 * node, PostgreSQL with three. The database server is one of its own on this machine, with its log synced at each commit.
 * `npm run --silent bench:engines -- --seconds 60 --scale territoire --rate 20`; progress goes to stderr, the last line is JSON.
 * `cpuMs` is processor time a request, of the nodes and of the database server; the load itself is not counted. Where no
 * PostgreSQL is installed, SQLite is measured alone. `--only 1,3` names arrangements, `--statements 20` tells the statements
 * that took the database server longest, and how many connections it was asked for.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    scale: { type: 'string', default: 'territoire' },
    rate: { type: 'string', default: '20' },
    port: { type: 'string', default: '3190' },
    only: { type: 'string', default: 'sqlite,1,3' },
    statements: { type: 'string', default: '0' },
  },
})
const seconds = Number(values.seconds)
const rate = Number(values.rate)
const port = Number(values.port)
const most = Number(values.statements)
const only = values.only.split(',')
const { scale } = values
const isAsked = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most
if (!isAsked(seconds, 3600) || !isAsked(rate, 200) || !isScaleName(scale)) {
  tell(`--seconds 1 to 3600, --rate 1 to 200, --scale ${Object.keys(SCALES).join(', ')}`)
  process.exit(2)
}

const SECRET = serverEnv('', port).SESSION_SECRET

/** How PostgreSQL is set, beside its defaults, which sync each commit. */
const SETTINGS = ['shared_buffers=512MB', 'max_connections=100', 'jit=off']

/** One arrangement: where its nodes listen, where its rows are, and whether its work is done. */
type Arrangement = {
  name: string
  nodes: NodeJS.ProcessEnv[]
  database: LocalServer | null
  untilQuiet: () => Promise<void>
  /** Where its statements are counted. */
  counted?: string
  countFound: (acknowledged: readonly Acknowledged[]) => Promise<number>
}

console.log(JSON.stringify(await measure(scale)))

async function measure(name: ScaleName) {
  await buildIfAbsent()
  const engines: Record<string, Awaited<ReturnType<typeof run>>> = {}
  if (only.includes('sqlite')) engines.sqlite = await onSqlite(name)
  const server = await startLocalServer([...SETTINGS, ...(most > 0 ? COUNTING : [])])
  if (!server) tell('No PostgreSQL server is installed: SQLite alone was measured.')
  try {
    for (const nodes of server ? [1, 3].filter((count) => only.includes(String(count))) : [])
      engines[`postgres${nodes}`] = await onPostgres(name, server!, nodes)
  } finally {
    await server?.stop()
  }
  return { seconds, scale: name, rate, engines }
}

async function onSqlite(name: ScaleName) {
  return inCopy(name, (dataDir, market) => {
    const file = path.join(dataDir, 'gisement.sqlite')
    return run(market, {
      name: 'SQLite',
      nodes: [nodeEnv(dataDir, 1)],
      database: null,
      untilQuiet: () => untilQuiet(file),
      countFound: (acknowledged) => Promise.resolve(countFound(file, acknowledged)),
    })
  })
}

async function onPostgres(name: ScaleName, server: LocalServer, count: number) {
  return inCopy(name, async (dataDir, market) => {
    const url = await makeDatabaseOn(server, `nodes${count}`)
    const from = `sqlite:${path.join(dataDir, 'gisement.sqlite')}`
    tell(`Copying the market into PostgreSQL for ${count} node(s)…`)
    const exit = await runCli(['copy', '--from', from, '--to', url], { out: () => undefined, err: tell })
    if (exit !== 0) throw new Error('The market could not be copied into PostgreSQL')
    const nodes = Array.from({ length: count }, (_, at) => ({
      ...nodeEnv(dataDir, at + 1),
      DATABASE_URL: url,
    }))
    return run(market, {
      ...{ name: `PostgreSQL, ${count} node(s)`, nodes, database: server },
      untilQuiet: () => untilQuietOn(url),
      ...(most > 0 && { counted: url }),
      countFound: (acknowledged) => countFoundOn(url, acknowledged),
    })
  })
}

async function inCopy<T>(name: ScaleName, work: (dataDir: string, market: Market) => Promise<T>): Promise<T> {
  const dataDir = await copyMarket(name, port)
  try {
    return await work(dataDir, await openMarket(nodeEnv(dataDir, 1), rate))
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Nodes share their secret and the address that people know, the proxy's. */
function nodeEnv(dataDir: string, at: number): NodeJS.ProcessEnv {
  const shared = { SESSION_SECRET: SECRET, PUBLIC_URL: `http://127.0.0.1:${port}`, LOG_LEVEL: 'error' }
  return { ...serverEnv(dataDir, port + at), ...shared }
}

async function run(market: Market, { name, nodes, database, ...rows }: Arrangement) {
  tell(`${name}: starting…`)
  return withServers(nodes, async (pids) => {
    await rows.untilQuiet()
    const balancer = await startBalancer(
      port,
      nodes.map(({ PORT }) => Number(PORT)),
    )
    const processes = { nodes: pids, database: database?.process.pid ? [database.process.pid] : [] }
    const cpu = () => ({ nodes: sumOf(processes.nodes), database: sumOf(processes.database) })
    try {
      const connectionsBefore = rows.counted ? await countConnections(rows.counted) : 0
      if (rows.counted) await forgetStatements(rows.counted)
      tell(`${name}: ${seconds} s at ${rate} requests a second…`)
      const before = cpu()
      const startedMs = performance.now()
      const sent = await sendMix(market, {
        ...{ origin: balancer.origin, mix: MIXES.recorded, seconds: seconds + WARM_UP_S, clients: rate },
        stop: new AbortController().signal,
      })
      const after = cpu()
      const counted = rows.counted && {
        connections: (await countConnections(rows.counted)) - connectionsBefore,
        statements: await longestStatements(rows.counted, most),
      }
      const each = (side: 'nodes' | 'database') =>
        round(((after[side] - before[side]) * 1000) / Math.max(1, sent.answers.length))
      return {
        ...figuresOf(sent, startedMs),
        writesFound: await rows.countFound(sent.acknowledged),
        cpuMs: { nodes: each('nodes'), database: each('database') },
        rssMb: pids.map(rssMb),
        ...counted,
      }
    } finally {
      await balancer.close()
    }
  })
}

function sumOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + cpuSecondsOf(pid), 0)
}

/** Starts the nodes one after the other, as an operator does, and ends them in the opposite order. */
async function withServers<T>(
  [first, ...others]: readonly NodeJS.ProcessEnv[],
  work: (pids: number[]) => Promise<T>,
  started: readonly number[] = [],
): Promise<T> {
  if (!first) return work([...started])
  return withServer(first, (pid) => withServers(others, work, [...started, pid]))
}
