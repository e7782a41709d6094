import type { Locator, Page } from 'playwright'
import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { translator } from '~/messages/catalogue'
import { lots } from '~/messages/lots'
import { lotTerms } from '~/messages/lot-terms'
import { map } from '~/messages/map'
import { materials } from '~/messages/materials'
import { photos } from '~/messages/photos'
import { posting } from '~/messages/posting'
import { postingTerms } from '~/messages/posting-terms'
import { reservations } from '~/messages/reservations'
import { threads } from '~/messages/threads'
import type { Account, Market } from '../market'

/** One visit of someone: what they open, press and send, in the order in which they do. */
export type Visit = {
  page: Page
  origin: string
  market: Market
  account: Account
  picture: Buffer
  /** 0 for the first visit of this person, 1 for the next: each takes another lot. */
  index: number
}

const words = {
  lots: translator('fr', lots),
  lotTerms: translator('fr', lotTerms),
  map: translator('fr', map),
  materials: translator('fr', materials),
  photos: translator('fr', photos),
  posting: translator('fr', posting),
  postingTerms: translator('fr', postingTerms),
  reservations: translator('fr', reservations),
  threads: translator('fr', threads),
}

/** Time that someone looks at what they opened before they go on, ms: scripts, pictures and reports come meanwhile. */
const LOOK_MS = 2500

/** From the first page to two lots: a search by words, a material chosen, each lot opened from the list. */
export async function lookAround({ page, origin, market, index }: Visit): Promise<void> {
  await open(page, origin + paths.home())
  await field(page, words.lots('search.text')).fill(wordsOf(market, index))
  await press(page, words.lots('search.submit'))
  await openLot(page, 0)
  await back(page)
  await page
    .getByRole('navigation', { name: words.lots('search.families') })
    .getByRole('link')
    .first()
    .click()
  await settle(page)
  await openLot(page, 1)
}

/** What links in mails, bookmarks and other sites lead to: a search, a lot, a board, each from outside. */
export async function followLinks({ page, origin, market, index }: Visit): Promise<void> {
  await open(page, `${origin}${paths.lots()}?${new URLSearchParams({ q: wordsOf(market, index) })}`)
  await open(page, origin + paths.lot(market.lots[index]!.id))
  await open(page, origin + paths.commune(market.communes[index]!.code))
}

/** The map of what is offered, brought nearer once. */
export async function lookAtMap({ page, origin }: Visit): Promise<void> {
  await open(page, origin + paths.lots())
  await page.getByRole('main').locator(`a[href^="${paths.lotsMap()}"]`).first().click()
  await settle(page)
  await press(page, words.map('open'))
  const group = page.locator('button.map-marker').first()
  await group.waitFor()
  await group.click()
  await settle(page)
}

/** A commune's board, from the list of communes. */
export async function readBoard({ page, origin, index }: Visit): Promise<void> {
  await open(page, origin + paths.communes())
  const listed = page.getByRole('main').locator(`a[href^="${paths.commune('9')}"]`)
  await listed.nth(index).click()
  await settle(page)
}

/** A contractor: a search, a lot, a part of it asked for, a word to who gives it, the list of what was asked for. */
export async function takeSome({ page, origin, market, account, index }: Visit): Promise<void> {
  const others = market.lots.filter(
    ({ freeMilli, organisationId }) => freeMilli >= 1000 && organisationId !== account.organisationId,
  )
  const { id } = others[index]!
  const title = market.titles[market.lots.findIndex((lot) => lot.id === id)]!
  await open(page, origin + paths.dashboard())
  await open(page, origin + paths.lots())
  await field(page, words.lots('search.text')).fill(title)
  await press(page, words.lots('search.submit'))
  const listed = page
    .getByRole('main')
    .locator(`a[href^="${paths.lot(id)}"]`)
    .first()
  if (await listed.isVisible()) await listed.click()
  else await page.goto(origin + paths.lot(id))
  await settle(page)
  await page
    .getByRole('main')
    .getByRole('link', { name: words.lots('page.reserve'), exact: true })
    .first()
    .click()
  await settle(page)
  await page.getByRole('spinbutton', { name: words.reservations('new.quantity') }).fill('1')
  await page.getByRole('button', { name: words.reservations('new.submit'), exact: true }).click()
  await page.waitForURL(/\/reservations\/[0-9a-f-]{36}/)
  await settle(page)
  await page.getByRole('link', { name: words.threads('write'), exact: true }).click()
  await settle(page)
  await field(page, words.threads('text')).fill('Bonjour, à quelle heure peut-on venir charger ?')
  await press(page, words.threads('send'))
  await open(page, origin + paths.reservations())
}

/** A site manager: their board, their lots, and a new one with a photo. */
export async function giveSome({ page, origin, picture, index }: Visit): Promise<void> {
  await open(page, origin + paths.dashboard())
  await open(page, origin + paths.myLots())
  await open(page, origin + paths.newLot())
  const photo = { name: 'lot.jpg', mimeType: 'image/jpeg', buffer: picture }
  await page.getByLabel(words.photos('choose')).setInputFiles(photo)
  await page.getByText(words.photos('progress', { sent: 1, all: 1 })).waitFor()
  await settle(page)
  await field(page, words.posting('material')).selectOption('door')
  await field(page, words.posting('titleField')).fill(`Portes de bureau ${index}`)
  await field(page, words.posting('quantity')).fill('50')
  await field(page, words.posting('unit')).selectOption('u')
  await field(page, words.posting('until')).fill(addDays(isoDayOf(nowMs()), 40))
  await tick(page, words.materials('condition.3.name'))
  await tick(page, words.postingTerms('noHazard'))
  await tick(page, words.lotTerms('cedingRight.owner'))
  await press(page, words.posting('submit'))
  await page.waitForURL(/\/lots\/[0-9a-f-]{36}/)
  await settle(page)
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await settle(page)
}

async function back(page: Page): Promise<void> {
  await page.goBack()
  await settle(page)
}

async function openLot(page: Page, at: number): Promise<void> {
  await page.getByRole('main').getByRole('article').nth(at).getByRole('heading').getByRole('link').click()
  await settle(page)
}

/** Until nothing comes any more, the time of a look, and a look at what stands further down. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(LOOK_MS)
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2))
  await page.waitForTimeout(LOOK_MS / 5)
  await page.waitForLoadState('networkidle')
}

function named(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[\s\u00a0]+/g, '\\s+')
  return new RegExp(`^\\s*${escaped}(\\s*\\(facultatif\\))?\\s*$`)
}

function field(page: Page, label: string): Locator {
  return page.getByLabel(named(label)).first()
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
  await settle(page)
}

async function tick(page: Page, name: string): Promise<void> {
  const radio = page.getByRole('radio', { name: named(name) })
  await radio.or(page.getByRole('checkbox', { name: named(name) })).check({ force: true })
}

function wordsOf(market: Market, index: number): string {
  return market.titles[index * 7]!.split(/\s+/)[0]!
}
