import { expect, expectAccessible, signInAs, test } from './support/fixtures'

const THEMES = ['light', 'dark', 'sun'] as const

for (const theme of THEMES) {
  test(`the ${theme} appearance keeps its contrasts`, async ({ page }) => {
    await page.goto('/lots')
    const names = { light: 'Clair', dark: 'Sombre', sun: 'Plein soleil' }
    await page.getByRole('button', { name: names[theme], exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    for (const path of ['/', '/lots', '/communes/93048']) {
      await page.goto(path)
      await expectAccessible(page)
    }
  })
}

test('first lot and first need read well, and link on', async ({ page }) => {
  for (const list of ['/lots', '/besoins']) {
    await page.goto(list)
    await page.getByRole('main').getByRole('article').getByRole('heading').getByRole('link').first().click()
    await expect(page).toHaveURL(new RegExp(`${list}/[0-9a-f-]{36}`))
    await expect(page.locator('h1')).toHaveCount(1)
    await expectAccessible(page)
  }
})

test('English is complete enough to use', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Materials')
  await expectAccessible(page)
})

test.describe('errors say what to do next', () => {
  test.use({ expectedErrors: [/404|403/] })

  test('an unknown page', async ({ page }) => {
    const response = await page.goto('/nulle-part')
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('introuvable')
    await expectAccessible(page)
    await page.getByRole('main').getByRole('link', { name: 'Chercher un lot' }).click()
    await expect(page).toHaveURL(/\/lots$/)
  })

  test('a page of another role', async ({ page }) => {
    await signInAs(page, 'taker')
    const response = await page.goto('/lots/publier')
    expect(response?.status()).toBe(403)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('réservée')
    await expectAccessible(page)
  })
})

test('a page that needs an account comes back after sign-in', async ({ page }) => {
  await page.goto('/lots/publier')
  await expect(page).toHaveURL(/\/connexion\?suite=/)
  await page.getByRole('button', { name: /Karim Benali/ }).click()
  await expect(page).toHaveURL(/\/lots\/publier/)
})
