import type { Page } from '@playwright/test'
import { paths } from '~/core/paths'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { wordsOf } from './support/words'

const t = wordsOf('fr')

/** The page that blurs the first photo of a lot of the demo's giver. */
async function openPhoto(page: Page): Promise<void> {
  await signInAs(page, 'giver')
  await page.goto(paths.myLots())
  const lots = page.getByRole('main').locator('a[href^="/lots/"]')
  const hrefs = await lots.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  await page.goto(hrefs.find((href) => /^\/lots\/[0-9a-f-]{36}$/.test(href))!)
  await page.getByRole('link', { name: t.photoBlur('photoOf', { number: 1 }) }).click()
  await expect(page.getByRole('heading', { level: 1, name: t.photoBlur('title') })).toBeVisible()
}

const picture = (page: Page) => page.getByRole('img', { name: t.photoBlur('photo') })
const submit = (page: Page) => page.getByRole('button', { name: t.photoBlur('submit') })

test('on a phone, a zone drawn with a pointer is blurred under another address', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openPhoto(page)
  const before = await picture(page).getAttribute('src')
  await page.getByRole('button', { name: t.photoBlur('draw') }).click()
  await expect(page.getByText(t.photoBlur('drawing'))).toBeVisible()
  await picture(page).scrollIntoViewIfNeeded()
  const box = (await picture(page).boundingBox())!
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.3)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.6, { steps: 4 })
  await page.mouse.up()
  const kind = t.photoBlur('kindShort.drawn')
  await expect(page.getByRole('checkbox', { name: new RegExp(`: ${kind}$`) })).toBeChecked()
  await expectAccessible(page)
  await submit(page).click()
  await expect(page.getByText(t.photoBlur('done.floute'))).toBeVisible()
  expect(await picture(page).getAttribute('src')).not.toBe(before)
})

test('by keyboard, cells are ticked; nothing ticked says what is missing', async ({
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/\b400\b/)
  await openPhoto(page)
  await submit(page).press('Enter')
  await expect(page.getByText('Cochez une zone ou une case de la photo.').first()).toBeVisible()
  await page.getByRole('checkbox', { name: t.photoBlur('cell', { row: 2, column: 3 }) }).press('Space')
  await submit(page).press('Enter')
  await expect(page.getByText(t.photoBlur('done.floute'))).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('cells of the photo are ticked and blurred', async ({ page }) => {
    await openPhoto(page)
    await expect(page.getByRole('button', { name: t.photoBlur('draw') })).toBeHidden()
    const before = await picture(page).getAttribute('src')
    await page.getByRole('checkbox', { name: t.photoBlur('cell', { row: 3, column: 4 }) }).check()
    await submit(page).click()
    await expect(page.getByText(t.photoBlur('done.floute'))).toBeVisible()
    expect(await picture(page).getAttribute('src')).not.toBe(before)
  })
})
