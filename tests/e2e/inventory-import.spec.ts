import { paths } from '~/core/paths'
import { importColumns } from '~/messages/import-columns'
import { importRows } from '~/messages/import-rows'
import { importRun } from '~/messages/import-run'
import { imports } from '~/messages/imports'
import { translator } from '~/messages/catalogue'
import { openSite, unique } from './support/acts'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { fieldOf, press, wordsOf } from './support/words'

const t = wordsOf('fr')
const tImports = translator('fr', imports)
const tColumns = translator('fr', importColumns)
const tRows = translator('fr', importRows)
const tRun = translator('fr', importRun)

const CSV = [
  'Produit;Quantité;Unité;Masse (kg);Réemployable;Localisation;Code déchet',
  'Cloison amovible vitrée;48;m²;1680;80 %;R+2;',
  'Bloc-porte coupe-feu;12 unités;;720;oui;R+1;',
  'Modèle Aria 200;14;u;84;oui;R+2;',
  'Radiateur fonte;1;ens;540;oui;RDC;',
  'Gravats de béton;;;12500;;;17 01 01',
].join('\n')

test.use({ expectedErrors: [/400/, /409/], viewport: { width: 390, height: 844 } })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'on a phone' : 'on a phone, without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a giver sends a table, puts it right, imports it, and takes it back', async ({ page }) => {
      test.setTimeout(150_000)
      await signInAs(page, 'giver')
      const site = await openSite(page, t, {
        ...{ name: unique('École importée'), communeCode: '93048', address: '3 rue du Tableau' },
      })

      await test.step('sends the table, and sees what its columns are taken for', async () => {
        await page.getByRole('link', { name: t.inventory('import') }).click()
        await expect(page.getByRole('heading', { level: 1, name: tImports('title') })).toBeVisible()
        if (javaScriptEnabled) await expectAccessible(page)
        await page
          .getByLabel(tImports('send.file'))
          .setInputFiles({ name: 'diagnostic.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) })
        await press(page, tImports('send.submit'))
        await expect(page.getByRole('heading', { level: 1, name: tColumns('title') })).toBeVisible()
        await expect(page.getByLabel(tColumns('what', { letter: 'A' }))).toHaveValue('product')
        await expect(page.getByLabel(tColumns('what', { letter: 'E' }))).toHaveValue('reusable')
        if (javaScriptEnabled) await expectAccessible(page)
        await press(page, tColumns('submit'))
      })

      await test.step('puts right what could not be read', async () => {
        await expect(page.getByText(tRun('faulty', { count: 2 }))).toBeVisible()
        if (javaScriptEnabled) await expectAccessible(page)
        await page.getByRole('link', { name: tRun('faultyGo') }).click()
        if (javaScriptEnabled) await expectAccessible(page)
        await page
          .getByLabel(tRows('wordingRows', { wording: 'Modèle Aria 200', count: 1 }))
          .selectOption('electrical')
        await press(page, tRows('wordingsSave'))
        await expect(page.getByText(tRows('saved'))).toBeVisible()
        const row = page.getByRole('group', { name: tRows('number', { row: 5 }) })
        await expect(row.getByText(tRows('fault.unit-lump'))).toBeVisible()
        await fieldOf(row, tRows('quantity')).fill('9')
        await fieldOf(row, tRows('unit')).selectOption('u')
        await press(page, tRows('save'))
        await expect(page.getByText(tRows('emptyFaulty'))).toBeVisible()
        await page.getByRole('link', { name: tRows('next') }).click()
      })

      await test.step('imports it, and finds its lines in the inventory', async () => {
        await press(page, tRun('submit'))
        await expect(page.getByRole('heading', { level: 1, name: tRun('done') })).toBeVisible({
          timeout: 30_000,
        })
        if (javaScriptEnabled) await expectAccessible(page)
        await page.getByRole('link', { name: tRun('toSite') }).click()
        await expect(page.getByRole('row', { name: /Bloc-porte coupe-feu/ })).toContainText('12')
        await expect(page.getByText(t.inventory('waste.title', { count: 1 }))).toBeVisible()
        if (javaScriptEnabled) await expectAccessible(page)
      })

      await test.step('takes it back', async () => {
        await page.goto(paths.importInventory(site.split('/').at(-1)!))
        await page.getByRole('link', { name: 'diagnostic.csv' }).click()
        await page.getByText(tRun('undo'), { exact: true }).click()
        await press(page, tRun('undoConfirmed'))
        await expect(page.getByRole('heading', { level: 1, name: tRun('undone') })).toBeVisible()
        await page.goto(site)
        await expect(page.getByText('Bloc-porte coupe-feu')).toHaveCount(0)
      })
    })
  })
}
