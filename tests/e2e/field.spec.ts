import type { Browser, Page } from '@playwright/test'
import { paths } from '~/core/paths'
import { field } from '~/messages/field'
import { fieldWork } from '~/messages/field-work'
import { fieldPost } from '~/messages/field-post'
import { materials } from '~/messages/materials'
import { offline } from '~/messages/offline'
import { translator } from '~/messages/catalogue'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { phoneBehindNetwork, type Network } from './support/network'
import { plainPhoto } from './support/photo-files'

const t = translator('fr', field)
const tWork = translator('fr', fieldWork)
const tPost = translator('fr', fieldPost)
const tMaterial = translator('fr', materials)
const tOffline = translator('fr', offline)
const DOOR = tMaterial('type.door.name')

/** A phone whose screens on site are kept, signed in as the giver. */
async function openOnSite(browser: Browser): Promise<Network & { page: Page }> {
  const network = await phoneBehindNetwork(browser)
  const page = await network.context.newPage()
  await signInAs(page, 'giver')
  await page.goto(paths.field())
  await expect(page.getByText(t('outbox.empty'))).toBeVisible()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect(page.getByText(t('home.lots'), { exact: true })).toBeVisible()
  return { ...network, page }
}

/** Answers a lot of doors from its photo to «Publier», and says in how many taps. */
async function postDoors(page: Page): Promise<number> {
  let taps = 0
  const tap = async (name: string | RegExp, role: 'radio' | 'checkbox' | 'button' = 'radio') => {
    await page.getByRole(role, { name }).first().click()
    taps += 1
  }
  await page.getByLabel(t('home.photograph')).setInputFiles(await plainPhoto('porte.jpg'))
  taps += 1
  await expect(page.getByRole('heading', { name: tPost('section.material') })).toBeVisible()
  const door = page.getByRole('radio', { name: DOOR }).first()
  // The model may offer other chips first; then all materials are one tap away. They open by themselves where it offers none.
  const toGrid = page.getByRole('button', {
    name: new RegExp(`^(${tPost('material.other')}|${tPost('material.choose')})$`),
  })
  await expect(async () => {
    if (await door.isVisible()) return
    await toGrid.click({ timeout: 2000 })
    taps += 1
    await expect(door).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 30_000 })
  await tap(DOOR)
  await page
    .getByRole('group', { name: tPost('quantity.presets') })
    .getByRole('button')
    .first()
    .click()
  taps += 1
  await tap(new RegExp(`^${tMaterial('condition.4.name')}`))
  await tap(new RegExp(tPost('hazard.none')), 'checkbox')
  await tap(tPost('publish'), 'button')
  return taps
}

const referenceOf = async (page: Page): Promise<string> =>
  (await page.locator('.reference').first().innerText()).trim()

/** How many of one's own lots are called so on the server. */
async function lotsNamed(page: Page, reference: string): Promise<number> {
  const reply = await page.request.get(paths.myLotsCsv('en-ligne'))
  return (await reply.text()).split('\r\n').filter((line) => line.includes(reference)).length
}

test.describe('on site, with the network', () => {
  test('a lot is posted in at most eight taps, without typing', async ({ browser }) => {
    const phone = await openOnSite(browser)
    const { page } = phone
    await expectAccessible(page)
    const taps = await postDoors(page)
    await expect(page.getByRole('heading', { name: tPost('done.sent') })).toBeVisible()
    expect(taps).toBeLessThanOrEqual(8)
    expect(await lotsNamed(page, await referenceOf(page))).toBe(1)
    await expectAccessible(page)
    expect(phone.faults).toEqual([])
    await phone.close()
  })
})

