import type { Page } from '@playwright/test'
import { paths } from '~/core/paths'
import { alerts } from '~/messages/alerts'
import { translator } from '~/messages/catalogue'
import { deadlines } from '~/messages/deadlines'
import { feeds } from '~/messages/feeds'
import { fillLot, openSite, publishLot, unique } from './support/acts'
import { expect, expectAccessible, test } from './support/fixtures'
import { linkMailedTo } from './support/mails'
import { plainPhoto } from './support/photo-files'
import { fieldOf, press, wordsOf } from './support/words'

const t = wordsOf('fr')
const tAlerts = translator('fr', alerts)
const tDeadlines = translator('fr', deadlines)
const tFeeds = translator('fr', feeds)
const MATERIAL = 'insulation'
const SEARCH = paths.lots() + `?materiau=${MATERIAL}`

/** Publishes a lot that the search finds, with scripts or without, and gives its path. */
async function publish(giver: Page, title: string, isScripted = true): Promise<string> {
  const site = await openSite(giver, t, {
    name: unique('Entrepôt'),
    communeCode: '93048',
    address: '7 rue du Quai',
  })
  const lot = { title, material: MATERIAL, quantity: 40, massKg: 400 } as const
  if (isScripted) return publishLot(giver, t, { site, ...lot })
  await giver.goto(paths.newLot(site.split('/').at(-1)))
  await fieldOf(giver, t.photos('chooseFiles')).setInputFiles(await plainPhoto('isolant.jpg'))
  await press(giver, t.photos('analyse'))
  await fillLot(giver, t, lot)
  await press(giver, t.posting('submit'))
  await expect(giver.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return new URL(giver.url()).pathname
}

/** The link of a page to another, by the words on it. */
const linkOf = (page: Page, name: string) =>
  page.getByRole('main').getByRole('link', { name, exact: true }).first()

test('with an account: a search is kept from its page, tells of a new lot, and is renamed, paused and deleted', async ({
  openPageOf,
}) => {
  test.setTimeout(180_000)
  const [name, title] = [unique('Isolant'), unique('Panneaux de laine de bois')]
  const taker = await openPageOf('taker')
  const giver = await openPageOf('giver')

  await test.step('keeps it', async () => {
    await taker.goto(SEARCH)
    await linkOf(taker, tAlerts('link')).click()
    await expect(taker.getByRole('heading', { level: 1 })).toHaveText(tAlerts('new.title'))
    await expectAccessible(taker)
    await fieldOf(taker, tAlerts('name')).fill(name)
    await taker.getByRole('radio', { name: tAlerts('pace.immediate') }).check({ force: true })
    await press(taker, tAlerts('new.save'))
    await expect(taker.getByText(tAlerts('done.gardee'))).toBeVisible()
    await expect(taker.getByRole('heading', { level: 1, name })).toBeVisible()
    await expectAccessible(taker)
  })

  await test.step('finds the lot that is published then', async () => {
    await publish(giver, title)
    await expect
      .poll(async () => {
        await taker.reload()
        return taker.getByRole('link', { name: title }).count()
      })
      .toBe(1)
    await expectAccessible(taker)
    await press(taker, tAlerts('one.seen'))
    await expect(taker.getByText(tAlerts('done.seen'))).toBeVisible()
    await expect(taker.getByText(tAlerts('one.fresh'), { exact: true })).toHaveCount(0)
  })

  await test.step('renames, pauses and deletes it', async () => {
    await taker.goto(paths.savedSearches())
    await expectAccessible(taker)
    const card = () => taker.getByRole('article', { name: new RegExp(name) })
    await card().getByText(tAlerts('mine.settings'), { exact: true }).click()
    await fieldOf(card(), tAlerts('name')).fill(`${name} bis`)
    await fieldOf(card(), tAlerts('pace.label')).selectOption('weekly')
    await press(card(), tAlerts('mine.save'))
    await expect(taker.getByText(tAlerts('done.change'))).toBeVisible()
    await press(card(), tAlerts('mine.pauseOf', { name: `${name} bis` }))
    await expect(card()).toContainText(tAlerts('mine.paused'))
    await taker.goto(paths.savedSearches())
    await card().getByText(tAlerts('mine.settings'), { exact: true }).click()
    await press(card(), tAlerts('mine.deleteOf', { name: `${name} bis` }))
    await expect(taker.getByText(tAlerts('done.delete'))).toBeVisible()
    await expect(card()).toHaveCount(0)
  })
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(`without an account, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test.use({ javaScriptEnabled })

    test('an address agrees by its mail, is told, stops, and is erased', async ({ page, openPageOf }) => {
      test.setTimeout(180_000)
      const email = `${unique('voisine').replaceAll(' ', '')}@exemple.fr`
      const title = unique('Rouleaux de chanvre')
      await page.goto(SEARCH)
      await linkOf(page, tAlerts('link')).click()
      if (javaScriptEnabled) await expectAccessible(page)
      await fieldOf(page, tAlerts('new.email')).fill(email)
      await page.getByRole('radio', { name: tAlerts('pace.immediate') }).check({ force: true })
      await press(page, tAlerts('new.ask'))
      await expect(page.getByText(tAlerts('sent.title'))).toBeVisible()

      const confirm = await linkMailedTo(email, /\/alertes\/confirmer\/[\w.-]+/)
      await page.goto(confirm)
      await expect(page.getByText(email)).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      await press(page, tAlerts('confirm.submit'))
      await expect(page.getByText(tAlerts('done.confirmee'))).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)

      const lot = await publish(await openPageOf('giver'), title, javaScriptEnabled)
      await linkMailedTo(email, new RegExp(lot))
      const stop = await linkMailedTo(email, /\/alertes\/fin\/[\w.-]+/)
      await page.goto(stop)
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('button', { name: /^Arrêter/ }).click()
      await expect(page.getByText(/^C’est fait/).first()).toBeVisible()

      await page.goto(await linkMailedTo(email, /\/alertes\/gerer\/[\w.-]+/))
      await expect(page.getByText(tAlerts('mine.paused'), { exact: true })).toBeVisible()
      await press(page, tAlerts('manage.erase'))
      await expect(page.getByText(tAlerts('manage.erased'))).toBeVisible()
    })
  })
}

test('a search is followed in other tools, and finds nothing offers to be alerted', async ({ page }) => {
  await page.goto(SEARCH)
  await expect(page.locator('link[rel=alternate][type="application/atom+xml"]')).toHaveAttribute(
    'href',
    paths.lotsAtom(`?materiau=${MATERIAL}`),
  )
  await page.getByText(tFeeds('follow')).click()
  for (const format of ['atom', 'rss', 'geojson', 'ics'] as const) {
    const href = await linkOf(page, tFeeds(format)).getAttribute('href')
    const answer = await page.request.get(href!)
    expect(answer.status(), format).toBe(200)
    const again = await page.request.get(href!, { headers: { 'If-None-Match': answer.headers().etag! } })
    expect(again.status(), format).toBe(304)
  }
  await expectAccessible(page)
  const feed = await (await page.request.get(paths.lotsAtom())).text()
  // Pages of the product let no script read mark-up from text (Trusted Types): an empty one does.
  const blank = await page.context().newPage()
  const problem = await blank.evaluate((xml) => {
    const read = new DOMParser().parseFromString(xml, 'application/xml')
    return read.querySelector('parsererror')?.textContent ?? null
  }, feed)
  expect(problem).toBeNull()
  await blank.close()
  await page.goto(`${paths.lots()}?q=introuvable`)
  await page
    .getByRole('main')
    .getByRole('link', { name: tAlerts('link') })
    .last()
    .click()
  await expect(page.getByRole('listitem').filter({ hasText: /^«\u00a0introuvable\u00a0»$/ })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(tAlerts('new.title'))
})

test('the dates of an organisation are in a private calendar, whose link changes and ends', async ({
  openPageOf,
}) => {
  const taker = await openPageOf('taker')
  await taker.goto(paths.savedSearches())
  await linkOf(taker, tAlerts('mine.deadlines')).click()
  await expect(taker.getByRole('heading', { level: 1 })).toHaveText(tDeadlines('title'))
  await press(taker, tDeadlines('calendar.make'))
  const address = fieldOf(taker, tDeadlines('calendar.link'))
  const first = new URL(await address.inputValue()).pathname
  await expectAccessible(taker)
  const answer = await taker.request.get(first)
  expect(await answer.text()).toContain('BEGIN:VCALENDAR')
  await press(taker, tDeadlines('calendar.renew'))
  await expect(taker.getByText(tDeadlines('done.renew'))).toBeVisible()
  expect((await taker.request.get(first)).status()).toBe(404)
  expect((await taker.request.get(new URL(await address.inputValue()).pathname)).status()).toBe(200)
  await press(taker, tDeadlines('calendar.end'))
  await expect(taker.getByText(tDeadlines('done.end'))).toBeVisible()
})
