import { formatter } from '~/core/format'
import { paths } from '~/core/paths'
import { TODAY } from './support/acts'
import { downloadedCsv, numberOf, sumOf } from './support/csv'
import { expect, signInAs, test } from './support/fixtures'
import { wordsOf } from './support/words'

const t = wordsOf('fr')
const format = formatter('fr')

test('the team of the Métropole compares the communes, and their file adds up to the figures shown', async ({
  page,
}) => {
  await signInAs(page, 'admin')
  await page.goto(paths.dashboard())
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hugo')
  await page.getByRole('link', { name: /Comparer les 130 communes/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: t.communes('title') })).toBeVisible()

  let most = ''
  await test.step('the 130 communes add up to the Métropole', async () => {
    const link = page.getByRole('link', { name: /\(CSV\)/ }).first()
    const rows = await downloadedCsv(page, link)
    const communes = rows.filter((row) => row[t.communes('csv.code')] !== '')
    expect(communes).toHaveLength(130)
    const kg = (row: (typeof rows)[number]) => numberOf(row[t.communes('csv.numeratorKg')])
    most = [...communes].sort((a, b) => kg(b) - kg(a))[0]![t.communes('commune')]!
    const [numerator, denominator] = (['csv.numeratorKg', 'csv.denominatorKg'] as const).map((key) =>
      format.mass(sumOf(communes, t.communes(key)) * 1000),
    )
    const name = t.communes('figures', { year: TODAY.slice(0, 4) })
    await expect(page.getByRole('region', { name })).toContainText(`${numerator} sur ${denominator}`)
  })

  await test.step('the table follows the chosen column', async () => {
    await page.getByRole('link', { name: t.communes('sortBy', { column: t.communes('numerator') }) }).click()
    const table = page.getByRole('table', { name: /Les 130 communes/ })
    await expect(table.getByRole('rowheader').first()).toHaveText(most)
  })

  await test.step('reads the rules of the algorithms', async () => {
    await page.goto(paths.dashboard())
    await page
      .getByRole('main')
      .getByRole('link', { name: /algorithmes/ })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/lgorithmes/)
  })
})
