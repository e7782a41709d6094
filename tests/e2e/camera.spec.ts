import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { paths } from '~/core/paths'
import { readCode, spacedCode } from '~/features/labels/model/code'
import { translator } from '~/messages/catalogue'
import { field } from '~/messages/field'
import { fieldLabels } from '~/messages/field-labels'
import { fieldPost } from '~/messages/field-post'
import { labels } from '~/messages/labels'
import { materials } from '~/messages/materials'
import { scanner } from '~/messages/scanner'
import { filmLabel } from '~tests/support/film'
import { readPdf } from '~tests/support/read-pdf'
import config from '../../playwright.config'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { phoneBehindNetwork } from './support/network'
import { plainPhoto } from './support/photo-files'

/** What the pretended camera of this browser shows; each test films it anew before it opens the camera. */
const FILM = path.join(os.tmpdir(), `gisement-film-${process.env.E2E_LANE_PORT}.y4m`)

test.use({
  permissions: ['camera'],
  launchOptions: {
    ...config.use?.launchOptions,
    args: [
      ...(config.use?.launchOptions?.args ?? []),
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${FILM}`,
    ],
  },
})

test.afterAll(() => fs.rmSync(FILM, { force: true }))

const t = translator('fr', labels)
const tScan = translator('fr', scanner)
const tField = translator('fr', field)
const tPost = translator('fr', fieldPost)
const tLabel = translator('fr', fieldLabels)
const tMaterial = translator('fr', materials)

/** Prints one more sheet of blank labels and gives the code of one of them. */
async function printBlank(page: Page): Promise<string> {
  await page.goto(paths.labels())
  await page.getByLabel(t('blanks.count')).fill('2')
  await page.getByRole('button', { name: t('blanks.submit') }).click()
  const link = page.getByRole('link', { name: t('blanks.openPdf') })
  const reply = await page.request.get((await link.getAttribute('href'))!)
  const { pages } = await readPdf(new Uint8Array(await reply.body()))
  const text = pages.map((one) => one.text).join(' ')
  const codes = [...text.matchAll(/\b[0-9A-Z]{4} ?[0-9A-Z]{4}\b/g)].flatMap(([code]) => readCode(code) ?? [])
  return codes[0]!
}

const addressOf = (page: Page, code: string) => new URL(page.url()).origin + paths.label(code)

test('the camera in the page reads a label that is filmed, and opens it', async ({ page }) => {
  await signInAs(page, 'giver')
  const code = await printBlank(page)
  filmLabel(FILM, addressOf(page, code))
  await page.goto(paths.scanner())
  await page.getByRole('button', { name: tScan('camera.start') }).click()
  await page.waitForURL((url) => url.pathname === paths.label(code), { timeout: 40_000 })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('blank.title'))
})

test('what is filmed and is no label of ours is said, and the camera goes on; closing it stops it', async ({
  page,
}) => {
  filmLabel(FILM, 'https://exemple.fr/menu')
  await signInAs(page, 'giver')
  await page.goto(paths.scanner())
  await page.getByRole('button', { name: tScan('camera.start') }).click()
  await expect(page.getByText(tScan('foreign'))).toBeVisible({ timeout: 40_000 })
  await expectAccessible(page)
  const isFilming = () =>
    page.locator('video').evaluate((video: HTMLVideoElement) => {
      const [track] = (video.srcObject as MediaStream | null)?.getVideoTracks() ?? []
      return track?.readyState === 'live'
    })
  expect(await isFilming()).toBe(true)
  await page.getByRole('button', { name: tScan('camera.stop') }).click()
  expect(await isFilming()).toBe(false)
})

test('the browser’s own reader of codes is used where it has one', async ({ page }) => {
  filmLabel(FILM, 'https://exemple.fr/menu')
  await signInAs(page, 'giver')
  const code = await printBlank(page)
  await page.addInitScript(
    (address) => {
      class Reader {
        static getSupportedFormats = () => Promise.resolve(['qr_code'])
        detect = (picture: unknown) =>
          Promise.resolve(picture instanceof HTMLVideoElement ? [{ rawValue: address }] : [])
      }
      Object.assign(window, { BarcodeDetector: Reader })
    },
    addressOf(page, code),
  )
  await page.goto(paths.scanner())
  await page.getByRole('button', { name: tScan('camera.start') }).click()
  await page.waitForURL((url) => url.pathname === paths.label(code), { timeout: 40_000 })
})

test('on site without the network, a filmed blank label goes on a new lot, which has it once it is sent', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const phone = await phoneBehindNetwork(browser, { permissions: ['camera'] })
  const page = await phone.context.newPage()
  await signInAs(page, 'giver')
  const code = await printBlank(page)
  filmLabel(FILM, addressOf(page, code))
  await page.goto(paths.field())
  await expect(page.getByText(tField('outbox.empty'))).toBeVisible()
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await phone.cut(true)

  await page.getByRole('link', { name: new RegExp(`^${tLabel('home')}`) }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: tScan('camera.start') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    tLabel('label', { code: spacedCode(code) }),
    { timeout: 40_000 },
  )
  await expect(page.getByText(tLabel('blank'), { exact: true })).toBeVisible()
  await page.getByText(tLabel('show'), { exact: true }).click()
  await expect(page.getByRole('img', { name: tLabel('qr', { code: spacedCode(code) }) })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: tLabel('start') }).click()
  await expect(page.getByText(spacedCode(code), { exact: true })).toBeVisible()
  await page.getByLabel(tPost('photo.take')).setInputFiles(await plainPhoto('porte.jpg'))
  await expect(page.getByRole('img', { name: tPost('photo.number', { number: 1 }) })).toBeVisible()
  // The draft holds its label whatever happens to the page.
  await page.reload()
  await expect(page.getByText(spacedCode(code), { exact: true })).toBeVisible()
  await page
    .getByRole('radio', { name: tMaterial('type.door.name') })
    .first()
    .click()
  await page
    .getByRole('group', { name: tPost('quantity.presets') })
    .getByRole('button')
    .first()
    .click()
  await page.getByRole('radio', { name: new RegExp(`^${tMaterial('condition.4.name')}`) }).click()
  await page.getByRole('checkbox', { name: new RegExp(tPost('hazard.none')) }).click()
  await page.getByRole('button', { name: tPost('publish') }).click()
  await expect(page.getByRole('heading', { name: tPost('done.queued') })).toBeVisible()

  await phone.cut(false)
  await expect(page.getByRole('heading', { name: tPost('done.sent') })).toBeVisible({ timeout: 40_000 })
  await expect(page.getByText(tLabel('claimed', { code: spacedCode(code) }))).toBeVisible()
  await page.goto(paths.label(code))
  await expect(page.getByRole('link', { name: t('open.count') })).toBeVisible()
  expect(phone.faults).toEqual([])
  await phone.close()
})
