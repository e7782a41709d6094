import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Locator, Page } from '@playwright/test'
import { formatter } from '~/core/format'
import { paths } from '~/core/paths'
import { board } from '~/messages/board'
import { boardRows } from '~/messages/board-rows'
import { translator } from '~/messages/catalogue'
import { interfaceTexts } from '~/messages/interface'
import { ledger } from '~/messages/ledger'
import { TODAY } from './support/acts'
import { downloadedCsv, sumOf, type CsvRows } from './support/csv'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { unfold, wordsOf } from './support/words'

const t = wordsOf('fr')
const tBoard = translator('fr', board)
const tRows = translator('fr', boardRows)
const tLedger = translator('fr', ledger)
const tInterface = translator('fr', interfaceTexts)
const format = formatter('fr')
const year = Number(TODAY.slice(0, 4))
const MASS = t.communes('csv.massKg')
const COMMUNE = { slug: '93048', name: 'Montreuil' }
/** A commune of the demo whose sites have no survey. */
const UNSURVEYED = { slug: '93006', name: 'Bagnolet' }
const METROPOLE = { slug: 'metropole', name: 'Métropole du Grand Paris' }
const TERRITORY = { slug: 'est-ensemble', name: 'Est Ensemble' }

const fileOf = (part: Locator) => part.getByRole('link', { name: /\(CSV\)/ })
const main = (page: Page) => page.getByRole('main')

/** Asks for a quarter as people do: the address says what is shown. */
async function askForQuarter(page: Page, quarter: number): Promise<void> {
  const form = page.getByRole('form', { name: tBoard('period.title') })
  await form.getByLabel(tBoard('period.yearField')).selectOption(String(year))
  await form.getByLabel(tBoard('period.quarterField')).selectOption(String(quarter))
  await form.getByRole('button', { name: tBoard('period.show') }).click()
  await expect(page).toHaveURL(new RegExp(`annee=${year}&trimestre=${quarter}`))
}

type Place = { slug: string; name: string }
type ListSaid = { rows: CsvRows; massG: number }

/** What a list of handovers says is what its file adds up to. */
async function readList(page: Page, place: Place): Promise<ListSaid> {
  await expect(page).toHaveURL(new RegExp(`${place.slug}/remises`))
  await expect(page.getByRole('heading', { level: 1 })).toContainText(place.name)
  // The address changes before the page does: the board has no such line, and other files.
  await expect(page.getByRole('status').filter({ hasText: /remise/ })).toBeVisible()
  const rows = await downloadedCsv(page, fileOf(main(page)).last())
  const massG = sumOf(rows, MASS) * 1000
  const said = t.communeFigures('list.count', { count: rows.length, mass: format.mass(massG) })
  await expect(page.getByRole('status').filter({ hasText: /remise/ })).toHaveText(said)
  return { rows, massG }
}

/** Follows a figure to its handovers. */
async function listOf(page: Page, place: Place, scope: 'list.annee' | 'list.taux'): Promise<ListSaid> {
  await page.getByRole('link', { name: new RegExp(`${t.communeFigures(scope)}$`) }).click()
  return readList(page, place)
}

/** From the first row of a list to what proves it: both signatures and the photos. */
async function followToProof(page: Page): Promise<void> {
  await main(page).getByRole('table').getByRole('rowheader').first().getByRole('link').click()
  await expect(page).toHaveURL(/\/remises\/[0-9a-f-]{36}/)
  const signatures = page.getByRole('region', { name: tLedger('entry.signatures') })
  await expect(signatures.getByRole('listitem')).toHaveCount(2)
  const photos = page.getByRole('region', { name: tLedger('entry.photos') })
  await expect(photos.getByRole('img').first()).toBeVisible()
  await page.goBack()
}

/** Opens the table of a drawing, as one does who reads figures. */
async function tableOf(page: Page, title: RegExp): Promise<Locator> {
  const figure = page.getByRole('figure', { name: title })
  await unfold(figure, tInterface('chart.table'))
  return figure.getByRole('table')
}

