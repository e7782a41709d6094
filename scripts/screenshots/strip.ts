/**
 * The strip of the README: photo → tag → match → rate, on a phone, from the built product on a fresh demo with our own
 * drawings. Run after a build: `npm run screenshots:strip`. Writes `docs/pictures/photo-tag-match-rate.webp`.
 */
import fs from 'node:fs'
import path from 'node:path'
import type { Browser, Locator, Page } from 'playwright'
import sharp from 'sharp'
import { paths } from '~/core/paths'
import { RECOGNISED_PICTURE, renderPicture } from '~db/seed/pictures/render-picture'
import { withDemoServer } from '../demo/with-demo-server'
import { openBrowser } from './open-browser'
import { signInAs } from './sign-in'

const PORT = 3186
const PHONE = { width: 390, height: 880 }
const GAP = 24
/** Limestone, the page's own ground. */
const GROUND = '#F5F1E8'
const TARGET = 'docs/pictures/photo-tag-match-rate.webp'

const shots = await withDemoServer({ port: PORT, env: { GISEMENT_PHOTOS: '/nowhere' } }, async (origin) => {
  const browser = await openBrowser()
  try {
    return [
      ...(await photoAndTag(browser, origin)),
      await match(browser, origin),
      await rate(browser, origin),
    ]
  } finally {
    await browser.close()
  }
})
fs.mkdirSync(path.dirname(TARGET), { recursive: true })
await compose(shots)
console.log(`${TARGET}: ${Math.round(fs.statSync(TARGET).size / 1024)} kB`)

/** The posting form with its photo and what the model suggests, then the published tags. */
async function photoAndTag(browser: Browser, origin: string): Promise<Buffer[]> {
  const page = await openPage(browser, origin)
  await signInAs(page, 'giver')
  await page.goto(paths.newLot())
  const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await renderPicture(RECOGNISED_PICTURE) }
  await page.locator('input[capture]').waitFor({ state: 'attached' })
  await page.getByLabel('Choisir des photos').setInputFiles(photo)
  const suggestion = page.getByRole('status').filter({ hasText: 'Suggéré d’après la photo' })
  await suggestion.waitFor({ timeout: 60_000 })
  await showAtTop(page, page.getByText('photo.jpg', { exact: true }))
  const posted = await page.screenshot()
  await page.goto(`${paths.lots()}?materiau=${RECOGNISED_PICTURE.material}`)
  const tag = page.getByRole('main').getByRole('article').first()
  await showAtTop(page, tag)
  const tagged = await page.screenshot()
  await page.context().close()
  return [posted, tagged]
}

async function match(browser: Browser, origin: string): Promise<Buffer> {
  const page = await openPage(browser, origin)
  await signInAs(page, 'taker')
  await page.goto(paths.matches())
  await showAtTop(page, page.getByRole('main').getByRole('article').first())
  const shot = await page.screenshot()
  await page.context().close()
  return shot
}

async function rate(browser: Browser, origin: string): Promise<Buffer> {
  const page = await openPage(browser, origin)
  await page.goto(paths.commune('93048'))
  await showAtTop(page, page.getByRole('heading', { level: 1 }))
  const shot = await page.screenshot()
  await page.context().close()
  return shot
}

async function openPage(browser: Browser, origin: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'fr-FR',
    viewport: PHONE,
    deviceScaleFactor: 2,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  return context.newPage()
}

/** Scrolls until the element stands at the top of the window. */
async function showAtTop(page: Page, target: Locator): Promise<void> {
  await target.evaluate((element) => window.scrollBy(0, element.getBoundingClientRect().top - 24))
  await page.waitForLoadState('networkidle')
}

async function compose(pictures: readonly Buffer[]): Promise<void> {
  const width = PHONE.width * 2
  const height = PHONE.height * 2
  const canvas = sharp({
    create: {
      width: pictures.length * width + (pictures.length + 1) * GAP,
      height: height + 2 * GAP,
      channels: 3,
      background: GROUND,
    },
  })
  const placed = pictures.map((input, at) => ({ input, left: GAP + at * (width + GAP), top: GAP }))
  const strip = await canvas.composite(placed).png().toBuffer()
  await sharp(strip).resize({ width: 1640 }).webp({ quality: 82 }).toFile(TARGET)
}
