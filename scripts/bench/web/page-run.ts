import { navigation, startTimespan, type Flags, type Result } from 'lighthouse'
import puppeteer, { type Page } from 'puppeteer-core'
import { BROWSER_FLAGS, chromiumPath } from '../../screenshots/open-browser'
import { gzipBytes } from './sizes'
import type { Cookies } from './session'
import { tapAround } from './taps'

/** What one run measures; times in ms, sizes in bytes. */
export type PageRun = {
  lcpMs: number
  fcpMs: number
  cls: number
  tbtMs: number
  ttfbMs: number
  inpMs: number | null
  taps: number
  a11y: number
  /** Scripts compressed with gzip, whatever the server sent them as. */
  jsBytes: number
  /** All that came, headers included. */
  bytes: number
  scriptBytes: number
  cssBytes: number
  fontBytes: number
  imageBytes: number
  requests: number
  lcpElement: string
}

const CPU_SLOWDOWN = 4
const FLAGS: Flags = { logLevel: 'error', onlyCategories: ['performance', 'accessibility'] }

/**
 * Loads an address in a browser profile of its own with Lighthouse's mobile defaults (simulated slow 4G, a processor
 * four times slower), then taps around in it at that processor's pace.
 */
export async function runOnPage(url: string, cookies: Cookies): Promise<PageRun> {
  const lhr = await loadIn(url, cookies)
  const tapped = await inFreshPage(url, cookies, async (page) => tapFigures(page, url))
  return { ...loadFigures(lhr), ...tapped }
}

/** Loads that a browser recorded without their beginning, or not at all, are no figure of the page: they are made again. */
const MOST_LOADS = 3
const UNRECORDED = ['NO_NAVSTART', 'NO_FCP', 'NO_TRACING_STARTED', 'PROTOCOL_TIMEOUT']

async function loadIn(url: string, cookies: Cookies): Promise<Result> {
  for (let load = 1; ; load += 1) {
    const result = await inFreshPage(url, cookies, (page) =>
      navigation(page, url, { flags: { ...FLAGS, disableStorageReset: true } }),
    )
    const error = result?.lhr.runtimeError
    if (result && !error) return result.lhr
    if (error && !UNRECORDED.includes(error.code)) throw new Error(error.message)
    if (load === MOST_LOADS) throw new Error(error?.message ?? `Lighthouse gave no result for ${url}`)
  }
}

/** Each time a browser of its own: nothing is kept from a page before. */
async function inFreshPage<T>(url: string, cookies: Cookies, work: (page: Page) => Promise<T>): Promise<T> {
  const browser = await puppeteer.launch({ executablePath: chromiumPath(), args: [...BROWSER_FLAGS] })
  try {
    const { hostname } = new URL(url)
    await browser.setCookie(...cookies.map((cookie) => ({ ...cookie, domain: hostname, path: '/' })))
    return await work(await browser.newPage())
  } finally {
    await browser.close()
  }
}

function loadFigures(lhr: Result): Omit<PageRun, 'inpMs' | 'taps'> {
  const ofAudit = (id: string) => lhr.audits[id]?.numericValue ?? Number.NaN
  const requests = itemsOf(lhr, 'network-requests').filter(({ url }) => String(url).startsWith('http'))
  const sent = (type: string) =>
    requests
      .filter(({ resourceType }) => resourceType === type)
      .reduce((sum, { transferSize }) => sum + Number(transferSize ?? 0), 0)
  const scripts = requests.filter(({ resourceType }) => resourceType === 'Script')
  return {
    lcpMs: ofAudit('largest-contentful-paint'),
    fcpMs: ofAudit('first-contentful-paint'),
    cls: ofAudit('cumulative-layout-shift'),
    tbtMs: ofAudit('total-blocking-time'),
    ttfbMs: ofAudit('server-response-time'),
    a11y: Math.round((lhr.categories.accessibility?.score ?? 0) * 100),
    jsBytes: scripts.reduce((sum, { url }) => sum + gzipBytes(new URL(String(url)).pathname), 0),
    bytes: requests.reduce((sum, { transferSize }) => sum + Number(transferSize ?? 0), 0),
    scriptBytes: sent('Script'),
    cssBytes: sent('Stylesheet'),
    fontBytes: sent('Font'),
    imageBytes: sent('Image'),
    requests: requests.length,
    lcpElement: lcpElementOf(lhr),
  }
}

type Item = Record<string, unknown>

function itemsOf(lhr: Result, audit: string): Item[] {
  const details = lhr.audits[audit]?.details
  return details && 'items' in details ? (details.items as Item[]) : []
}

function lcpElementOf(lhr: Result): string {
  const [first] = itemsOf(lhr, 'largest-contentful-paint-element')
  const [row] = (first?.items as Item[] | undefined) ?? []
  const selector = (row?.node as Item | undefined)?.selector
  return typeof selector === 'string' ? selector : ''
}

async function tapFigures(page: Page, url: string): Promise<Pick<PageRun, 'inpMs' | 'taps'>> {
  await page.goto(url, { waitUntil: 'networkidle0' })
  const throttling = { cpuSlowdownMultiplier: CPU_SLOWDOWN }
  const flags: Flags = { ...FLAGS, throttlingMethod: 'devtools', throttling, disableStorageReset: true }
  const { endTimespan } = await startTimespan(page, { flags })
  const taps = await tapAround(page)
  const result = await endTimespan()
  const inpMs = result?.lhr.audits['interaction-to-next-paint']?.numericValue ?? null
  return { inpMs, taps }
}
