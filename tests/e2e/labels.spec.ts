import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { paths } from '~/core/paths'
import { readCode } from '~/features/labels/model/code'
import { qrPathOf } from '~/features/labels/model/qr-path'
import { qrModules } from '~/features/labels/qr-modules'
import { translator } from '~/messages/catalogue'
import { labels } from '~/messages/labels'
import { scanner } from '~/messages/scanner'
import { readPdf } from '~tests/support/read-pdf'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'

const t = translator('fr', labels)
const tScan = translator('fr', scanner)

/** As `expectAccessible`, which needs scripts to look. */
async function look(page: Page, hasScripts: boolean): Promise<void> {
  if (hasScripts) await expectAccessible(page)
}

/** The photo of a label's code, as a phone takes it. */
async function photoOfCode(page: Page, code: string) {
  const origin = new URL(page.url()).origin
  const { size, d } = qrPathOf(qrModules(`${origin}${paths.label(code)}`))
  const paper = `<path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="600" height="600">${paper}<path d="${d}"/></svg>`
  const buffer = await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).jpeg().toBuffer()
  return { name: 'code.jpg', mimeType: 'image/jpeg', buffer }
}

/** The codes that a PDF of labels says in letters. */
async function codesOf(pdf: Uint8Array): Promise<string[]> {
  const { pages } = await readPdf(pdf)
  const text = pages.map((page) => page.text).join(' ')
  const found = [...text.matchAll(/\b[0-9A-Z]{4} ?[0-9A-Z]{4}\b/g)].flatMap(([code]) => readCode(code) ?? [])
  return [...new Set(found)]
}

/** Prepares a sheet of blank labels and gives the codes that its PDF says. */
async function printBlanks(page: Page, count: number, hasScripts: boolean): Promise<string[]> {
  await page.goto(paths.labels())
  await page.getByLabel(t('blanks.count')).fill(String(count))
  await page.getByRole('button', { name: t('blanks.submit') }).click()
  const link = page.getByRole('link', { name: t('blanks.openPdf') })
  await expect(link).toBeVisible()
  await look(page, hasScripts)
  const reply = await page.request.get((await link.getAttribute('href'))!)
  expect(reply.headers()['content-type']).toBe('application/pdf')
  return codesOf(new Uint8Array(await reply.body()))
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a label printed beforehand is claimed on site by a photo of its code, and opens the next act', async ({
      page,
    }) => {
      await signInAs(page, 'giver')
      const [code = ''] = await printBlanks(page, 3, javaScriptEnabled)
      expect(code).not.toBe('')
      await page.goto(paths.scanner())
      await look(page, javaScriptEnabled)
      await page
        .getByLabel(tScan('photo.label'), { exact: true })
        .setInputFiles(await photoOfCode(page, code))
      if (!javaScriptEnabled) await page.getByRole('button', { name: tScan('photo.submit') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('blank.title'))
      await look(page, javaScriptEnabled)
      const holders = page.getByLabel(t('blank.lot'))
      // Drafts come first, lots last.
      await holders.selectOption(await holders.getByRole('option').last().getAttribute('value'))
      await page.getByRole('button', { name: t('blank.own') }).click()
      await expect(page.getByText(t('open.claimed'))).toBeVisible()
      await look(page, javaScriptEnabled)
      await page.getByRole('link', { name: t('open.count') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(tScan('count.titleCounted'))
      await look(page, javaScriptEnabled)
    })
  })
}

test('pieces are labelled from their lot, and counted by their codes, once each', async ({ page }) => {
  await signInAs(page, 'giver')
  await page.goto(paths.myLots('en-ligne'))
  await page.locator('main a[href^="/lots/0"]').first().click()
  await page.waitForURL(/\/lots\/[0-9a-f-]{36}/)
  const lotId = new URL(page.url()).pathname.split('/')[2]!
  await page.goto(paths.printLabels(`?lot=${lotId}&par=piece&pieces=3`))
  await expectAccessible(page)
  const pdf = await page.request.post(paths.printLabels(`?lot=${lotId}&par=piece&pieces=3`), { form: {} })
  const [first = '', second = ''] = await codesOf(new Uint8Array(await pdf.body()))
  await page.goto(paths.scanner(`?lot=${lotId}`))
  const typed = page.getByLabel(t('code.label'))
  const count = async (code: string) => {
    await typed.fill(code)
    await page.getByRole('button', { name: tScan('typed.submit') }).click()
  }
  await count(first)
  await expect(page.getByText(/pointée$/)).toBeVisible()
  await count(first)
  await expect(page.getByText(/déjà pointée$/)).toBeVisible()
  await page.getByLabel(tScan('photo.label'), { exact: true }).setInputFiles(await photoOfCode(page, second))
  await expect(page.getByText(tScan('count.progress', { done: 2, total: 3 }))).toBeVisible()
  await expectAccessible(page)
})
