import { translator } from '~/messages/catalogue'
import { matching } from '~/messages/matching'
import { matchWeights } from '~/messages/match-weights'
import { paths } from '~/core/paths'
import { expect, signInAs, test } from './support/fixtures'
import { fieldOf, press } from './support/words'

const t = translator('fr', matchWeights)
const tPart = translator('fr', matching)

test.use({ expectedErrors: [/400/] })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('the team of the Métropole sees what other weights change, saves them, and puts the shipped ones back', async ({
      page,
    }) => {
      const part = (key: 'fit' | 'distance' | 'price') => fieldOf(page, tPart(`part.${key}`))
      await signInAs(page, 'admin')
      await page.goto(paths.matchWeights())

      await test.step('a sum that is wrong is told with its figure, and the answers are kept', async () => {
        await part('distance').fill('30')
        await press(page, t('form.preview'))
        await expect(page.getByRole('alert')).toBeVisible()
        await expect(page.getByText(t('form.totalOver', { gap: '15\u00a0%' }))).toBeVisible()
        await expect(part('distance')).toHaveValue('30')
      })

      await test.step('the preview ranks real needs and lots both ways, and the form keeps the answers', async () => {
        await part('fit').fill('15')
        await part('price').fill('0')
        await press(page, t('form.preview'))
        const preview = page.getByRole('region', { name: t('preview.title') })
        await expect(preview.getByRole('article').first()).toBeVisible()
        await expect(preview.getByRole('heading', { name: t('preview.after') }).first()).toBeVisible()
        await expect(part('distance')).toHaveValue('30')
      })

      await test.step('they are kept with a reason only', async () => {
        await press(page, t('form.save'))
        await expect(page.getByRole('alert')).toBeVisible()
        await fieldOf(page, t('form.reason')).fill('La proximité compte plus')
        await press(page, t('form.save'))
        await expect(page.getByText(t('saved'))).toBeVisible()
        await page.goto(paths.algorithms())
        await expect(page.getByRole('cell', { name: 'La proximité compte plus' }).first()).toBeVisible()
      })

      await test.step('one act brings the shipped ones back', async () => {
        await page.goto(paths.matchWeights())
        await press(page, t('form.restore'))
        await expect(page.getByText(t('restored'))).toBeVisible()
        await expect(part('distance')).toHaveValue('15')
        await expect(page.getByRole('button', { name: t('form.restore') })).toHaveCount(0)
      })
    })
  })
}
