import type { Page } from '@playwright/test'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'

/** The page that changes a lot of the giver that has three photos or more. */
async function openLot(page: Page): Promise<void> {
  await signInAs(page, 'giver')
  await page.goto('/mes-lots')
  const links = await page.getByRole('link', { name: /^Modifier / }).all()
  const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')))
  for (const href of hrefs) {
    await page.goto(href!)
    if ((await page.getByRole('list', { name: 'Photos du lot' }).getByRole('listitem').count()) >= 3) return
  }
  throw new Error('no lot of the demo has three photos')
}

/** The addresses of the photos, in their order. */
function sources(page: Page): Promise<(string | null)[]> {
  const images = page.getByRole('list', { name: 'Photos du lot' }).locator('img')
  return images.evaluateAll((all) => all.map((image) => image.getAttribute('src')))
}

const cover = (page: Page) => page.getByRole('main').locator('figure img, picture img').first()

test('a lot changes by keyboard: its cover and its title', async ({ page }) => {
  await openLot(page)
  const before = await sources(page)
  await page.getByRole('button', { name: 'Mettre en premier : Photo 3' }).press('Enter')
  await expect(page.getByText('Photo 3 est maintenant à la place 1.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Photo 3' })).toBeFocused()
  expect(await sources(page)).toEqual([before[2], before[0], before[1], ...before.slice(3)])
  await expectAccessible(page)
  const title = `Lot modifié ${Math.floor(performance.now())}`
  await page.getByLabel('Titre').fill(title)
  await page.getByRole('button', { name: 'Enregistrer les modifications' }).click()
  await expect(page.getByText('Modifications enregistrées')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(cover(page)).toHaveAttribute('src', before[2]!)
  await expectAccessible(page)
})

test('another site recalls its own last lot, and leaves what was typed', async ({ page }) => {
  await signInAs(page, 'giver')
  await page.goto('/lots/publier')
  const site = page.getByLabel('Chantier')
  const access = page.getByRole('textbox', { name: /^Accès/ })
  await expect(page.getByText('repris de votre dernier lot').first()).toBeVisible()
  const ids = await site
    .locator('option')
    .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value))
  const recalled = new Map<string, string>()
  for (const id of ids) {
    await site.selectOption({ value: id })
    recalled.set(id, await access.inputValue())
  }
  expect(new Set(recalled.values()).size).toBeGreaterThan(1)
  const [told, said] = [...recalled].find(([, text]) => text !== '')!
  await site.selectOption({ value: told })
  await expect(access).toHaveValue(said)
  await access.fill('Par la cour')
  await site.selectOption({ value: ids.find((id) => id !== told)! })
  await expect(access).toHaveValue('Par la cour')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, expectedErrors: [/400/] })

  test('a lot changes: a photo moves, one goes, a wrong answer is named, the rest is kept', async ({
    page,
  }) => {
    await openLot(page)
    const before = await sources(page)
    await page.getByLabel('Description').fill('Relu sans scripts')
    await page.getByRole('button', { name: 'Avancer d’une place : Photo 3' }).click()
    await expect.poll(() => sources(page)).toEqual([before[0], before[2], before[1], ...before.slice(3)])
    await page.getByLabel('Garder Photo 1').uncheck()
    await page.getByLabel('Quantité', { exact: true }).fill('beaucoup')
    await page.getByRole('button', { name: 'Enregistrer les modifications' }).click()
    await expect(page.getByRole('alert')).toContainText('Indiquez un nombre')
    await expect(page.getByLabel('Description')).toHaveValue('Relu sans scripts')
    expect(await sources(page)).toEqual([before[2], before[1], ...before.slice(3)])
    await page.getByLabel('Quantité', { exact: true }).fill('900')
    await page.getByRole('button', { name: 'Enregistrer les modifications' }).click()
    await expect(page.getByText('Modifications enregistrées')).toBeVisible()
    await expect(page.getByText('Relu sans scripts').first()).toBeAttached()
    await expect(cover(page)).toHaveAttribute('src', before[2]!)
  })
})
