import fs from 'node:fs'
import path from 'node:path'
import { chromium, type Browser } from 'playwright'
import { format, resolveConfig } from 'prettier'
import type { ScaleName } from '~db/seed/scale/sizes'
import { BROWSER_FLAGS, chromiumPath } from '../../../screenshots/open-browser'
import { tell } from '../../matching/part'
import { openMarket, type Account, type Market } from '../market'
import type { Journey, KindName } from '../mix'
import { untilQuiet } from '../quiet'
import { drawPictures } from '../requests'
import { copyMarket, originOf, serverEnv, withServer } from '../server'
import { countBefore, type Counter, type Reached } from './counter'
import { followLinks, giveSome, lookAround, lookAtMap, readBoard, takeSome, type Visit } from './journeys'
import { kindOf, type Side } from './kinds'

const FILE = path.resolve('scripts/bench/load/recorded.json')
/** A browser that draws in software: the map needs WebGL. */
const FLAGS = [
  ...BROWSER_FLAGS.filter((flag) => flag !== '--disable-gpu'),
  ...['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
]
const PHONE = { viewport: { width: 412, height: 823 }, isMobile: true, hasTouch: true, locale: 'fr-FR' }
const NOBODY: Account = { userId: '', organisationId: '', siteId: null, cookie: '', threads: [] }

const WALKS: Readonly<Record<Journey, { side: Side; walk: (visit: Visit) => Promise<void> }>> = {
  lookAround: { side: 'visitor', walk: lookAround },
  followLinks: { side: 'visitor', walk: followLinks },
  lookAtMap: { side: 'visitor', walk: lookAtMap },
  readBoard: { side: 'visitor', walk: readBoard },
  takeSome: { side: 'taker', walk: takeSome },
  giveSome: { side: 'giver', walk: giveSome },
}

type Counts = Partial<Record<KindName, number>>

/**
 * Goes each way through the product with a browser, twice: as one that was never here, then once more as the same one.
 * Writes what reached the server, by kind, where the mix reads it.
 * @throws Error when a way is not open, or something is asked for that the load has no kind for
 */
export async function recordMix(scale: ScaleName, port: number) {
  const dataDir = await copyMarket(scale, port)
  try {
    // The counter stands before the server, and is what the browser sees.
    const env = { ...serverEnv(dataDir, port), PUBLIC_URL: originOf(port + 1) }
    const market = await openMarket(env, 1)
    const recorded = await withServer(env, async () => {
      await untilQuiet(path.join(dataDir, 'gisement.sqlite'))
      const counter = await countBefore(port, port + 1)
      const browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS })
      try {
        return await walkAll({ browser, counter, market })
      } finally {
        await browser.close()
        counter.close()
      }
    })
    const options = { ...(await resolveConfig(FILE)), parser: 'json' }
    fs.writeFileSync(FILE, await format(JSON.stringify(recorded), options))
    return recorded
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

type Parts = { browser: Browser; counter: Counter; market: Market }

async function walkAll(parts: Parts) {
  const recorded: Partial<Record<Journey, { first: Counts; repeat: Counts }>> = {}
  for (const journey of Object.keys(WALKS) as Journey[]) {
    const [first = [], repeat = []] = await walkTwice(journey, parts)
    const { side } = WALKS[journey]
    recorded[journey] = { first: countsOf(side, first), repeat: countsOf(side, repeat) }
    tell(`${journey}: ${first.length} requests of a first visit, ${repeat.length} of the next`)
  }
  return recorded
}

async function walkTwice(journey: Journey, { browser, counter, market }: Parts): Promise<Reached[][]> {
  const { side, walk } = WALKS[journey]
  const account = { visitor: NOBODY, giver: market.givers[0]!, taker: market.takers[0]! }[side]
  const context = await browser.newContext(PHONE)
  const [name = '', value = ''] = account.cookie.split(/=(.*)/s)
  if (side !== 'visitor') await context.addCookies([{ name, value, url: counter.origin }])
  const pictures = await drawPictures(2)
  const visits: Reached[][] = []
  for (const [index, picture] of pictures.entries()) {
    const page = await context.newPage()
    counter.take()
    await walk({ page, origin: counter.origin, market, account, picture, index })
    // What a page tells when it is left belongs to the visit.
    await page.goto('about:blank')
    await page.waitForTimeout(500)
    await page.close()
    visits.push(counter.take())
  }
  await context.close()
  return visits
}

function countsOf(side: Side, reached: readonly Reached[]): Counts {
  const counts: Counts = {}
  for (const one of reached) {
    const kind = kindOf(side, one)
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}