/** A month of the board, then one family of it: each opens a list that weighs what the cell says. */
async function followMonth(page: Page, place: Place): Promise<void> {
  const board = page.url()
  const months = await tableOf(page, /ont remis/)
  const row = months
    .getByRole('row')
    .filter({ has: page.getByRole('cell').getByRole('link') })
    .first()
  const family = row.getByRole('cell').getByRole('link').first()
  const said = await family.innerText()
  const month = row.getByRole('rowheader').getByRole('link')
  const href = (await month.getAttribute('href'))!
  await family.click()
  await expect(page).toHaveURL(/mois=\d+&(famille|hors)=/)
  const { rows, massG } = await readList(page, place)
  expect(format.mass(massG)).toBe(said)
  await page.goto(href)
  expect((await readList(page, place)).rows.length).toBeGreaterThanOrEqual(rows.length)
  await page.goto(board)
}

/** A ribbon of «who gives to whom»: its list has as many rows as the table says. */
async function followFlow(page: Page, place: Place): Promise<void> {
  const flows = await tableOf(page, /Qui donne à qui/)
  const count = flows.getByRole('link', { name: new RegExp(tBoard('next.handovers'), 'i') }).first()
  const said = Number(/\d+/.exec(await count.innerText())![0])
  await count.click()
  await expect(page).toHaveURL(/perimetre=echanges&de=[a-z0-9-]+&vers=[a-z0-9-]+/)
  expect((await readList(page, place)).rows).toHaveLength(said)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a visitor goes from a territory’s figures to its handovers, which stop at the month', async ({
      page,
    }) => {
      await page.goto(paths.board(TERRITORY.slug, `?annee=${year}`))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(TERRITORY.name)
      const { rows, massG } = await listOf(page, TERRITORY, 'list.annee')
      expect(rows.length).toBeGreaterThan(0)
      await expect(
        main(page).getByRole('table').getByRole('rowheader').first().getByRole('link'),
      ).toHaveCount(0)
      expect(rows.every((row) => /^\d{4}-\d\d$/.test(row[t.communes('one.day')] ?? ''))).toBe(true)
      await page.goBack()
      await expect(main(page)).toContainText(format.mass(massG))
      await followFlow(page, TERRITORY)
      if (!javaScriptEnabled) return
      await expectAccessible(page)
      await page.goBack()
      await askForQuarter(page, 1)
      await listOf(page, TERRITORY, 'list.annee')
      await expect(main(page)).toContainText(tBoard('period.quarter_1', { year: String(year) }))
      await expectAccessible(page)
    })
  })
}

test('the page of a commune without any inventory has its tonnes, exchanges and next steps, and says what opens the rate', async ({
  page,
}) => {
  await page.goto(paths.commune(UNSURVEYED.slug, year))
  const figures = page.getByRole('region', {
    name: tBoard('headline', { place: UNSURVEYED.name, when: tBoard('period.year', { year: String(year) }) }),
  })
  await expect(figures).toContainText(tBoard('noInventoryText'))
  await expect(page.getByRole('figure', { name: /De l’inventaire à la remise/ })).toHaveCount(0)
  await expect(page.getByRole('figure', { name: /ont remis/ })).toBeVisible()
  await expect(page.getByRole('figure', { name: /Qui donne à qui/ })).toBeVisible()
  const next = page.getByRole('navigation', { name: tBoard('next.title') })
  await expect(next.getByRole('link').first()).toHaveAttribute('href', `/lots?commune=${UNSURVEYED.slug}`)
  const { massG } = await listOf(page, UNSURVEYED, 'list.annee')
  expect(massG).toBeGreaterThan(0)
  await page.goBack()
  await expect(figures).toContainText(format.mass(massG))
})

test('the code of a board, pasted into a page of another site, shows its figures there', async ({ page }) => {
  await page.goto(paths.commune(COMMUNE.slug, year))
  const code = await page.getByRole('textbox', { name: tBoard('widget.code') }).inputValue()
  const body = `<!doctype html><html lang="fr"><title>Mairie</title>${code}</html>`
  const elsewhere = http.createServer((_, reply) => reply.setHeader('Content-Type', 'text/html').end(body))
  await new Promise<void>((started) => elsewhere.listen(0, '127.0.0.1', started))
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByText(COMMUNE.name).first()).toBeVisible()
  await expect(frame.getByText(t.accounting('rate.local')).first()).toBeVisible()
  elsewhere.closeAllConnections()
  elsewhere.close()
})

