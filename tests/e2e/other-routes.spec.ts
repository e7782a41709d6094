import { expect, test } from './support/fixtures'
import { wordsOf } from './support/words'

const t = wordsOf('fr')

test('a page that starts with its own routes alone goes to others by a link and back with no new document', async ({
  page,
}) => {
  await page.goto('/')
  await page.evaluate(() => Object.assign(window, { isSame: true }))
  const footer = page.getByRole('navigation', { name: t.common('shell.footerNav') })
  await footer.getByRole('link', { name: t.common('footer.algorithms') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/lgorithmes/)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/matériaux/)
  expect(await page.evaluate(() => 'isSame' in window)).toBe(true)

  // After a reload the page before belongs to the same document, which knows the routes of this one alone.
  await page.goForward()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/lgorithmes/)
  await page.goBack()
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/matériaux/)
})

test('who goes back before the scripts of a page came gets the page before', async ({ page }) => {
  await page.goto('/')
  const footer = page.getByRole('navigation', { name: t.common('shell.footerNav') })
  await footer.getByRole('link', { name: t.common('footer.algorithms') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/lgorithmes/)
  let isHeld = true
  let release: () => void
  const later = new Promise<void>((done) => (release = done))
  await page.route(/assets\/.*entry\.client.*\.js/, async (route) => {
    if (isHeld) await later
    await route.continue()
  })
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/lgorithmes/)
  await page.evaluate(() => window.history.back())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/matériaux/)
  isHeld = false
  release!()
  await footer.getByRole('link', { name: t.common('footer.algorithms') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/lgorithmes/)
})

test('an address below one with a part that varies is not taken for it', async ({ page }) => {
  await page.goto('/lots')
  await page.getByRole('main').getByRole('article').first().getByRole('heading').getByRole('link').click()
  await expect(page).toHaveURL(/\/lots\/[0-9a-f-]{36}/)
  await page.reload()
  await page.evaluate(() => window.history.pushState(null, '', '/lots/par-photo'))
  await page.evaluate(() => window.dispatchEvent(new PopStateEvent('popstate', { state: null })))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/photo/)
})

test.describe('where the list of routes does not come', () => {
  test.use({ expectedErrors: [/manifest|Failed to (load|fetch)/i] })

  test('a link still leads on, by a new document', async ({ page }) => {
    await page.route(/manifest-.*\.js/, (route) => route.abort())
    await page.goto('/')
    await page.evaluate(() => Object.assign(window, { isSame: true }))
    const footer = page.getByRole('navigation', { name: t.common('shell.footerNav') })
    await footer.getByRole('link', { name: t.common('footer.algorithms') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/lgorithmes/)
    expect(await page.evaluate(() => 'isSame' in window)).toBe(false)
  })
})
