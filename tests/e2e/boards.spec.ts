import type { Locator, Page } from '@playwright/test'
import { formatter } from '~/core/format'
import { paths } from '~/core/paths'
import { board } from '~/messages/board'
import { boardFiles } from '~/messages/board-files'
import { translator } from '~/messages/catalogue'
import { TODAY } from './support/acts'
import { downloadedCsv, sumOf } from './support/csv'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { unfold, wordsOf } from './support/words'

const t = wordsOf('fr')
const tBoard = translator('fr', board)
const tFiles = translator('fr', boardFiles)
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

test('the team goes from the whole to one handover, its lot and its signatures, on a phone', async ({
  page,
}) => {
  await signInAs(page, 'admin')
  await page.goto(paths.board(TERRITORY.slug, `?annee=${year}`))

  await test.step('reads each figure as a table and as a file', async () => {
    const months = page.getByRole('figure', { name: /ont remis en/ })
    const perMonth = await downloadedCsv(page, fileOf(months))
    expect(perMonth).toHaveLength(12)
    await unfold(months, 'Voir les chiffres en tableau')
    await expect(months.getByRole('row')).toHaveCount(13)
    const columns = Object.keys(perMonth[0]!).filter((title) => title.endsWith('(kg)'))
    const inMonths = columns.reduce((sum, column) => sum + sumOf(perMonth, column), 0)

    const heavy = perMonth.find((row) =>
      columns.some((column) => Number(row[column]!.replace(',', '.')) > 0),
    )!
    const ofMonth = columns.reduce((sum, column) => sum + sumOf([heavy], column), 0)
    const label = Object.values(heavy)[0]!
    await months
      .getByRole('row', { name: new RegExp(`^${label}`) })
      .getByRole('link')
      .click()
    await expect(page).toHaveURL(/mois=\d+/)
    expect(sumOf(await downloadedCsv(page, fileOf(main(page)).last()), MASS)).toBeCloseTo(ofMonth, 3)
    await page.goto(paths.board(TERRITORY.slug, `?annee=${year}`))
    const { massG } = await listOf(page, 'list.annee')
    expect(massG / 1000).toBeCloseTo(inMonths, 3)
    await expectAccessible(page)
  })

  await test.step('opens a handover, and from there its lot', async () => {
    await main(page).getByRole('table').getByRole('rowheader').first().getByRole('link').click()
    await expect(page).toHaveURL(/\/remises\/[0-9a-f-]{36}/)
    await expect(main(page).locator('a[href^="/lots/"]').first()).toBeVisible()
  })

  await test.step('takes the papers along, for the period that is shown', async () => {
    await page.goto(paths.board('metropole', `?annee=${year}`))
    const note = page.getByRole('link', { name: tBoard('files.note') })
    const href = (await note.getAttribute('href'))!
    expect(href).toContain(`annee=${year}`)
    const reply = await page.request.get(href)
    expect(reply.headers()['content-type']).toContain('application/pdf')
    expect((await reply.body()).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

test('what everyone reads of the Métropole says that its rates are minimums, on the board and in frames', async ({
  page,
}) => {
  await page.goto(paths.board('metropole', `?annee=${year}`))
  const least = /^Au moins : les remises des communes/
  await expect(main(page).getByText(least).first()).toBeVisible()
  const rows = await downloadedCsv(page, fileOf(main(page).getByRole('region', { name: /Les chiffres/ })))
  const rate = rows.find((row) => Object.values(row)[0] === t.accounting('rate.local'))!
  expect(Object.values(rate).at(-1)).toBe(tFiles('atLeast'))
  await page.goto(paths.widget('metropole', `?annee=${year}`))
  await expect(page.getByText(new RegExp(`^${tBoard('atLeast')} · `)).first()).toBeVisible()
})
