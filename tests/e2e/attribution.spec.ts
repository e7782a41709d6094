import { translator } from '~/messages/catalogue'
import { attribution } from '~/messages/attribution'
import { publicRules } from '~/messages/public-rules'
import { paths } from '~/core/paths'
import { smallTargets } from './support/display'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { fieldOf, press } from './support/words'

const t = translator('fr', attribution)
const tRules = translator('fr', publicRules)

test.use({ expectedErrors: [/400/], javaScriptEnabled: false })

test('a giver publishes the criteria of a lot, which anyone reads before asking', async ({ page }) => {
  await signInAs(page, 'giver')
  await page.goto(paths.myLots())
  const lot = await page.locator('main a[href^="/lots/0"]').first().getAttribute('href')
  await page.goto(`${lot}/attribution`)
  const place = (number: number) => fieldOf(page, t('page.place', { place: number }))

  await test.step('the same criterion twice is told, and the answers are kept', async () => {
    await place(1).selectOption('association')
    await place(2).selectOption('association')
    await press(page, t('page.save'))
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(place(2)).toHaveValue('association')
  })

  await test.step('an order is published and stands on the lot', async () => {
    await place(2).selectOption('nearest')
    await press(page, t('page.save'))
    await expect(page.getByText(t('page.saved'))).toBeVisible()
    await page.context().clearCookies()
    await page.goto(lot!)
    const shown = page.getByRole('region', { name: t('shown.title') }).getByRole('listitem')
    await expect(shown).toHaveText([t('criterion.association'), t('criterion.nearest')])
  })
})

test('the team of the Métropole sets rules for a day to come and reads answers with their order', async ({
  page,
}) => {
  await signInAs(page, 'admin')
  await page.goto(paths.publicRules())
  await fieldOf(page, tRules('giftCeiling')).fill('250,50')
  await fieldOf(page, tRules('validFrom')).fill('2031-01-01')
  await press(page, tRules('submit'))
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(fieldOf(page, tRules('giftCeiling'))).toHaveValue('250,50')
  await fieldOf(page, tRules('reason')).fill('Nouveau plafond annoncé')
  await press(page, tRules('submit'))
  await expect(page.getByText(tRules('saved'))).toBeVisible()
  await expect(page.getByText(tRules('inForce', { version: 'r0' }))).toBeVisible()
  await expect(page.getByRole('row', { name: /Nouveau plafond annoncé/ })).toContainText('250,50')
  await page.goto(paths.answers('?montrer=refusees'))
  await expect(page.getByRole('row').nth(1)).toContainText(t('page.outcome.refused'))
})

test.describe('in gloves under the sun', () => {
  test.use({ javaScriptEnabled: true })
  test('the grounds of an answer are read and tapped', async ({ page }) => {
    await signInAs(page, 'admin')
    await page.goto(paths.answers('?montrer=refusees'))
    await page.locator('main tbody a').first().click()
    await expect(page.getByRole('heading', { name: t('why.title') })).toBeVisible()
    const answered = page.url()
    for (const address of [answered, paths.publicRules(), paths.answers()]) {
      await page.goto(address)
      await page.setViewportSize({ width: 390, height: 844 })
      await page.evaluate(() => {
        Object.assign(document.documentElement.dataset, { targets: 'large', theme: 'sun' })
      })
      await expectAccessible(page)
      expect.soft(await smallTargets(page, 56), `small targets on ${page.url()}`).toEqual([])
    }
  })
})
