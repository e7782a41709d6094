import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import Sqlite from 'better-sqlite3'
import { isScaleName, SCALES, type ScaleName } from '~db/seed/scale/sizes'
import { runCli } from '~/cli/run'
import { paths } from '~/core/paths'
import { startLocalServer } from '../postgres/local-server'
import { bytesOn, makeDatabaseOn } from './engines/on-postgres'
import { costOfEach } from './load/each'
import { openMarket } from './load/market'
import { MIXES } from './load/mix'
import { untilQuiet } from './load/quiet'
import { buildIfAbsent, copyMarket, originOf, rssMb, serverEnv, withServer } from './load/server'
import { tell } from './matching/part'

/**
 * What grows with a market, measured on generated ones of several sizes: rows and megabytes of the database, seconds until a
 * server that starts answers a search by words, its memory once it has nothing left to do, and the processor time of a
 * request of the recorded mix, asked by itself. Where PostgreSQL is installed, also the copy into it and what it takes there.
 * `npm run --silent bench:growth -- --scales rue,territoire,metropole --each 10`; progress goes to stderr, the last line is
 * JSON. `slopes` are per 1,000 lots (and as many needs), between each size and the one before.
 */
const { values } = parseArgs({
  options: {
    scales: { type: 'string', default: 'rue,territoire,metropole' },
    each: { type: 'string', default: '10' },
    port: { type: 'string', default: '3186' },
  },
})
const scales = values.scales.split(',')
const each = Number(values.each)
const port = Number(values.port)
if (!scales.every(isScaleName) || !Number.isInteger(each) || each < 1 || each > 1000) {
  tell(`--scales of ${Object.keys(SCALES).join(', ')}, from small to large; --each 1 to 1000`)
  process.exit(2)
}

/** Of one size; megabytes are 2^20 bytes. */
type Grown = {
  lots: number
  rows: number
  sqliteMb: number
  searchAfterS: number
  rssMb: number
  requestMs: number
  copyS: number | null
  postgresMb: number | null
}

await buildIfAbsent()
const sizes: Grown[] = []
for (const scale of scales) {
  sizes.push(await measure(scale))
  tell(JSON.stringify(sizes.at(-1)))
}
console.log(JSON.stringify({ sizes, slopes: sizes.slice(1).map((size, at) => slopeOf(sizes[at]!, size)) }))

async function measure(scale: ScaleName): Promise<Grown> {
  const dataDir = await copyMarket(scale, port)
  const file = path.join(dataDir, 'gisement.sqlite')
  try {
    const env = { ...serverEnv(dataDir, port), LOG_LEVEL: 'error' }
    const market = await openMarket(env, 1)
    const sqliteMb = Math.round(fs.statSync(file).size / 2 ** 20)
    const copied = await copyIntoPostgres(file)
    tell(`${scale}: starting…`)
    const startedAt = performance.now()
    const served = await withServer(env, async (pid) => {
      await searchByWords()
      const searchAfterS = secondsSince(startedAt)
      await untilQuiet(file)
      const mb = rssMb(pid)
      tell(`${scale}: each kind of request ${each} times…`)
      const cost = await costOfEach(market, {
        ...{ origin: originOf(port), mix: MIXES.recorded, pid, times: each },
      })
      tell(JSON.stringify(cost.costs))
      return { searchAfterS, rssMb: mb, requestMs: cost.mean.allMs }
    })
    return { lots: SCALES[scale].lots, rows: rowsIn(file), sqliteMb, ...served, ...copied }
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

/** @throws Error when the search is not answered as it should be */
async function searchByWords(): Promise<void> {
  const answer = await fetch(`${originOf(port)}${paths.lots()}?q=porte`)
  if (!answer.ok) throw new Error(`The search was answered with ${answer.status}`)
  await answer.text()
}

async function copyIntoPostgres(file: string): Promise<Pick<Grown, 'copyS' | 'postgresMb'>> {
  const server = await startLocalServer(['shared_buffers=512MB', 'jit=off'])
  if (!server) return { copyS: null, postgresMb: null }
  try {
    const url = await makeDatabaseOn(server, 'grown')
    tell('Copying into PostgreSQL…')
    const startedAt = performance.now()
    const copy = ['copy', '--from', `sqlite:${file}`, '--to', url]
    const exit = await runCli(copy, { out: () => undefined, err: tell })
    if (exit !== 0) throw new Error('The market could not be copied into PostgreSQL')
    const copyS = secondsSince(startedAt)
    return { copyS, postgresMb: Math.round((await bytesOn(url)) / 2 ** 20) }
  } finally {
    await server.stop()
  }
}

function rowsIn(file: string): number {
  const database = new Sqlite(file, { readonly: true })
  try {
    const names = database
      .prepare(`select name from sqlite_master where type = 'table'`)
      .pluck()
      .all() as string[]
    const counts = names.map(
      (name) => database.prepare(`select count(*) from "${name}"`).pluck().get() as number,
    )
    return counts.reduce((sum, count) => sum + count, 0)
  } finally {
    database.close()
  }
}

function slopeOf(smaller: Grown, larger: Grown): Partial<Record<keyof Grown, number>> {
  const thousands = (larger.lots - smaller.lots) / 1000
  const grown = (Object.keys(larger) as (keyof Grown)[]).flatMap((what) => {
    const [from, to] = [smaller[what], larger[what]]
    return what === 'lots' || from === null || to === null ? [] : [[what, (to - from) / thousands]]
  })
  return Object.fromEntries(
    grown.map(([what, by]) => [what, Math.round(Number(by) * 1000) / 1000]),
  ) as Partial<Record<keyof Grown, number>>
}

function secondsSince(startedAt: number): number {
  return Math.round((performance.now() - startedAt) / 100) / 10
}
