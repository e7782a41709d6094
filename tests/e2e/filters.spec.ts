import type { Locator, Page } from '@playwright/test'
import { paths } from '~/core/paths'
import { expect, expectAccessible, test } from './support/fixtures'
import { fieldOf, wordsOf } from './support/words'

const t = wordsOf('fr')
const formOf = (page: Page): Locator => page.getByRole('main').getByRole('search')
const moreOf = (page: Page): Locator => formOf(page).getByText(t.search('more'), { exact: false }).first()
const titleOf = (page: Page): Locator => page.locator('#results')

/** The figure in a text such as «Aménagement intérieur (23)» or «Voir 23 lots». */
const figureIn = (text: string): number => Number(/\d+/.exec(text.replace(/\s/g, ' '))?.[0])

async function labelOf(select: Locator, value: string): Promise<string> {
  return (await select.locator(`option[value="${value}"]`).textContent()) ?? ''
}

test('a choice says how many lots it finds, the button says it before it is pressed, and going back undoes it', async ({
  page,
}) => {
  await page.goto(paths.lots())
  await moreOf(page).click()
  const form = formOf(page)
  const family = fieldOf(form, t.search('field.family'))
  const promised = figureIn(await labelOf(family, 'fit-out'))
  expect(promised).toBeGreaterThan(0)
  await family.selectOption('fit-out')
  const button = form.getByRole('button', { name: t.lots('search.show', { count: promised }) })
  await expect(button).toBeVisible()
  await expect(
    form.getByRole('status').filter({ hasText: t.lots('search.show', { count: promised }) }),
  ).toHaveCount(1)

  const free = form.getByRole('checkbox', { name: t.search('field.gift') })
  await free.check()
  await expect(button).toBeHidden()
  await expect(form.getByRole('button', { name: /\d/ })).toBeVisible()
  const found = figureIn(await form.getByRole('button', { name: /\d/ }).innerText())
  expect(found).toBeLessThan(promised)
  await expectAccessible(page)
  await form.getByRole('button', { name: /\d/ }).click()
  await expect(page).toHaveURL(/famille=fit-out&don=oui|don=oui.*famille=fit-out/)
  await expect(titleOf(page)).toContainText(t.common('count.lots', { count: found }))

  await page.goBack()
  await expect(page).toHaveURL(/\/lots$/)
  await expect(fieldOf(formOf(page), t.search('field.family'))).toHaveValue('')
  await page.goForward()
  await expect(fieldOf(formOf(page), t.search('field.family'))).toHaveValue('fit-out')
})

test('own sites are a tap away as the place to search around', async ({ openPageOf }) => {
  const page = await openPageOf('taker')
  await page.goto(paths.lots())
  const nearby = page.getByRole('navigation', { name: t.lots('search.aroundSites') })
  await nearby.getByRole('link').first().click()
  await expect(page).toHaveURL(/commune=\d{5}&rayon=10/)
  expect(page.url()).not.toContain('chantier')
  await expect(nearby.locator('[aria-current=true]').first()).toBeVisible()
  await expectAccessible(page)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('every filter works, each choice with its count', async ({ page }) => {
    await page.goto(paths.lots())
    await moreOf(page).click()
    const form = formOf(page)
    const trip = fieldOf(form, t.search('field.trip'))
    const promised = figureIn((await labelOf(trip, 'van')).split('(').at(-1) ?? '')
    await trip.selectOption('van')
    await form.getByRole('button', { name: t.lots('search.submit') }).click()
    await expect(page).toHaveURL(/trajet=van/)
    await expect(titleOf(page)).toContainText(t.common('count.lots', { count: promised }))
    await expect(page.getByRole('link', { name: new RegExp(t.search('chip.trip.van')) })).toBeVisible()
  })

  test('a price that is none is named, and the rest still searches', async ({ page }) => {
    await page.goto(`${paths.lots()}?prix=beaucoup&don=oui`)
    await expect(page.getByText(t.search('ignored'))).toBeVisible()
    await expect(fieldOf(formOf(page), t.search('field.price'))).toHaveValue('beaucoup')
    await expect(formOf(page).getByRole('checkbox', { name: t.search('field.gift') })).toBeChecked()
  })
})
