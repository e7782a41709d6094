/**
 * Measures the page budgets: Lighthouse's mobile defaults on each page, real taps for INP, and a lot posted on site on
 * a slowed network. Run after a build: `npm run --silent bench:web -- --runs 5 --only home,post`. `posting` is a part
 * of its own. Progress goes to stderr; the last line is JSON, each figure the median of the runs, sizes in kB (1,000).
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { withDemoServer } from '../demo/with-demo-server'
import { BROWSER_FLAGS, chromiumPath } from '../screenshots/open-browser'
import { untilQuiet } from './load/quiet'
import { MEASURED } from './web/pages'
import { runOnPage, type PageRun } from './web/page-run'
import { runPosting, type Posting } from './web/posting'
import { addressOf, sessionOf } from './web/session'
import { kB, median } from './web/sizes'

const POSTING = 'posting'
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    port: { type: 'string', default: '3188' },
  },
})
const tell = (text: string) => void process.stderr.write(`${text}\n`)
const parts = [...Object.keys(MEASURED), POSTING]
const chosen = values.only === '' ? parts : values.only.split(',')
const unknown = chosen.filter((name) => !parts.includes(name))
const runs = Number(values.runs)
if (unknown.length > 0 || !Number.isInteger(runs) || runs < 1) {
  tell(`Unknown: ${unknown.join(', ') || `--runs ${values.runs}`}. The parts are: ${parts.join(', ')}.`)
  process.exit(2)
}

const result = await withDemoServer({ port: Number(values.port), quiet: true }, async (origin, dataDir) => {
  // On two cores, what the server does by itself would be counted as the browser's.
  await untilQuiet(path.join(dataDir, 'gisement.sqlite'))
  return {
    runs,
    ...(await measurePages(origin)),
    ...(chosen.includes(POSTING) && { posting: await measurePosting(origin) }),
  }
})
console.log(JSON.stringify(result))

async function measurePages(origin: string) {
  const pages: ReturnType<typeof pageFigures>[] = []
  const all: PageRun[] = []
  for (const [name, measured] of Object.entries(MEASURED)) {
    if (!chosen.includes(name)) continue
    const url = await addressOf(origin, measured)
    // The first answer of a process is slow for whoever asks: it is nobody's here.
    await fetch(url)
    const done: PageRun[] = []
    for (let run = 1; run <= runs; run++) {
      const cookies = await sessionOf(origin, measured.who)
      done.push(await runOnPage(url, cookies))
      const { lcpMs, tbtMs, inpMs, lcpElement } = done.at(-1)!
      tell(
        `${name} ${run}/${runs}: LCP ${Math.round(lcpMs)} (${lcpElement}), TBT ${Math.round(tbtMs)}, INP ${inpMs}`,
      )
    }
    all.push(...done)
    pages.push(pageFigures(measured.firstLink ? '/lots/:lotId' : measured.at, done))
    tell(JSON.stringify(pages.at(-1)))
  }
  if (all.length === 0) return {}
  const most = (of: (run: PageRun) => number) => Math.max(...all.map(of))
  return {
    pages,
    cssKb: kB(most((run) => run.cssBytes)),
    fontsKb: kB(most((run) => run.fontBytes)),
    ttfbMs: Math.round(Math.max(...pages.map(({ ttfbMs }) => ttfbMs))),
  }
}

function pageFigures(path: string, done: readonly PageRun[]) {
  const of = (figure: (run: PageRun) => number) => median(done.map(figure))
  const inps = done.flatMap(({ inpMs }) => inpMs ?? [])
  return {
    path,
    lcpMs: Math.round(of((run) => run.lcpMs)),
    fcpMs: Math.round(of((run) => run.fcpMs)),
    cls: Math.round(of((run) => run.cls) * 1000) / 1000,
    tbtMs: Math.round(of((run) => run.tbtMs)),
    inpMs: inps.length > 0 ? Math.round(median(inps)) : null,
    taps: of((run) => run.taps),
    ttfbMs: Math.round(of((run) => run.ttfbMs)),
    jsKb: kB(of((run) => run.jsBytes)),
    jsSentKb: kB(of((run) => run.scriptBytes)),
    imagesKb: kB(of((run) => run.imageBytes)),
    kb: kB(of((run) => run.bytes)),
    requests: of((run) => run.requests),
    a11y: Math.min(...done.map(({ a11y }) => a11y)),
  }
}

async function measurePosting(origin: string): Promise<Posting> {
  const done: Posting[] = []
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...BROWSER_FLAGS] })
  try {
    for (let run = 1; run <= runs; run++) {
      done.push(await runPosting(browser, origin, await sessionOf(origin, 'giver')))
      tell(`posting ${run}/${runs}: ${Math.round(done.at(-1)!.openToPublishedMs)} ms`)
    }
  } finally {
    await browser.close()
  }
  return {
    openToPublishedMs: Math.round(median(done.map(({ openToPublishedMs }) => openToPublishedMs))),
    openMs: Math.round(median(done.map(({ openMs }) => openMs))),
    taps: Math.max(...done.map(({ taps }) => taps)),
    personS: Math.round(Math.max(...done.map(({ personS }) => personS))),
  }
}
