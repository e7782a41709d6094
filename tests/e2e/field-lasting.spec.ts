import type { Browser, Page } from '@playwright/test'
import { nowMs } from '~/core/clock'
import { paths } from '~/core/paths'
import { translator } from '~/messages/catalogue'
import { field } from '~/messages/field'
import { fieldPost } from '~/messages/field-post'
import { materials } from '~/messages/materials'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { phoneBehindNetwork, type Network } from './support/network'
import { plainPhoto } from './support/photo-files'

const t = translator('fr', field)
const tPost = translator('fr', fieldPost)
const tMaterial = translator('fr', materials)
const DOOR = tMaterial('type.door.name')
const DAY_MS = 86_400_000

async function openOnSite(browser: Browser): Promise<Network & { page: Page }> {
  const network = await phoneBehindNetwork(browser)
  const page = await network.context.newPage()
  await signInAs(page, 'giver')
  await page.goto(paths.field())
  await expect(page.getByText(t('outbox.empty'))).toBeVisible()
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  return { ...network, page }
}

/** Begins a lot of doors from its photo. */
async function begin(page: Page): Promise<void> {
  await page.getByLabel(t('home.photograph')).setInputFiles(await plainPhoto('porte.jpg'))
  await page.getByRole('radio', { name: DOOR }).first().click()
}

/** Opens the draft of doors again from the list, and sees its photo and its answer. */
async function expectDraft(page: Page): Promise<void> {
  await page.goto(paths.field('?ecran=brouillons'))
  await page.getByRole('link', { name: t('drafts.resumeOf', { name: DOOR }) }).click()
  await expect(page.getByRole('radio', { name: DOOR }).first()).toBeChecked()
  await expect(page.locator('main img[src^="blob:"]').first()).toBeVisible()
}

test.describe('what is written on site lasts', () => {
  test.setTimeout(180_000)

  test('through a new version of the page, which comes when a person asks for it', async ({ browser }) => {
    const phone = await openOnSite(browser)
    const { page } = phone
    await phone.cut(true)
    await begin(page)
    phone.edit('/sw.js', (script) => `${script}\n// One more version.\n`)
    await phone.cut(false)
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
    await expect(page.getByText(t('version.title'))).toBeVisible()
    await expectAccessible(page)
    // Nothing moves under the finger before it is asked for.
    await expect(page.getByRole('radio', { name: DOOR }).first()).toBeChecked()
    const reloaded = page.waitForEvent('load')
    await page.getByRole('button', { name: t('version.reload') }).click()
    await reloaded
    await expect(page.getByText(t('version.title'))).toBeHidden()
    await expectDraft(page)
    expect(phone.faults).toEqual([])
    await phone.close()
  })

  test('through a tab that the device kills, at the last tap before it', async ({ browser }) => {
    const phone = await openOnSite(browser)
    const { page } = phone
    await phone.cut(true)
    await begin(page)
    const killed = page.waitForEvent('crash')
    // A crash runs none of the page's own endings, unlike a closing.
    void page.goto('chrome://crash').catch(() => undefined)
    await killed
    const again = await phone.context.newPage()
    await expectDraft(again)
    expect(phone.faults).toEqual([])
    await phone.close()
  })

  test('and what has waited for two days says so, and what a browser may do', async ({ browser }) => {
    const phone = await openOnSite(browser)
    const { page } = phone
    await phone.cut(true)
    await begin(page)
    await page
      .getByRole('group', { name: tPost('quantity.presets') })
      .getByRole('button')
      .first()
      .click()
    await page.getByRole('radio', { name: new RegExp(`^${tMaterial('condition.4.name')}`) }).click()
    await page.getByRole('checkbox', { name: new RegExp(tPost('hazard.none')) }).click()
    await page.getByRole('button', { name: tPost('publish') }).click()
    await expect(page.getByRole('heading', { name: tPost('done.queued') })).toBeVisible()
    const later = await phone.context.newPage()
    const readyAtMs = nowMs()
    await later.clock.install({ time: readyAtMs + 2 * DAY_MS - 60_000 })
    await later.goto(paths.field())
    await expect(later.getByText(t('outbox.lots', { count: 1 }))).toBeVisible()
    await expect(later.getByText(t('outbox.lateText'))).toBeHidden()
    await later.clock.fastForward(2 * 60_000)
    await expect(later.getByText(t('outbox.late', { count: 2 }))).toBeVisible()
    await expect(later.getByText(t('outbox.lateText'))).toBeVisible()
    await expectAccessible(later)
    expect(phone.faults).toEqual([])
    await phone.close()
  })
})
