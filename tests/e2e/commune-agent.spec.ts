import type { Locator, Page } from '@playwright/test'
import { formatter } from '~/core/format'
import { paths } from '~/core/paths'
import { TODAY } from './support/acts'
import { readCommuneRate } from './support/commune-rate'
import { downloadedCsv, numberOf, sumOf } from './support/csv'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { unfold, wordsOf } from './support/words'

const t = wordsOf('fr')
const format = formatter('fr')
const MONTREUIL = { code: '93048', name: 'Montreuil' }
const year = TODAY.slice(0, 4)
const MASS = t.communes('csv.massKg')

/** The file that a part of the page offers. */
const fileOf = (part: Locator) => part.getByRole('link', { name: /\(CSV\)/ })

/** The list of handovers behind one figure: as many rows as it says, and a file whose masses add up to what it shows. */
async function handoversOf(
  page: Page,
  scope: 'list.taux' | 'list.horsTaux' | 'list.entrant',
): Promise<number> {
  await page.goto(paths.commune(MONTREUIL.code))
  await page.getByRole('link', { name: new RegExp(t.communeFigures(scope)) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Les remises de Montreuil')
  const none = page.getByText(t.communeFigures('list.empty'))
  await expect(none.or(page.getByRole('table'))).toBeVisible()
  if (await none.isVisible()) return 0
  const rows = await downloadedCsv(page, fileOf(page.getByRole('main')))
  const total = sumOf(rows, MASS)
  const said = t.communeFigures('list.count', { count: rows.length, mass: format.mass(total * 1000) })
  await expect(page.getByRole('status').filter({ hasText: /remise/ })).toHaveText(said)
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveCount(rows.length)
  return total
}

test('an agent follows the rate of the commune from its two masses down to each handover', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await signInAs(page, 'agent')

  await test.step('opens the commune from the first page', async () => {
    await page.goto(paths.dashboard())
    await page
      .getByRole('main')
      .getByRole('link', { name: /commune/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(MONTREUIL.name)
  })

  const rate = await readCommuneRate(page, MONTREUIL)
  const figures = page.getByRole('region', { name: `Les chiffres de Montreuil en ${year}` })
  await test.step('reads the rate beside its numerator and denominator, which give it', async () => {
    const masses = `${format.mass(rate.numeratorKg * 1000)} sur ${format.mass(rate.denominatorKg * 1000)}`
    await expect(figures).toContainText(masses)
    const shown = Number(rate.shown.replace(',', '.'))
    expect(Math.abs(shown - rate.rate * 100)).toBeLessThanOrEqual(0.051)
    await expectAccessible(page)
  })

  await test.step('goes down from each figure to its handovers, and from one to its lot', async () => {
    expect(await handoversOf(page, 'list.horsTaux')).toBeGreaterThanOrEqual(0)
    expect(await handoversOf(page, 'list.entrant')).toBeGreaterThanOrEqual(0)
    expect(await handoversOf(page, 'list.taux')).toBe(rate.numeratorKg)
    await page.getByRole('table').getByRole('rowheader').first().getByRole('link').click()
    await expect(page).toHaveURL(/\/remises\/[0-9a-f-]{36}/)
    await page.getByRole('main').locator('a[href^="/lots/"]').first().click()
    await expect(page).toHaveURL(/\/lots\/[0-9a-f-]{36}/)
    await expect(page.getByRole('main')).toContainText(MONTREUIL.name)
  })

  await test.step('sees the same masses in the funnel and month by month, as table and as file', async () => {
    await page.goto(paths.commune(MONTREUIL.code))
    const funnel = page.getByRole('figure', { name: /De l’inventaire à la remise/ })
    const stages = await downloadedCsv(page, fileOf(funnel))
    const mass = `${t.communeFigures('funnel.mass')} (kg)`
    expect(numberOf(stages[0]?.[mass])).toBe(rate.denominatorKg)
    expect(numberOf(stages.at(-1)?.[mass])).toBe(rate.numeratorKg)
    await unfold(funnel, 'Voir les chiffres en tableau')
    await expect(funnel.getByRole('row')).toHaveCount(stages.length + 1)

    const months = page.getByRole('figure', { name: /ont remis en/ })
    const perMonth = await downloadedCsv(page, fileOf(months))
    expect(perMonth).toHaveLength(12)
    const columns = Object.keys(perMonth[0]!).filter((title) => title.endsWith('(kg)'))
    const handedOver = columns.reduce((sum, column) => sum + sumOf(perMonth, column), 0)
    await page.goto(`/communes/${MONTREUIL.code}/remises`)
    const ofYear = sumOf(await downloadedCsv(page, fileOf(page.getByRole('main'))), MASS)
    expect(handedOver).toBeCloseTo(ofYear, 3)
  })

  await test.step('prints the page without what is only for the screen', async () => {
    await page.goto(paths.commune(MONTREUIL.code))
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 794, height: 1123 })
    for (const navigation of await page.getByRole('navigation', { name: t.common('shell.mainNav') }).all()) {
      await expect(navigation).toBeHidden()
    }
    await expect(page.getByRole('navigation', { name: t.common('shell.quickNav') })).toBeHidden()
    await expect(figures).toBeVisible()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })
})