test('the agent of a commune goes from its figures to a handover’s signatures and photos', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await signInAs(page, 'agent')
  await page.goto(paths.commune(COMMUNE.slug, year))

  await test.step('headline, rows, proof', async () => {
    const { rows, massG } = await listOf(page, COMMUNE, 'list.annee')
    expect(rows.every((row) => /^\d{4}-\d\d-\d\d$/.test(row[t.communes('one.day')] ?? ''))).toBe(true)
    await followToProof(page)
    await page.goto(paths.commune(COMMUNE.slug, year))
    await expect(main(page)).toContainText(format.mass(massG))
  })
  await test.step('months by family, and who gives to whom', async () => {
    await followMonth(page, COMMUNE)
    await followFlow(page, COMMUNE)
  })
  await test.step('a stage of the funnel, and the places compared', async () => {
    await page.goto(paths.commune(COMMUNE.slug, year))
    const funnel = await tableOf(page, /De l’inventaire à la remise/)
    await funnel.getByRole('link', { name: /^Publié/ }).click()
    await expect(page).toHaveURL(/etapes\?annee=\d+&etape=publie/)
    await expect(page.getByRole('status').filter({ hasText: /ligne/ })).toBeVisible()
    const rows = await downloadedCsv(page, fileOf(main(page)))
    await expect(page.getByRole('status').filter({ hasText: /ligne/ })).toContainText(
      format.mass(sumOf(rows, tRows('stage.massKg')) * 1000),
    )
    await expectAccessible(page)
    await main(page).getByRole('table').getByRole('rowheader').getByRole('link').first().click()
    await expect(page).toHaveURL(/\/lots\/[0-9a-f-]{36}/)
    await page.goto(paths.commune(COMMUNE.slug, year))
    await page.getByRole('link', { name: tRows('peers.see') }).click()
    await expect(page).toHaveURL(/comparaison\?annee=/)
    await expectAccessible(page)
    const own = page.getByRole('row').filter({ hasText: `(${tRows('peers.own')})` })
    await own.getByRole('link').last().click()
    await readList(page, COMMUNE)
  })
  await test.step('the period and the perimeter are in the address', async () => {
    const quarter = Math.floor((Number(TODAY.slice(5, 7)) - 1) / 3) + 1
    await page.goto(paths.commune(COMMUNE.slug, year))
    await askForQuarter(page, quarter)
    const { massG: ofQuarter } = await listOf(page, COMMUNE, 'list.annee')
    await page.goto(page.url())
    expect((await readList(page, COMMUNE)).massG).toBe(ofQuarter)
    await page.goto(paths.commune(COMMUNE.slug, year))
    await page.getByRole('link', { name: TERRITORY.name, exact: true }).click()
    await expect(page).toHaveURL(paths.board(TERRITORY.slug))
  })
})

test('the team of the Métropole reads its board whole, down to the proof; a visitor reads what is left out', async ({
  page,
  openPageOf,
}) => {
  test.setTimeout(120_000)
  await signInAs(page, 'admin')
  await page.goto(paths.board(METROPOLE.slug, `?annee=${year}`))
  const leaves = tBoard('partial', { threshold: 3 })
  await expect(main(page)).not.toContainText(leaves)
  const whole = await listOf(page, METROPOLE, 'list.annee')
  await followToProof(page)
  await page.goto(paths.board(METROPOLE.slug, `?annee=${year}`))
  await expect(main(page)).toContainText(format.mass(whole.massG))
  await followMonth(page, METROPOLE)
  await followFlow(page, METROPOLE)
  await expectAccessible(page)

  const visitor = await openPageOf('visitor')
  await visitor.goto(paths.board(METROPOLE.slug, `?annee=${year}`))
  // Of a whole year everyone reads the whole mass; no month, ribbon or row holds what few handovers would tell.
  await expect(main(visitor)).toContainText(format.mass(whole.massG))
  await expect(visitor.getByRole('figure', { name: /ont remis/ })).toContainText(leaves)
  await expect(visitor.getByRole('figure', { name: /Qui donne à qui/ })).toContainText(leaves)
  const told = await listOf(visitor, METROPOLE, 'list.annee')
  expect(told.massG).toBeLessThan(whole.massG)
  await expect(main(visitor)).toContainText(t.communes('one.few', { threshold: 3 }))
})
