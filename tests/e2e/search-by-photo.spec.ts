import { paths } from '~/core/paths'
import { expect, expectAccessible, test } from './support/fixtures'
import { journeyPhoto } from './support/journey-photo'
import { fieldOf, press, wordsOf } from './support/words'

const t = wordsOf('fr')

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a visitor goes from a photo to lots that look alike, narrows them, and from a lot to its likes', async ({
      page,
    }) => {
      test.setTimeout(120_000)
      await page.goto(paths.lots())
      await page
        .getByRole('main')
        .getByRole('link', { name: t.photoSearch('title') })
        .click()
      const { file } = await journeyPhoto()
      await fieldOf(page, t.photoSearch('label')).setInputFiles(file)
      if (!javaScriptEnabled) await press(page, t.photoSearch('submit'))
      await expect(page).toHaveURL(/image=/)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.photoSearch('title'))
      // The photos of the demo are looked at one after the other once the server has started.
      await expect(async () => {
        await page.reload()
        await expect(page.getByRole('main').getByRole('article').first()).toBeVisible({ timeout: 2000 })
      }).toPass({ timeout: 90_000 })
      // The accessibility check runs in the page, so it needs scripts.
      if (javaScriptEnabled) await expectAccessible(page)
      await fieldOf(page, t.lots('search.material')).selectOption('door')
      await press(page, t.photoSearch('filter'))
      await expect(page).toHaveURL(/image=.*materiau=door/)
      await page.goBack()
      const first = page.getByRole('main').getByRole('article').first()
      await first.getByRole('heading').getByRole('link').click()
      await expect(page).toHaveURL(/\/lots\/[0-9a-f-]{36}$/)
      await page.goto(paths.lotsByPhoto(`?lot=${new URL(page.url()).pathname.split('/').at(-1)}`))
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Lots semblables à')
      if (javaScriptEnabled) await expectAccessible(page)
    })
  })
}
