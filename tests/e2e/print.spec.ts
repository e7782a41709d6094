import type { Page } from '@playwright/test'
import { paths } from '~/core/paths'
import { translator } from '~/messages/catalogue'
import { common } from '~/messages/common'
import { labels } from '~/messages/labels'
import { lotShares } from '~/messages/lot-shares'
import { readPdf } from '~tests/support/read-pdf'
import { expect, signInAs, test } from './support/fixtures'

const t = translator('fr', common)
const tLabels = translator('fr', labels)

/** A4 between margins of 15 mm, in CSS pixels: what a sheet of paper shows of a page. */
const PAPER = { width: 680, height: 1009 }

/** Words of the frame that paper has no use for. */
const FRAME = [t('nav.signIn'), t('footer.accessibility'), t('shell.preferences'), t('nav.publishShort')]

/** Opens the first page of a list whose address has this shape. */
async function openFirst(page: Page, list: string, shape: RegExp): Promise<void> {
  await page.goto(list)
  const hrefs = await page.locator('main a').evaluateAll((links) => links.map((a) => a.getAttribute('href')))
  await page.goto(hrefs.find((href) => href !== null && shape.test(href))!)
}

/** The colours of what stands on paper, as the browser would print them. */
function coloursOf(page: Page): Promise<{ page: string; text: string[] }> {
  return page.evaluate(() => ({
    page: getComputedStyle(document.documentElement).backgroundColor,
    text: [...document.querySelectorAll('main h1, main dd, main td, main p')]
      .filter((node) => node.checkVisibility())
      .map((node) => getComputedStyle(node).color),
  }))
}

/** Looks at the page as paper shows it, whatever the theme, and reads the PDF that the browser prints. */
async function expectPaper(page: Page, most: number): Promise<string> {
  await page.setViewportSize(PAPER)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  for (const navigation of await page.getByRole('navigation').all()) await expect(navigation).toBeHidden()
  for (const button of await page.getByRole('button').all()) await expect(button).toBeHidden()
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, 'wider than the paper').toBeLessThanOrEqual(0)
  const wide = await page
    .locator('.table-scroll')
    .evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).length)
  expect(wide, 'tables wider than the paper').toBe(0)
  const colours = await coloursOf(page)
  expect(colours.page).toBe('rgb(255, 255, 255)')
  for (const colour of colours.text) expect(['rgb(0, 0, 0)', 'rgb(51, 51, 51)']).toContain(colour)
  const pdf = await page.pdf({ format: 'A4' })
  const { pages } = await readPdf(new Uint8Array(pdf))
  expect(pages.length).toBeGreaterThanOrEqual(1)
  expect(pages.length).toBeLessThanOrEqual(most)
  for (const { text } of pages) expect(text.trim()).not.toBe('')
  const text = pages
    .map((one) => one.text)
    .join(' ')
    .replace(/\s+/g, ' ')
  for (const word of FRAME) expect(text).not.toContain(word)
  expect(text).toContain(tLabels('paper.text').replace(/\s+/g, ' '))
  return text
}

const UUID = '[0-9a-f-]{36}'
const PRINTED = [
  { name: 'the lot for anyone', who: null, list: paths.lots(), shape: `^/lots/${UUID}$`, most: 3 },
  { name: 'the lot for its giver', who: 'giver', list: paths.myLots(), shape: `^/lots/${UUID}$`, most: 5 },
  { name: 'the site', who: 'giver', list: paths.sites(), shape: `^/chantiers/${UUID}$`, most: 5 },
  {
    name: 'the reservation',
    who: 'giver',
    list: paths.reservations(),
    shape: `^/reservations/${UUID}$`,
    most: 3,
  },
] as const

for (const { name, who, list, shape, most } of PRINTED) {
  test(`prints ${name} without its frame, black on white, with the address of the page`, async ({ page }) => {
    if (who) await signInAs(page, who)
    await openFirst(page, list, new RegExp(shape))
    const title = await page.getByRole('heading', { level: 1 }).innerText()
    const text = await expectPaper(page, most)
    expect(text.replace(/\s+/g, '')).toContain(title.replace(/\s+/g, ''))
    expect(text.replace(/\s+/g, '')).toContain(new URL(page.url()).pathname)
  })
}

test('prints a shared sheet as the page of the lot, with the address of the link', async ({ page }) => {
  const tShares = translator('fr', lotShares)
  await signInAs(page, 'giver')
  await openFirst(page, paths.myLots('en-ligne'), new RegExp(`^/lots/${UUID}$`))
  await page.getByRole('button', { name: tShares('create'), exact: true }).click()
  const url = await page
    .getByRole('textbox', { name: /^Lien créé le/ })
    .first()
    .inputValue()
  await page.goto(new URL(url).pathname)
  const text = await expectPaper(page, 3)
  expect(text.replace(/\s+/g, '')).toContain(new URL(url).pathname)
})
