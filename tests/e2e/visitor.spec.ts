import { translator } from '~/messages/catalogue'
import { materials } from '~/messages/materials'
import type { MaterialType } from '~/core/material-types'
import { expect, expectAccessible, test } from './support/fixtures'
import { journeyPhoto } from './support/journey-photo'
import { fieldOf, press, wordsOf } from './support/words'

const t = wordsOf('fr')

test('a visitor goes from the first page to a lot, its commune, the algorithms and the accessibility statement', async ({
  page,
}) => {
  await page.goto('/')
  await fieldOf(page, t.lots('search.text')).fill('parquet')
  await press(page, t.lots('search.submit'))
  await expect(page).toHaveURL(/\/lots\?q=parquet/)
  await page.getByRole('main').getByRole('article').first().getByRole('heading').getByRole('link').click()
  await expect(page).toHaveURL(/\/lots\/[0-9a-f-]{36}/)
  await expect(page.getByText(t.lots('fact.address'))).toBeVisible()
  const about = page.getByRole('region', { name: t.lots('page.about') })
  const commune = about.getByRole('definition').getByRole('link').first()
  const name = await commune.innerText()
  await commune.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  const footer = page.getByRole('navigation', { name: t.common('shell.footerNav') })
  await footer.getByRole('link', { name: t.common('footer.algorithms') }).click()
  await expect(page).toHaveTitle(/lgorithmes/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/lgorithmes/)
  await footer.getByRole('link', { name: t.common('footer.accessibility') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/ccessibilité/)
  await expectAccessible(page)
})

test('a visitor tries a photo: the model says what it sees, and who decides', async ({ page }) => {
  const { file, material } = await journeyPhoto()
  await page.goto('/')
  let sent = 0
  page.on('request', (request) => void (request.method() === 'POST' && sent++))
  const field = fieldOf(page, 'Photo d’un matériau')
  await field.setInputFiles(file)
  // Somebody who does not see that the photo goes by itself presses the button too.
  await field.evaluate((input: HTMLInputElement) => input.form!.requestSubmit())
  const name = translator('fr', materials)(`type.${material as MaterialType}.name`)
  const main = page.getByRole('main')
  await expect(main).toContainText(`Reconnu : ${name}`)
  await expect(main).toContainText('une personne vérifie toujours')
  expect(sent, 'times the photo was sent').toBe(1)
  await expectAccessible(page)
})

test('the language and the appearance that a visitor chooses stay with them', async ({ page }) => {
  await page.goto('/communes')
  await press(page, t.common('theme.sun'))
  await expect(page.getByRole('button', { name: t.common('theme.sun') })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await press(page, t.common('locale.en'))
  await expect(page.getByRole('heading', { level: 1, name: wordsOf('en').communes('title') })).toBeVisible()
  await page.goto('/lots')
  await page.reload()
  const en = wordsOf('en')
  await expect(page.getByRole('heading', { level: 1, name: en.lots('search.title') })).toBeVisible()
  await expect(page.getByRole('button', { name: en.common('theme.sun') })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expectAccessible(page)
})
