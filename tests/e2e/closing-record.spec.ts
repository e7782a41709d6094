import type { Page } from '@playwright/test'
import { closing } from '~/messages/closing'
import { closingRow } from '~/messages/closing-row'
import { domainErrors } from '~/messages/domain-errors'
import { translator } from '~/messages/catalogue'
import { unique } from './support/acts'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { press } from './support/words'
import { chooseDisplay } from './support/display'

const t = translator('fr', closing)
const tRow = translator('fr', closingRow)

test.use({ expectedErrors: [/400|409/], viewport: { width: 390, height: 844 } })

/** Opens the closing record of the demo giver's finished site. */
async function openRecord(page: Page) {
  await page.goto('/chantiers?etat=ended')
  await page.locator('main h2 a').first().click()
  await page.getByRole('link', { name: t('link'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: t('title') })).toBeVisible()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'on a phone' : 'on a phone, without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a giver accounts for what is left of a finished site', async ({ page }) => {
      test.setTimeout(150_000)
      await signInAs(page, 'giver')
      await openRecord(page)
      await expect(page.getByText(t('notFiled'), { exact: true })).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)

      await test.step('sees that it is not ready, and why', async () => {
        await press(page, t('ready.submit'))
        await expect(page.getByRole('alert')).toContainText('Des écarts restent à expliquer')
      })

      await test.step('opens a row that does not add up', async () => {
        await page.goto(`${new URL(page.url()).pathname}?filtre=a-expliquer`)
        await page
          .getByRole('link', { name: new RegExp(`^${t('complete')} : `) })
          .first()
          .click()
        await expect(page.getByRole('heading', { level: 2, name: tRow('gap.title') })).toBeVisible()
        if (javaScriptEnabled) await expectAccessible(page)
      })

      await test.step('is told what a departure lacks, with the answers kept', async () => {
        await page.getByLabel(tRow('add.outcome')).selectOption('recycled')
        await page.getByLabel(tRow('add.mass')).first().fill('12,5')
        await press(page, tRow('add.submit'))
        await expect(page.getByRole('alert')).toBeVisible()
        await expect(page.getByLabel(tRow('add.mass')).first()).toHaveValue('12,5')
      })

      await test.step('adds it, then takes it out again', async () => {
        await page.getByLabel(tRow('add.operator')).first().fill('Centre de tri du Canal')
        await page.getByLabel(tRow('add.evidence')).first().fill('Ticket 77')
        await press(page, tRow('add.submit'))
        await expect(page.getByText(t('done.sortie'))).toBeVisible()
        await expect(page.getByText('Ticket 77')).toBeVisible()
        await page
          .getByRole('button', { name: /^Retirer : Recyclage, 12,5/ })
          .first()
          .click()
        await expect(page.getByText(t('done.retiree'))).toBeVisible()
      })

      await test.step('explains the difference', async () => {
        await page.getByLabel(tRow('gap.reason')).selectOption('other')
        await press(page, tRow('gap.submit'))
        await expect(page.getByRole('alert')).toBeVisible()
        await page.getByLabel(tRow('gap.note')).fill('Laissé au repreneur du bâtiment')
        await press(page, tRow('gap.submit'))
        await expect(page.getByText(t('done.ecart'))).toBeVisible()
        await expect(page.getByText(tRow('gap.kept', { reason: tRow('gap.reasons.other') }))).toBeVisible()
      })

      await test.step('takes the record along as a table and as a document', async () => {
        const record = new URL(page.url()).pathname.replace(/\/recolement\/.*$/, '/recolement')
        for (const [ending, type] of [
          ['.xlsx', 'spreadsheetml'],
          ['.pdf', 'application/pdf'],
          ['.csv', 'text/csv'],
        ] as const) {
          const reply = await page.request.get(`${record}${ending}`)
          expect(reply.status()).toBe(200)
          expect(reply.headers()['content-type']).toContain(type)
        }
      })
    })
  })
}

test('two people do not overwrite each other', async ({ page, context }) => {
  await signInAs(page, 'giver')
  await openRecord(page)
  const other = await context.newPage()
  await other.goto(page.url())
  const names = unique('Maître d’ouvrage')
  await other.getByLabel(t('record.client')).fill(names)
  await press(other, t('record.submit'))
  await expect(other.getByText(t('done.enregistre'))).toBeVisible()
  await page.getByLabel(t('record.client')).fill('Une autre réponse')
  await press(page, t('record.submit'))
  await expect(page.getByText(domainErrors.fr['edited-meanwhile']).first()).toBeVisible()
  await expect(page.getByLabel(t('record.client'))).toHaveValue('Une autre réponse')
  await other.reload()
  await expect(other.getByLabel(t('record.client'))).toHaveValue(names)
})

test('the record works by keyboard alone', async ({ page }) => {
  await signInAs(page, 'giver')
  await openRecord(page)
  const author = page.getByLabel(t('record.author'))
  await author.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Karim Diallo')
  await page.keyboard.press('Enter')
  await expect(page.getByText(t('done.enregistre'))).toBeVisible()
  await expect(author).toHaveValue('Karim Diallo')
})

for (const theme of ['light', 'dark'] as const) {
  test(`the record and a row are accessible in ${theme}, and do not scroll sideways`, async ({
    page,
    context,
  }) => {
    await signInAs(page, 'giver')
    await chooseDisplay(context, { theme })
    await openRecord(page)
    await expectAccessible(page)
    const widths = () => page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
    const [wide, seen] = await widths()
    expect(wide).toBeLessThanOrEqual(seen!)
    await page
      .getByRole('link', { name: new RegExp(`^${t('complete')} : `) })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 2, name: tRow('handovers.title') })).toBeVisible()
    await expectAccessible(page)
    const [rowWide, rowSeen] = await widths()
    expect(rowWide).toBeLessThanOrEqual(rowSeen!)
  })
}
