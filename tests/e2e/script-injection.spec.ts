import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { startBuilt, type BuiltServer } from '~tests/support/built-server'
import { poison, undecidedColumns, WRITTEN_COLUMNS, type Written } from '~tests/support/poison'
import { expect, signInAs, test } from './support/fixtures'
import { addressOf, PAGES, type Who } from './support/page-list'
import { ASKED, columnsIn, lookAtPage, payloadOf } from './support/payloads'

// Traces would keep a copy of every page, at several times the cost of opening it.
test.use({ trace: 'off', screenshot: 'off' })

let server: BuiltServer
let dataDir: string
let clean: Written[]
let undecided: string[]

/** A server of its own on a copy of the lane's database, where every text that people write is hostile. */
test.beforeAll(async () => {
  test.setTimeout(120_000)
  const lane = process.env.E2E_DATA_DIR!
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-injection-'))
  const file = path.join(dataDir, 'gisement.sqlite')
  const source = new Sqlite(path.join(lane, 'gisement.sqlite'), { readonly: true })
  source.prepare('vacuum into ?').run(file)
  source.close()
  const copy = new Sqlite(file)
  undecided = undecidedColumns(copy)
  clean = poison(copy, payloadOf)
  copy.close()
  const { PATH } = process.env
  server = await startBuilt({
    ...{ PATH, DATA_DIR: dataDir, NODE_ENV: 'development', PORT: '0', LOG_LEVEL: 'warn', CLASSIFIER: 'off' },
  })
})
test.afterAll(async () => {
  const ended = new Promise((done) => server.process.once('exit', done))
  server.process.kill('SIGTERM')
  await ended
  fs.rmSync(dataDir, { recursive: true, force: true })
})

test('says of every column of texts whether people fill it', () => {
  expect(undecided, 'say so in tests/support/poison.ts').toEqual([])
})

/** What a browser notices while pages are open. */
function watch(context: BrowserContext, faults: string[]): void {
  context.on('dialog', (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('console', (message) => {
    const text = message.text()
    if (/Content Security Policy|Trusted ?Type|TrustedHTML/i.test(text))
      faults.push(`${text} ${message.location().url}`)
  })
  context.on('weberror', (fault) => faults.push(`${fault.error().message} ${fault.page()?.url() ?? ''}`))
  context.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (hostname !== 'localhost' && /^https?:$/.test(protocol)) faults.push(`asked ${request.url()}`)
    if (request.url().includes('/securite/rapports-csp')) faults.push(`told: ${request.postData() ?? ''}`)
  })
}

/** Opens every page of the list that a person is the first to see, two at a time. */
async function walk(browser: Browser, who: Who, seen: Set<number>): Promise<string[]> {
  const faults: string[] = []
  const context = await browser.newContext({ baseURL: server.origin, viewport: { width: 1280, height: 900 } })
  watch(context, faults)
  const pages = [await context.newPage(), await context.newPage()]
  if (who !== 'visitor') await signInAs(pages[0]!, who)
  const sources = new Map<string, string>()
  const linkOn = async (address: string, shape: RegExp) => {
    const source = sources.get(address) ?? (await (await context.request.get(address)).text())
    sources.set(address, source)
    const hrefs = [...source.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))
    const found = hrefs.find((href) => shape.test(href))
    if (found === undefined)
      throw new Error(`${who} finds no link of the shape ${shape.source} on ${address}`)
    return found
  }
  const queue = Object.entries(PAGES).filter(([, listed]) => listed.who[0] === who)
  const open = async (page: Page) => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [pattern, listed] = next
      const address = await addressOf(pattern, listed, linkOn)
      const reply = await page.goto(address, { waitUntil: 'domcontentloaded' })
      if (reply?.status() !== (listed.status ?? 200)) faults.push(`${address}: ${reply?.status()}`)
      const found = await page.evaluate(lookAtPage, ASKED)
      faults.push(...found.faults.map((fault) => `/${pattern}: ${fault}`))
      for (const place of columnsIn(found.text)) seen.add(place)
    }
  }
  await Promise.all(pages.map(open))
  await context.close()
  return faults
}

const seen = new Set<number>()

test('ASVS 1.2.1, 1.2.2, 1.2.3, 1.3.7, 1.3.10, 3.2.2: nothing that people write runs, makes an element or fills a placeholder on any page', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  for (const who of ['visitor', 'giver', 'taker', 'agent', 'admin'] satisfies Who[]) {
    expect.soft(await walk(browser, who, seen), who).toEqual([])
  }
})

test('ASVS 1.2.1: nor in feeds and files', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: server.origin })
  const page = await context.newPage()
  for (const address of ['/lots.atom', '/lots.rss', '/besoins.atom', '/besoins.rss', '/sitemap.xml']) {
    const reply = await context.request.get(address)
    expect(reply.status(), address).toBe(200)
    const found = await page.evaluate(readFeed, await reply.text())
    expect(found.faults, address).toEqual([])
    for (const place of columnsIn(found.text)) seen.add(place)
  }
  for (const address of [
    '/lots.geojson',
    '/besoins.geojson',
    '/annuaire.geojson',
    '/donnees-ouvertes/catalogue.jsonld',
  ]) {
    const reply = await context.request.get(address)
    expect(reply.headers()['content-type'], address).toMatch(/json/)
    for (const place of columnsIn(JSON.stringify(await reply.json()))) seen.add(place)
  }
  await context.close()
})

/** What a reader of feeds makes of one, with the mark-up that it was told to draw. Runs in a blank page. */
function readFeed(xml: string): { faults: string[]; text: string } {
  const feed = new DOMParser().parseFromString(xml, 'application/xml')
  const faults = feed.querySelector('parsererror') ? ['it is no XML'] : []
  if (feed.querySelector('[data-xss], script, img, svg, iframe')) faults.push('an element made of a text')
  for (const drawn of feed.querySelectorAll('content, summary, description, title')) {
    const isMarkUp = drawn.getAttribute('type') === 'html' || drawn.tagName === 'description'
    if (!isMarkUp) continue
    const inner = new DOMParser().parseFromString(drawn.textContent ?? '', 'text/html')
    if (inner.querySelector('[data-xss], script, iframe, [onerror], [onload]'))
      faults.push(`${drawn.tagName}: mark-up made of a text`)
  }
  return { faults, text: feed.documentElement.textContent ?? '' }
}

test('shows most of what people write on these pages, so that it was tried', () => {
  const shown = WRITTEN_COLUMNS.filter((_, place) => seen.has(place))
  const filled = WRITTEN_COLUMNS.length - clean.length
  expect(shown.length / filled, 'part of the columns that hold texts').toBeGreaterThan(2 / 3)
})
