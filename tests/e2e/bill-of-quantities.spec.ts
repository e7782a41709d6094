import { paths } from '~/core/paths'
import { translator } from '~/messages/catalogue'
import { interfaceTexts } from '~/messages/interface'
import { vocabulary } from '~/messages/vocabulary'
import { buildWorkbook } from '~tests/support/workbook'
import { inDays, TODAY, unique } from './support/acts'
import { downloaded, downloadedCsv } from './support/csv'
import { expect, expectAccessible, test } from './support/fixtures'
import { fieldOf, press, wordsOf } from './support/words'

const t = wordsOf('fr')
const tUi = translator('fr', interfaceTexts)
const tWords = translator('fr', vocabulary)

/** A bill as a spreadsheet saves it: a title, headings, a trade, lines of which one is wrong, a total. */
const WORKBOOK = buildWorkbook([
  {
    name: 'DPGF',
    rows: [
      ['École Jean-Jaurès', null, null, null],
      ['Désignation', 'U', 'Quantité', 'Prix unitaire HT'],
      ['SECOND ŒUVRE', null, null, null],
      ['Cloison amovible vitrée', 'M2', 40, 145],
      ['Parquet chêne', 'm²', 60.5, 68],
      ['Installation de chantier', 'Ens', 1, 900],
      ['Habillage de la salle', 'm²', 12, null],
      ['TOTAL HT', null, null, 9999],
    ],
  },
])

test.use({ expectedErrors: [/400/] })

test('a contractor sends a bill of quantities, puts it right, and sees what reuse covers of it', async ({
  openPageOf,
}) => {
  test.setTimeout(150_000)
  const page = await openPageOf('taker')
  const title = unique('École')

  await test.step('sends a workbook; what was read is shown, nothing is kept', async () => {
    await page.goto(paths.needs())
    await page
      .getByRole('link', { name: t.baskets('title') })
      .first()
      .click()
    await page
      .getByRole('link', { name: t.baskets('new') })
      .first()
      .click()
    await fieldOf(page, t.bill('terms.title')).fill(title)
    await fieldOf(page, t.bill('terms.until')).fill(inDays(60))
    await page
      .getByLabel(t.bill('entry.fileLabel'))
      .setInputFiles({ name: 'dpgf.xlsx', mimeType: 'application/zip', buffer: Buffer.from(WORKBOOK) })
    await press(page, t.bill('entry.read'))
    await expect(page.getByRole('heading', { level: 1, name: t.bill('preview.title') })).toBeVisible()
    await expect(page.getByText(t.bill('fault.unit-lump'))).toBeVisible()
    await expectAccessible(page)
    const read = await downloaded(page, () => page.getByRole('button', { name: tUi('table.csv') }).click())
    expect(read).toContain('Cloison amovible vitrée;40;m²;')
    await expect(page.getByRole('heading', { level: 1, name: t.bill('preview.title') })).toBeVisible()
  })

  await test.step('a line that is wrong keeps it from being kept; left out, it does not', async () => {
    await press(page, t.bill('preview.keep'))
    await expect(page.getByRole('alert')).toContainText(t.bill('preview.faults'))
    await page.getByLabel(t.bill('line.leave')).check()
    await press(page, t.bill('preview.keep'))
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByText(t.baskets('kept'))).toBeVisible()
  })

  await test.step('reads what is covered, by which lots, and what remains', async () => {
    const line = page.getByRole('row', { name: /^2 Parquet chêne/ })
    await expect(line).toContainText('60,5')
    await expect(page.getByRole('row', { name: /^3 Habillage de la salle/ })).toContainText(
      t.baskets('toSpecify'),
    )
    await expectAccessible(page)
  })

  await test.step('says the material that the wording did not', async () => {
    await page.getByRole('link', { name: t.baskets('specify') }).click()
    await fieldOf(page, t.bill('line.material')).first().selectOption('partition-board')
    await press(page, t.bill('edit.submit'))
    await expect(page.getByText(t.baskets('changed'))).toBeVisible()
    await expect(page.getByText(t.baskets('toSpecify'))).toHaveCount(0)
  })

  await test.step('takes the figures away, and a lot into a reservation with its quantity', async () => {
    const csv = await downloadedCsv(page, page.locator(`a[href$="/lignes.csv"]`))
    expect(csv).toHaveLength(3)
    await page
      .getByRole('link', { name: /^Réserver .* du lot GIS-/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1, name: t.reservations('new.title') })).toBeVisible()
    await expect(page).toHaveURL(/quantite=/)
  })

  await test.step('finds it in the list, and deletes it after a second look', async () => {
    await page.goto(paths.baskets())
    await page.getByRole('link', { name: title }).click()
    await page.getByText(t.baskets('delete'), { exact: true }).click()
    await press(page, t.baskets('deleteConfirmed'))
    await expect(page.getByText(t.baskets('deleted'))).toBeVisible()
    await expect(page.getByRole('link', { name: title })).toHaveCount(0)
  })
})

test.describe('without JavaScript, on a phone', () => {
  test.use({ javaScriptEnabled: false })

  test('lines are typed, read and kept', async ({ openPageOf }) => {
    const page = await openPageOf('taker')
    const title = unique('Atelier')
    await page.goto(paths.newBasket())
    await fieldOf(page, t.bill('terms.title')).fill(title)
    await fieldOf(page, t.bill('terms.from')).fill(TODAY)
    await page.getByText(t.bill('entry.type'), { exact: true }).click()
    await press(page, t.bill('entry.more'))
    const line = page.getByRole('group', { name: t.bill('line.number', { number: 7 }), exact: true })
    await line.getByLabel(t.bill('line.label')).fill('Portes coupe-feu')
    await line.getByLabel(t.bill('line.quantity')).fill('3')
    await line.getByLabel(t.bill('line.unit')).selectOption('u')
    await press(page, t.bill('entry.read'))
    await press(page, t.bill('preview.keep'))
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByRole('row', { name: /^1 Portes coupe-feu/ })).toBeVisible()
  })
})

test('the team sees what a vocabulary would change, downloads it, and changes nothing before it says so', async ({
  openPageOf,
}) => {
  const page = await openPageOf('admin')
  await page.goto(paths.vocabularyImport())
  await page.getByLabel(tWords('import.file')).setInputFiles({
    name: 'mots.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Mots;Sorte\nbidule, truc muche;quincaillerie\n'),
  })
  await page.getByRole('button', { name: tWords('import.preview') }).click()
  await expect(page.getByText(tWords('import.previewLead'))).toBeVisible()
  await expect(page.getByRole('row', { name: /bidule, truc muche/ })).toBeVisible()
  await expectAccessible(page)
  const changes = await downloaded(page, () => page.getByRole('button', { name: tUi('table.csv') }).click())
  expect(changes).toContain(`${tWords('import.added')};bidule, truc muche;quincaillerie;;`)
  // What the file does not name any more, with what it said.
  expect(changes).toMatch(new RegExp(`^${tWords('import.removed')};[^;]+, [^;]+;`, 'm'))
  await page.goto(paths.vocabulary('?mot=bidule'))
  await expect(page.getByRole('row', { name: /truc muche/ })).toHaveCount(0)
})
