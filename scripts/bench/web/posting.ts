import sharp from 'sharp'
import type { Browser, CDPSession, Page } from 'playwright'
import { paths } from '~/core/paths'
import { translator } from '~/messages/catalogue'
import { field } from '~/messages/field'
import { fieldPost } from '~/messages/field-post'
import { materials } from '~/messages/materials'
import type { Cookies } from './session'
import { PHONE } from './phone'

/** Slow 4G as Lighthouse has it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1e6) / 8,
  uploadThroughput: (750 * 1e3) / 8,
}
const CPU_SLOWDOWN = 4
/** Seconds of a person: to decide and to point (keystroke-level model, Card, Moran and Newell 1980: 1.35 + 1.1). */
const TAP_S = 2.45
/** Assumed: to frame one photo and to accept it in the telephone's camera. */
const PHOTO_S = 6

const t = translator('fr', field)
const tPost = translator('fr', fieldPost)
const tMaterial = translator('fr', materials)

/** `openToPublishedMs` is the machine's time; `personS` what a person's taps and photo would add to it. */
export type Posting = { openToPublishedMs: number; openMs: number; taps: number; personS: number }

/**
 * Opens the screens on site for the first time and publishes a lot with one photo, on a network and a processor that
 * are really slowed down, with no pause between two taps.
 */
export async function runPosting(browser: Browser, origin: string, cookies: Cookies): Promise<Posting> {
  const context = await browser.newContext(PHONE)
  try {
    await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: origin })))
    const page = await context.newPage()
    await slowDown(await context.newCDPSession(page))
    const photo = { name: 'porte.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() }
    const started = performance.now()
    await page.goto(origin + paths.field(), { waitUntil: 'commit' })
    await page.getByText(t('home.lots'), { exact: true }).waitFor()
    const openMs = performance.now() - started
    const taps = await post(page, photo)
    await page.getByRole('heading', { name: tPost('done.sent') }).waitFor({ timeout: 60_000 })
    const openToPublishedMs = performance.now() - started
    return { openToPublishedMs, openMs, taps, personS: taps * TAP_S + PHOTO_S }
  } finally {
    await context.close()
  }
}

async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', SLOW_4G)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
}

async function post(page: Page, photo: { name: string; mimeType: string; buffer: Buffer }): Promise<number> {
  let taps = 0
  const tap = async (role: 'radio' | 'checkbox' | 'button', name: string | RegExp) => {
    await page.getByRole(role, { name }).first().click()
    taps += 1
  }
  await page.getByLabel(t('home.photograph')).setInputFiles(photo)
  taps += 1
  await page.getByRole('heading', { name: tPost('section.material') }).waitFor()
  const door = page.getByRole('radio', { name: tMaterial('type.door.name') }).first()
  const toGrid = page.getByRole('button', {
    name: new RegExp(`^(${tPost('material.other')}|${tPost('material.choose')})$`),
  })
  await toGrid.or(door).first().waitFor()
  if (!(await door.isVisible())) {
    await toGrid.click()
    taps += 1
  }
  await tap('radio', tMaterial('type.door.name'))
  await page
    .getByRole('group', { name: tPost('quantity.presets') })
    .getByRole('button')
    .first()
    .click()
  taps += 1
  await tap('radio', new RegExp(`^${tMaterial('condition.4.name')}`))
  await tap('checkbox', new RegExp(tPost('hazard.none')))
  await tap('button', tPost('publish'))
  return taps
}

/** A picture of 12 megapixels as a telephone takes it, grain included: about 3 MB before the page makes it smaller. */
async function phonePhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 12 } as const
  const grain = sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#888', noise } })
  return grain.jpeg({ quality: 85 }).toBuffer()
}
