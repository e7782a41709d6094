/**
 * Pictures of every page, as each role that sees it, on a phone and a desk, for eyes to go through.
 * Run after a build: `npx tsx scripts/screenshots/pages.ts --out DIR [--only lots] [--scheme dark]`.
 */
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright'
import { PAGES, type ListedPage, type Who } from '~tests/e2e/support/page-list'
import { withDemoServer } from '../demo/with-demo-server'
import { openBrowser } from './open-browser'
import { signInAs } from './sign-in'

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    only: { type: 'string', default: '' },
    scheme: { type: 'string', default: 'light' },
    port: { type: 'string', default: '3185' },
  },
})
if (!values.out) throw new Error('Say where to write the pictures: --out DIR')
const out = values.out
const VIEWS = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } }

await withDemoServer({ port: Number(values.port) }, async (origin) => {
  const browser = await openBrowser()
  try {
    for (const who of ['visitor', 'giver', 'taker', 'agent', 'admin'] satisfies Who[])
      await shootAs(browser, origin, who)
  } finally {
    await browser.close()
  }
})

async function shootAs(browser: Browser, origin: string, who: Who): Promise<void> {
  const listed = Object.entries(PAGES).filter(
    ([pattern, page]) => page.who.includes(who) && pattern.includes(values.only),
  )
  if (listed.length === 0) return
  const colorScheme = values.scheme === 'dark' ? 'dark' : 'light'
  const context = await browser.newContext({ baseURL: origin, locale: 'fr-FR', colorScheme })
  const page = await context.newPage()
  if (who !== 'visitor') await signInAs(page, who)
  for (const [pattern, entry] of listed) {
    const address = await addressOf(page, pattern, entry)
    if (!address) {
      console.log(`${who} /${pattern}: no link to it in the demo`)
      continue
    }
    for (const [view, size] of Object.entries(VIEWS)) await shoot(page, { who, pattern, address, view, size })
  }
  await context.close()
}

type Shot = {
  who: Who
  pattern: string
  address: string
  view: string
  size: { width: number; height: number }
}

async function shoot(page: Page, { who, pattern, address, view, size }: Shot): Promise<void> {
  await page.setViewportSize(size)
  const reply = await page.goto(address)
  const name = pattern.replaceAll(/[/:*]+/g, '_') || 'home'
  const file = path.join(out, view, `${name}-${who}.png`)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  await page.screenshot({ path: file, fullPage: true })
  console.log(`${reply?.status()} ${file}`)
}

async function addressOf(page: Page, pattern: string, { at, from }: ListedPage): Promise<string | null> {
  if (!from) return at ?? `/${pattern}`
  await page.goto(from.list)
  const links = await page.getByRole('main').getByRole('link').all()
  const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')))
  const href = hrefs.find((candidate) => from.link.test(candidate ?? ''))
  return href ? href + (from.then ?? '') : null
}
