import { paths } from '~/core/paths'
import { aiEnergy } from '~/messages/ai-energy'
import { aiFigures } from '~/messages/ai-figures'
import { aiSettings } from '~/messages/ai-settings'
import { aiUse } from '~/messages/ai-use'
import { translator } from '~/messages/catalogue'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { press, wordsOf } from './support/words'

const t = wordsOf('fr')
const tUse = translator('fr', aiUse)
const tFigures = translator('fr', aiFigures)
const tEnergy = translator('fr', aiEnergy)
const tSettings = translator('fr', aiSettings)

test('a visitor reads how AI is used: the answer first, the same figures as the JSON', async ({ page }) => {
  await page.goto('/')
  const footer = page.getByRole('navigation', { name: t.common('shell.footerNav') })
  await footer.getByRole('link', { name: t.common('footer.ai') }).click()
  await expect(page.getByRole('heading', { level: 1, name: tUse('title') })).toBeVisible()
  const told = (await (await page.request.get(paths.aiUseJson())).json()) as {
    inService: boolean
    model: { metrics: { top1: number; top3: number }; confusion?: object; version: string }
  }
  expect(told.inService).toBe(true)
  const { top1, top3 } = told.model.metrics
  const times = (share: number) => Math.round(share * 100)
  const main = page.getByRole('main')
  await expect(main).toContainText(tUse('answer.right', { top1: times(top1), top3: times(top3) }))
  await expect(main).toContainText(told.model.version)
  const picture = page.getByRole('img', { name: tFigures('confusion.picture') })
  await expect(picture).toHaveCount(told.model.confusion ? 1 : 0)
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 360, height: 740 })
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('an organisation refuses the analysis of its photos, then accepts it again', async ({ page }) => {
    await signInAs(page, 'giver')
    await page.goto(paths.organisation())
    const photos = page.getByRole('region', { name: t.organisation('photos.title') })
    const box = photos.getByLabel(t.organisation('photos.refuse'))
    await box.check()
    await photos.getByRole('button', { name: t.organisation('photos.submit'), exact: true }).click()
    await expect(page.getByText(t.organisation('saved.sans-analyse'))).toBeVisible()
    await expect(box).toBeChecked()
    await page.goto(paths.aiUse())
    await expect(page.getByText(tEnergy('stop.count', { count: 1 }))).toBeVisible()
    await page.goto(paths.organisation())
    await box.uncheck()
    await photos.getByRole('button', { name: t.organisation('photos.submit'), exact: true }).click()
    await expect(page.getByText(t.organisation('saved.analyse'))).toBeVisible()
  })

  test('the team of the Métropole switches the analysis off for all, and on again', async ({ page }) => {
    await signInAs(page, 'admin')
    await page.goto(paths.aiSettings())
    await page.getByText(tSettings('off'), { exact: true }).click()
    await press(page, tSettings('submit'))
    await expect(page.getByText(tSettings('saved'))).toBeVisible()
    await page.goto(paths.aiUse())
    await expect(page.getByText(tUse('off.title'))).toBeVisible()
    await page.goto(paths.aiSettings())
    await page.getByText(tSettings('on'), { exact: true }).click()
    await press(page, tSettings('submit'))
    await page.goto(paths.aiUse())
    await expect(page.getByText(tUse('on'))).toBeVisible()
  })
})

test.describe('a figure that cannot be', () => {
  test.use({ expectedErrors: [/400/] })

  test('is refused at its field, with the answers kept and nothing changed', async ({ page }) => {
    await signInAs(page, 'admin')
    await page.goto(paths.aiSettings())
    const pue = page.getByRole('group', { name: tSettings('pue') }).getByLabel(tSettings('value'))
    await pue.fill('0,5')
    await press(page, tSettings('submit'))
    await expect(pue).toHaveAttribute('aria-invalid', 'true')
    await expect(pue).toHaveValue('0,5')
    await page.goto(paths.aiSettings())
    await expect(pue).toHaveValue('1,58')
  })
})