test.describe('on site, without the network', () => {
  test.setTimeout(180_000)

  test('a lot is written, survives the closing of its page, waits, and leaves once the network is back', async ({
    browser,
  }) => {
    const phone = await openOnSite(browser)
    await phone.cut(true)
    await phone.page.close()
    const cold = await phone.context.newPage()
    await cold.goto(paths.field())
    await expect(cold.getByText(t('frame.offline'))).toBeVisible()
    await cold.getByLabel(t('home.photograph')).setInputFiles(await plainPhoto('porte.jpg'))
    await cold.getByRole('radio', { name: DOOR }).first().click()
    await cold.close()

    const again = await phone.context.newPage()
    await again.goto(paths.field('?ecran=brouillons'))
    await again.getByRole('link', { name: t('drafts.resumeOf', { name: DOOR }) }).click()
    await expect(again.getByRole('radio', { name: DOOR }).first()).toBeChecked()
    await again
      .getByRole('group', { name: tPost('quantity.presets') })
      .getByRole('button')
      .first()
      .click()
    await again.getByRole('radio', { name: new RegExp(`^${tMaterial('condition.4.name')}`) }).click()
    await again.getByRole('checkbox', { name: new RegExp(tPost('hazard.none')) }).click()
    await again.getByRole('button', { name: tPost('publish') }).click()
    await expect(again.getByRole('heading', { name: tPost('done.queued') })).toBeVisible()
    const what = `${t('outbox.photos', { count: 1 })} ${t('outbox.and')} ${t('outbox.lots', { count: 1 })}`
    await expect(again.getByText(t('outbox.remains', { what, count: 2 }))).toBeVisible()
    await expectAccessible(again)

    await again.goto(paths.lots())
    await expect(again.getByRole('heading', { level: 1 })).toHaveText(tOffline('title'))
    await again.getByRole('link', { name: tOffline('open') }).click()
    await phone.cut(false)
    await expect(again.getByText(t('outbox.empty'))).toBeVisible({ timeout: 40_000 })
    await again.goto(paths.field('?ecran=brouillons'))
    const sent = await again.getByText(/^Publié\s:\sGIS-/).innerText()
    expect(await lotsNamed(again, /GIS-\w+/.exec(sent)![0])).toBe(1)
    expect(phone.faults).toEqual([])
    await phone.close()
  })

  test('what a torn network swallows is sent again and never twice, from two tabs at once', async ({
    browser,
  }) => {
    const phone = await openOnSite(browser)
    const { page } = phone
    const other = await phone.context.newPage()
    await other.goto(paths.field())
    let posts = 0
    // Every second sending is lost on the way, some before they reach the server.
    phone.gate(({ method }) => method !== 'POST' || (posts += 1) % 2 === 0)
    await postDoors(page)
    await expect(page.getByRole('heading', { name: tPost('done.sent') })).toBeVisible({ timeout: 60_000 })
    expect(posts).toBeGreaterThan(2)
    await expect(other.getByText(t('outbox.empty'))).toBeVisible({ timeout: 30_000 })
    expect(await lotsNamed(page, await referenceOf(page))).toBe(1)
    expect(phone.faults).toEqual([])
    await phone.close()
  })

  test('a session that ended loses nothing: after signing in again the lot leaves by itself', async ({
    browser,
  }) => {
    const phone = await openOnSite(browser)
    const { page } = phone
    await phone.context.clearCookies({ name: 'gisement' })
    await postDoors(page)
    await expect(page.getByText(t('session.title'))).toBeVisible({ timeout: 30_000 })
    await signInAs(page, 'giver')
    await page.goto(paths.field())
    await expect(page.getByText(t('outbox.empty'))).toBeVisible({ timeout: 40_000 })
    await phone.close()
  })

  test('ASVS 14.3.1: signing out warns of what is not sent, and then leaves nothing behind', async ({
    browser,
  }) => {
    const phone = await openOnSite(browser)
    const { page } = phone
    await page.getByLabel(t('home.photograph')).setInputFiles(await plainPhoto('porte.jpg'))
    await expect(page.getByRole('heading', { name: tPost('section.material') })).toBeVisible()
    await page.goto(paths.field('?ecran=deconnexion'))
    await expect(page.getByText(tWork('leave.warn', { count: 1 }))).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: tWork('leave.erase', { count: 1 }) }).click()
    await page.waitForURL((url) => url.pathname === paths.home())
    const left = await page.evaluate(async () => ({
      kept: Object.keys(localStorage).filter((key) => key.startsWith('gisement')),
      caches: await caches.keys(),
    }))
    expect(left).toEqual({ kept: [], caches: [] })
    await page.goto(paths.field())
    await expect(page.getByText(t('unknown.title'))).toBeVisible()
    await phone.close()
  })
})
