import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { LOCALES, type Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import { assetsOf } from '~/features/field/worker/assets-of'
import { common } from '~/messages/common'
import { translator } from '~/messages/catalogue'
import { expect, signInAs, test } from './support/fixtures'

/** Scripts of a page at most, kB of 1,000 bytes once compressed with gzip. */
const SCRIPTS_KB = { [paths.home()]: 130, [paths.newLot()]: 170, [paths.field()]: 170 }
const STYLES_KB = 20
const FONTS_KB = 76

/** The files of the build that the page names, and what they weigh. */
async function filesOf(page: Page, address: string, locale: Locale = 'fr') {
  const reply = await page.request.get(address, { headers: { 'Accept-Language': locale } })
  expect(reply.status(), address).toBe(200)
  const files = assetsOf(await reply.text()).map((file) => path.join('build/client', file))
  const sum = (ending: string, weigh: (content: Buffer) => number) =>
    files
      .filter((file) => file.endsWith(ending))
      .reduce((kB, file) => kB + weigh(fs.readFileSync(file)) / 1000, 0)
  return { files, gzip: (ending: string) => sum(ending, (content) => gzipSync(content).length), sum }
}

test('pages weigh what they may: scripts, styles, fonts', async ({ page }) => {
  await signInAs(page, 'giver')
  for (const [address, most] of Object.entries(SCRIPTS_KB)) {
    const { files, gzip, sum } = await filesOf(page, address)
    // A page that named no script would pass for a light one.
    expect(files.filter((file) => file.endsWith('.js')).length, address).toBeGreaterThan(20)
    expect.soft(gzip('.js'), `scripts of ${address}`).toBeLessThanOrEqual(most)
    expect.soft(gzip('.css'), `styles of ${address}`).toBeLessThanOrEqual(STYLES_KB)
    expect
      .soft(
        sum('.woff2', (font) => font.length),
        `fonts of ${address}`,
      )
      .toBeLessThanOrEqual(FONTS_KB)
  }
})

for (const locale of LOCALES) {
  test(`a reader of ${locale} gets the sentences of no other language`, async ({ page }) => {
    const { files } = await filesOf(page, paths.home(), locale)
    const scripts = files.filter((file) => file.endsWith('.js')).map((file) => fs.readFileSync(file, 'utf8'))
    const skipIn = (language: Locale) => translator(language, common)('shell.skip')
    for (const language of LOCALES) {
      const isThere = scripts.some((script) => script.includes(skipIn(language)))
      expect(isThere, `«${skipIn(language)}»`).toBe(language === locale)
    }
  })
}

test('files of the build are kept for a year, and come as the build compressed them', async ({ page }) => {
  const { files } = await filesOf(page, paths.home())
  const script = files.find((file) => file.endsWith('.js'))!
  const address = script.replace('build/client', '')
  const ask = (encoding: string) => page.request.get(address, { headers: { 'Accept-Encoding': encoding } })
  for (const [asked, given] of [
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
  ] as const) {
    const reply = await ask(asked)
    const headers = reply.headers()
    expect(headers['content-encoding'], asked).toBe(given)
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(headers['content-type']).toMatch(/javascript/)
    expect(headers.vary).toContain('Accept-Encoding')
    expect((await reply.body()).equals(fs.readFileSync(script)), asked).toBe(true)
  }
})
