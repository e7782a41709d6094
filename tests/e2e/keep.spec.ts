import type { Page } from '@playwright/test'
import { downloadedCsv } from './support/csv'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { press, wordsOf } from './support/words'

const t = wordsOf('fr')

/** The tags of a list. */
const tags = (page: Page) => page.getByRole('main').getByRole('article')

/** Keeps the first lots of the search, and waits until all of it was answered. */
// Of the demo, whatever other walks have just published.
async function keepFirst(page: Page, count: number): Promise<string[]> {
  await page.goto('/lots?tri=depart')
  const titles: string[] = []
  for (let index = 0; index < count; index++) {
    const tag = tags(page).nth(index)
    titles.push(await tag.getByRole('heading').innerText())
    await tag.getByRole('button', { name: t.keep('short.keep') }).click()
    await expect(tag.getByRole('button', { name: t.keep('short.drop') })).toBeVisible()
  }
  await page.waitForLoadState('networkidle')
  return titles
}

async function walk(page: Page): Promise<void> {
  const titles = await keepFirst(page, 3)
  await page.goto('/favoris')
  await expect(page.getByRole('heading', { name: t.keep('count', { count: 3 }) })).toBeVisible()
  expect((await tags(page).getByRole('heading').allInnerTexts()).sort()).toEqual([...titles].sort())
  await expectAccessible(page)
  const rows = await downloadedCsv(page, page.getByRole('link', { name: /CSV/ }))
  expect(rows.map((row) => row[t.lots('csv.title')]).sort()).toEqual([...titles].sort())
  expect(rows[0]![t.keep('csv.state')]).toBe(t.keep('csv.open'))

  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await press(page, t.keep('compare.submit'))
  await expect(page).toHaveURL(/\/comparer\?lots=/)
  await expect(page.getByRole('heading', { level: 1, name: t.keep('compare.title') })).toBeVisible()
  await expect(page.getByRole('rowheader').first()).toContainText(t.lots('fact.material'))
  await expect(page.getByText(t.keep('compare.differs'), { exact: true }).first()).toBeVisible()
  await expectAccessible(page)
  const compared = await downloadedCsv(page, page.getByRole('link', { name: /CSV/ }))
  const before = await page.getByRole('rowheader').count()
  expect(compared).toHaveLength(before)
  await page.getByRole('link', { name: t.keep('compare.onlyDifferences') }).click()
  await expect(page.getByRole('link', { name: t.keep('compare.all') })).toBeVisible()
  const differing = compared.filter((row) => row[t.keep('csv.differs')] === 'oui').length
  await expect(page.getByRole('rowheader')).toHaveCount(differing)

  await page.goto('/favoris')
  for (let left = 3; left > 0; left--) {
    await tags(page)
      .first()
      .getByRole('button', { name: t.keep('short.drop') })
      .click()
    await expect(tags(page)).toHaveCount(left - 1)
  }
  await expect(page.getByRole('heading', { level: 3, name: t.keep('none') })).toBeVisible()
  await expectAccessible(page)
}

test('a visitor keeps lots, compares them and lets them go', async ({ page }) => {
  await walk(page)
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('a visitor keeps lots, compares them and lets them go', async ({ page }) => {
    await keepFirst(page, 2)
    await page.goto('/favoris')
    await expect(tags(page)).toHaveCount(2)
    for (const box of await page.getByRole('checkbox').all()) await box.check()
    await press(page, t.keep('compare.submit'))
    await expect(page).toHaveURL(/\/comparer\?lots=/)
    await expect(page.getByRole('columnheader').getByRole('link')).toHaveCount(2)
    await page.goto('/favoris')
    await tags(page)
      .first()
      .getByRole('button', { name: t.keep('short.drop') })
      .click()
    await expect(tags(page)).toHaveCount(1)
  })
})

test('what a device kept joins the account that is signed in to', async ({ page }) => {
  const [title = ''] = await keepFirst(page, 1)
  await signInAs(page, 'taker')
  await page.goto('/favoris')
  const before = await tags(page).count()
  await press(page, t.keep('adopt.submit'))
  await expect(page.getByText(t.keep('done.adopted'))).toBeVisible()
  await expect(page.getByRole('link', { name: title })).toBeVisible()
  expect(await tags(page).count()).toBeGreaterThanOrEqual(before)
  await expect(page.getByRole('button', { name: t.keep('adopt.submit') })).toHaveCount(0)
  const tag = tags(page).filter({ hasText: title }).first()
  await tag.getByRole('button', { name: t.keep('short.drop') }).click()
  await expect(page.getByRole('link', { name: title })).toHaveCount(0)
})

test('lots seen are remembered only once asked for, on this device, and erased by one act', async ({
  page,
  context,
}) => {
  const open = async (index: number) => {
    await page.goto('/lots')
    await tags(page).nth(index).getByRole('heading').getByRole('link').click()
    await expect(page).toHaveURL(/\/lots\/[0-9a-f-]{36}/)
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).not.toHaveText(t.lots('search.title'))
    return heading.innerText()
  }
  await open(0)
  const cookies = async () => (await context.cookies()).filter(({ name }) => name.endsWith('lots'))
  expect(await cookies()).toEqual([])
  await page.goto('/favoris')
  await press(page, t.keep('seen.start'))
  await expect(page.getByText(t.keep('seen.none'))).toBeVisible()
  const [first, second] = [await open(0), await open(1)]
  await page.goto('/favoris')
  const seen = page.getByRole('region', { name: t.keep('seen.title') }).getByRole('listitem')
  await expect(seen).toHaveCount(2)
  await expect(seen.first()).toContainText(second)
  await expect(seen.last()).toContainText(first)
  expect((await cookies()).map(({ httpOnly }) => httpOnly)).toEqual([true])
  await expectAccessible(page)
  await press(page, t.keep('seen.stop'))
  await expect(page.getByText(t.keep('done.stopped'))).toBeVisible()
  expect(await cookies()).toEqual([])
})

test('the page of a lot keeps it too, and stays where it was', async ({ page }) => {
  await page.goto('/lots')
  await tags(page).first().getByRole('heading').getByRole('link').click()
  await expect(page).toHaveURL(/\/lots\/[0-9a-f-]{36}/)
  const address = page.url()
  await press(page, t.keep('keep'))
  await expect(page.getByRole('button', { name: t.keep('drop') })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await page.reload()
  expect(page.url()).toBe(address)
  await press(page, t.keep('drop'))
  await expect(page.getByRole('button', { name: t.keep('keep') })).toBeVisible()
})

test('a search is taken away as a workbook', async ({ page }) => {
  await page.goto('/lots?q=parquet')
  const link = page.getByRole('link', { name: /XLSX/ })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('lots.xlsx')
})
