import type { Page } from '@playwright/test'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'

/** What a person meets when an answer is wrong, with scripts and without. */
async function stateBadNeed(page: Page): Promise<void> {
  await signInAs(page, 'taker')
  await page.goto('/besoins/nouveau')
  await page.getByLabel('Quantité', { exact: true }).fill('beaucoup')
  await page.getByLabel('Matière').selectOption({ value: 'door' })
  await page.getByLabel('Avant le').fill('2020-01-01')
  await page.getByLabel('Titre').fill('Portes pour une <b>école</b>')
  await page.getByRole('button', { name: 'Publier le besoin' }).click()
  const summary = page.getByRole('alert')
  await expect(summary).toContainText('Indiquez un nombre')
  await expect(summary).toContainText('Rien n’est perdu')
  await expect(page.getByLabel('Titre')).toHaveValue('Portes pour une <b>école</b>')
  await expect(page.getByLabel('Quantité', { exact: true })).toHaveValue('beaucoup')
  await expect(page.getByLabel('Quantité', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Matière')).toHaveValue('door')
}

test.describe('with scripts', () => {
  test.use({ expectedErrors: [/400/] })

  test('a wrong answer gets its sentence, takes the focus and keeps the others', async ({ page }) => {
    await stateBadNeed(page)
    await expect(page.getByRole('alert')).toBeFocused()
    await expectAccessible(page)
    await page
      .getByRole('alert')
      .getByRole('link', { name: /Indiquez un nombre/ })
      .click()
    await expect(page.getByLabel('Quantité', { exact: true })).toBeFocused()
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, expectedErrors: [/400/] })

  test('a wrong answer gets its sentence and keeps the others', async ({ page }) => {
    await stateBadNeed(page)
  })

  test('anyone searches, reads a lot and changes the language', async ({ page }) => {
    await page.goto('/')
    await page.getByLabel('Que cherchez-vous ?').fill('parquet')
    await page.getByRole('button', { name: 'Chercher', exact: true }).click()
    await expect(page).toHaveURL(/\/lots\?q=parquet/)
    await page.getByRole('main').getByRole('article').first().getByRole('link').first().click()
    await expect(page).toHaveURL(/\/lots\/[0-9a-f-]{36}/)
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.getByRole('main')).toContainText('Reserve')
  })
})
