import { paths } from '~/core/paths'
import { translator } from '~/messages/catalogue'
import { lots } from '~/messages/lots'
import { suggestions } from '~/messages/suggestions'
import { vocabulary } from '~/messages/vocabulary'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { fieldOf, press } from './support/words'

const t = translator('fr', lots)
const tSuggest = translator('fr', suggestions)
const tWords = translator('fr', vocabulary)

test('suggestions are reached by keyboard and told to screen readers', async ({ page }) => {
  await page.goto(paths.lots())
  const field = page.getByRole('combobox', { name: t('search.text') })
  await expect(field).toHaveAttribute('aria-expanded', 'false')
  await field.pressSequentially('fen')
  const list = page.getByRole('listbox', { name: tSuggest('label') })
  const options = list.getByRole('option')
  await expect(options.first()).toBeVisible()
  await expect(field).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('status').filter({ hasText: /suggestion/ })).toBeAttached()
  await expectAccessible(page)

  await page.keyboard.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await expect(field).toHaveAttribute(
    'aria-activedescendant',
    (await options.first().getAttribute('id')) ?? '-',
  )
  await expect(field).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(options.first()).toHaveAttribute('aria-selected', 'false')

  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await expect(field).toHaveValue('fen')

  await field.pressSequentially('ê')
  await page.keyboard.press('Backspace')
  await expect(options.first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=fen/)
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('a misspelt plural without accents finds, best answers first, and sorts otherwise on demand', async ({
  page,
}) => {
  await page.goto(`${paths.lots()}?q=fenettres`)
  await expect(page.getByRole('article').first()).toContainText(/fen[êe]tre/i)
  const sorting = page.getByRole('navigation', { name: 'Trier' })
  await expect(sorting.getByText('Les plus pertinents')).toHaveAttribute('aria-current', 'true')
  await sorting.getByRole('link', { name: 'Les plus récents' }).click()
  await expect(page).toHaveURL(/tri=recents/)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the browser suggests usual words and the form searches', async ({ page }) => {
    await page.goto(paths.lots())
    const field = fieldOf(page, t('search.text'))
    const listId = await field.getAttribute('list')
    expect(await page.locator(`datalist[id="${listId}"] option`).count()).toBeGreaterThan(5)
    await field.fill('portes')
    await press(page, t('search.submit'))
    await expect(page).toHaveURL(/q=portes/)
    await expect(page.getByRole('article').first()).toBeVisible()
  })
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'with none', () => {
    test.use({ javaScriptEnabled, expectedErrors: [/400/] })

    test('the team of the Métropole tries a word, keeps it, and puts the shipped table back', async ({
      page,
    }) => {
      const word = javaScriptEnabled ? 'zigouigoui' : 'zinzin'
      await signInAs(page, 'admin')
      await page.goto(paths.vocabulary())
      await fieldOf(page, tWords('form.words')).fill(`${word}, porte`)
      await press(page, tWords('form.preview'))
      const preview = page.getByRole('region', { name: tWords('preview.title', { text: word }) })
      await expect(preview.getByText(tWords('preview.none'))).toHaveCount(1)
      await expect(preview.getByText(tWords('preview.entered')).first()).toBeVisible()
      await expect(fieldOf(page, tWords('form.words'))).toHaveValue(`${word}, porte`)

      await press(page, tWords('form.save'))
      await expect(page.getByRole('alert')).toBeVisible()
      await fieldOf(page, tWords('form.reason')).fill('On dit ainsi')
      await press(page, tWords('form.save'))
      await expect(page.getByText(tWords('done.set'))).toBeVisible()
      await page.goto(`${paths.lots()}?q=${word}`)
      await expect(page.getByRole('article').first()).toBeVisible()

      await page.goto(paths.vocabulary())
      await press(page, tWords('history.restore', { version: 'v0' }))
      await expect(page.getByText(tWords('done.restored'))).toBeVisible()
      await page.goto(`${paths.lots()}?q=${word}`)
      await expect(page.getByRole('article')).toHaveCount(0)
    })
  })
}
