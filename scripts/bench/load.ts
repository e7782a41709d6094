import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { isScaleName, SCALES, type ScaleName } from '~db/seed/scale/sizes'
import { costOfEach } from './load/each'
import { byKind, figuresOf, WARM_UP_S } from './load/figures'
import { openMarket } from './load/market'
import { isMixName, MIXES } from './load/mix'
import { recordMix } from './load/record/record'
import { CLIENTS, sendMix } from './load/send'
import { untilQuiet } from './load/quiet'
import { buildIfAbsent, copyMarket, originOf, rssMb, serverEnv, withServer } from './load/server'
import { countFound } from './load/writes'
import { tell } from './matching/part'

/**
 * Asks the built server for 50 things a second, for so long and no longer, on this machine alone: pages, searches, photos,
 * and writes of signed-in people on a copy of a generated market. Every write that the server acknowledged is looked for
 * in the database afterwards. `npm run --silent bench:load -- --seconds 600 --scale metropole`; progress, with the memory
 * of the server each second, goes to stderr. The last line is JSON: `errors` had no answer, `non2xx` another answer than
 * the one that was asked for (a form that was taken answers with a redirect, which is not counted).
 * The mix is what browsers were recorded to send (`--record` records it anew); `--mix pages` asks for pages above all.
 * With `--each 60`, each kind of request is asked so many times by itself instead, for what it costs the processor.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    scale: { type: 'string', default: 'metropole' },
    port: { type: 'string', default: '3189' },
    each: { type: 'string', default: '0' },
    mix: { type: 'string', default: 'recorded' },
    record: { type: 'boolean', default: false },
  },
})
const LONGEST_S = 6 * 3600

const seconds = Number(values.seconds)
/** How many times each kind is asked by itself, instead of all of them together; 0 for together. */
const each = Number(values.each)
const { scale, mix } = values
if (
  !Number.isInteger(each) ||
  each < 0 ||
  !Number.isInteger(seconds) ||
  seconds < 1 ||
  seconds > LONGEST_S ||
  !isScaleName(scale) ||
  !isMixName(mix)
) {
  tell(
    `--seconds 1 to ${LONGEST_S}, --scale ${Object.keys(SCALES).join(', ')}, --mix ${Object.keys(MIXES).join(', ')}`,
  )
  process.exit(2)
}

const port = Number(values.port)
const weights = MIXES[mix]
if (values.record) {
  await buildIfAbsent()
  console.log(JSON.stringify(await recordMix(scale, port)))
} else console.log(JSON.stringify(await (each > 0 ? measureEach(scale) : measure(scale, port))))

/** The processor time of each kind of request, asked by itself. */
async function measureEach(name: ScaleName) {
  await buildIfAbsent()
  const dataDir = await copyMarket(name, port)
  try {
    const env = serverEnv(dataDir, port)
    const market = await openMarket(env, 1)
    return await withServer(env, async (pid) => {
      await untilQuiet(path.join(dataDir, 'gisement.sqlite'))
      return {
        scale: name,
        ...(await costOfEach(market, { origin: originOf(port), mix: weights, pid, times: each })),
      }
    })
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

async function measure(name: ScaleName, port: number) {
  await buildIfAbsent()
  const dataDir = await copyMarket(name, port)
  const databaseFile = path.join(dataDir, 'gisement.sqlite')
  try {
    const env = serverEnv(dataDir, port)
    const market = await openMarket(env, CLIENTS)
    const { sent, startedMs, memory } = await withServer(env, async (pid) => {
      await untilQuiet(databaseFile)
      const startedMs = performance.now()
      const watch = watchMemory(pid)
      const origin = originOf(port)
      const stop = new AbortController()
      for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort())
      try {
        const sent = await sendMix(market, {
          ...{ origin, mix: weights, seconds: seconds + WARM_UP_S, stop: stop.signal },
        })
        return { sent, startedMs, memory: watch.samples }
      } finally {
        watch.end()
      }
    })
    const writesFound = countFound(databaseFile, sent.acknowledged)
    return {
      seconds,
      scale: name,
      mix,
      ...figuresOf(sent, startedMs),
      rssMbStart: memory[WARM_UP_S] ?? memory.at(-1) ?? 0,
      rssMbEnd: memory.at(-1) ?? 0,
      writesFound,
      byKind: byKind(sent.answers, startedMs, weights),
    }
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

function watchMemory(pid: number) {
  const samples: number[] = []
  const timer = setInterval(() => {
    samples.push(rssMb(pid))
    tell(`${samples.length} s: ${samples.at(-1)} MB`)
  }, 1000)
  return { samples, end: () => clearInterval(timer) }
}
