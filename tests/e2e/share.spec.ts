import type { Page } from '@playwright/test'
import { paths } from '~/core/paths'
import { translator } from '~/messages/catalogue'
import { lotPaper } from '~/messages/lot-paper'
import { lotShares } from '~/messages/lot-shares'
import { readPdf } from '~tests/support/read-pdf'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'

const t = translator('fr', lotShares)

/** The page of the first lot that the demo giver has online. */
async function ownLot(page: Page): Promise<string> {
  await signInAs(page, 'giver')
  await page.goto(paths.myLots('en-ligne'))
  await page.locator('main a[href^="/lots/0"]').first().click()
  await page.waitForURL(/\/lots\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname.split('/').at(-1)!
}

/** Makes a link on the page of a lot, as a person does, and gives its path. */
async function makeLink(page: Page, lotId: string): Promise<string> {
  await page.goto(paths.lot(lotId))
  await page.getByLabel(t('days')).selectOption(t('daysOf', { count: 7 }))
  await page.getByRole('button', { name: t('create'), exact: true }).click()
  await expect(page.getByText(t('created'), { exact: true })).toBeVisible()
  const field = page.getByRole('textbox', { name: /^Lien créé le/ }).first()
  const url = await field.inputValue()
  expect(url).toMatch(/^http.+\/fiche\/[\w-]{43}$/)
  return new URL(url).pathname
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled, expectedErrors: [/\b410\b/, /\b404\b/] })

    test('a link shows the sheet to a stranger until it is revoked', async ({ page, browser }) => {
      const lotId = await ownLot(page)
      const shared = await makeLink(page, lotId)
      if (javaScriptEnabled) await expectAccessible(page)

      const context = await browser.newContext({ javaScriptEnabled })
      const stranger = await context.newPage()
      const reply = await stranger.goto(shared)
      expect(reply?.status()).toBe(200)
      const headers = reply!.headers()
      expect(headers['x-robots-tag']).toBe('noindex, nofollow')
      expect(headers['referrer-policy']).toMatch(/strict-origin$/)
      await expect(stranger.getByText(/^GIS-/).first()).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(stranger)
      const pdf = await stranger.request.get(
        (await stranger.getByRole('link', { name: t('page.pdf') }).getAttribute('href'))!,
      )
      const { pages } = await readPdf(new Uint8Array(await pdf.body()))
      expect(pages[0]?.text).toContain(translator('fr', lotPaper)('kind'))
      await stranger.getByRole('link', { name: t('page.open') }).click()
      await stranger.waitForURL((url) => url.pathname === paths.lot(lotId))

      await page
        .getByRole('row')
        .filter({ has: page.getByRole('textbox', { name: /^Lien créé le/ }) })
        .first()
        .getByRole('button', { name: /^Révoquer/ })
        .click()
      await expect(page.getByText(t('revoked'), { exact: true })).toBeVisible()
      expect((await stranger.goto(shared))?.status()).toBe(410)
      await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(t('page.gone.revoked'))
      await expect(stranger.getByRole('link', { name: t('page.search') })).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(stranger)
      await context.close()
    })
  })
}

test.describe('what the browser does for a link', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('copies it and hands it to its own sharing, where it can', async ({ page }) => {
    await page.addInitScript(() => {
      const told: ShareData[] = []
      Object.assign(window, { told })
      Object.defineProperty(navigator, 'share', {
        value: (data: ShareData) => {
          told.push(data)
          return Promise.reject(new DOMException('closed', 'AbortError'))
        },
      })
    })
    const lotId = await ownLot(page)
    const shared = await makeLink(page, lotId)
    await page
      .getByRole('button', { name: /^Copier le lien créé/ })
      .first()
      .click()
    await expect(page.getByText(t('copied'))).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(shared)
    await page
      .getByRole('button', { name: /^Partager le lien créé/ })
      .first()
      .click()
    const told = await page.evaluate(() => (window as unknown as { told: ShareData[] }).told)
    expect(told).toHaveLength(1)
    expect(told[0]?.url).toContain(shared)
  })

  test('tells no address that is opened from the sheet where it was opened from', async ({
    page,
    browser,
  }) => {
    const shared = await makeLink(page, await ownLot(page))
    const context = await browser.newContext({ javaScriptEnabled: false })
    const stranger = await context.newPage()
    await stranger.goto(shared)
    const sent: string[] = []
    stranger.on('request', (request) => sent.push(request.headers().referer ?? ''))
    await stranger.getByRole('link', { name: t('page.open') }).click()
    await stranger.waitForURL(/\/lots\//)
    expect(sent.length).toBeGreaterThan(0)
    for (const referer of sent) expect(referer).not.toContain('/fiche/')
    await context.close()
  })
})
