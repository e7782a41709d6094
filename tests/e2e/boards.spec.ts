import type { Locator, Page } from '@playwright/test'
import { formatter } from '~/core/format'
import { paths } from '~/core/paths'
import { board } from '~/messages/board'
import { translator } from '~/messages/catalogue'
import { TODAY } from './support/acts'
import { downloadedCsv, sumOf } from './support/csv'
import { expect, expectAccessible, test } from './support/fixtures'
import { wordsOf } from './support/words'

const t = wordsOf('fr')
const tBoard = translator('fr', board)
const format = formatter('fr')
const year = Number(TODAY.slice(0, 4))
const MASS = t.communes('csv.massKg')
const TERRITORY = { slug: 'est-ensemble', name: 'Est Ensemble' }

const fileOf = (part: Locator) => part.getByRole('link', { name: /\(CSV\)/ })
const main = (page: Page) => page.getByRole('main')

/** Asks for a quarter as people do: the address says what is shown. */
async function askForQuarter(page: Page, quarter: number): Promise<void> {
  const form = page.getByRole('form', { name: tBoard('period.title') })
  await form.getByLabel(tBoard('period.yearField')).selectOption(String(year))
  await form.getByLabel(tBoard('period.quarterField')).selectOption(String(quarter))
  await form.getByRole('button', { name: tBoard('period.show') }).click()
  await expect(page).toHaveURL(new RegExp(`annee=${year}&trimestre=${quarter}`))
}

/** Follows a figure to its handovers; what the list says is what its file adds up to. */
async function listOf(page: Page, scope: 'list.annee' | 'list.taux') {
  await page.getByRole('link', { name: new RegExp(`${t.communeFigures(scope)}$`) }).click()
  await expect(page).toHaveURL(new RegExp(`${TERRITORY.slug}/remises`))
  await expect(page.getByRole('heading', { level: 1 })).toContainText(TERRITORY.name)
  const rows = await downloadedCsv(page, fileOf(main(page)).last())
  const massG = sumOf(rows, MASS) * 1000
  const said = t.communeFigures('list.count', { count: rows.length, mass: format.mass(massG) })
  await expect(page.getByRole('status').filter({ hasText: /remise/ })).toHaveText(said)
  return { rows, massG }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a visitor goes from a territory’s figures to its handovers, which stop at the month', async ({
      page,
    }) => {
      await page.goto(paths.board(TERRITORY.slug, `?annee=${year}`))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(TERRITORY.name)
      const { rows, massG } = await listOf(page, 'list.annee')
      expect(rows.length).toBeGreaterThan(0)
      await expect(
        main(page).getByRole('table').getByRole('rowheader').first().getByRole('link'),
      ).toHaveCount(0)
      expect(rows.every((row) => /^\d{4}-\d\d$/.test(row[t.communes('one.day')] ?? ''))).toBe(true)
      await page.goBack()
      await expect(main(page)).toContainText(format.mass(massG))
      if (!javaScriptEnabled) return
      await askForQuarter(page, 1)
      await listOf(page, 'list.annee')
      await expect(main(page)).toContainText(tBoard('period.quarter_1', { year: String(year) }))
      await expectAccessible(page)
    })
  })
}
