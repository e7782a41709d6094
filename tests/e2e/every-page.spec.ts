import fs from 'node:fs'
import type { Page } from '@playwright/test'
import { smallTargets } from './support/display'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { addressOf, PAGES, type Who } from './support/page-list'

/**
 * Colours do not depend on the width, nor widths on the colours: each is seen once. The first who may see a page sees it
 * in both; to the others it shows other things in the same parts, and one of the two, in turn, is looked at.
 */
const VIEWS = [
  { viewport: { width: 412, height: 900 }, colorScheme: 'light' },
  { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
] as const
/** A phone in gloved hands under the sun, where every page is seen by the first who may. */
const GLOVES = { viewport: { width: 390, height: 844 }, targets: 'large', theme: 'sun', leastPx: 56 } as const

test('every page of app/routes.ts is in the list that the tests below go through', () => {
  const source = ['app/routes.ts', 'app/administration-routes.ts']
    .map((file) => fs.readFileSync(file, 'utf8'))
    .join('\n')
  const patterns = [...source.matchAll(/(?:index\(|route\('([^']+)', )'[^']+\.tsx'/g)].map(
    (found) => found[1] ?? '',
  )
  expect(
    patterns.filter((pattern) => !(pattern in PAGES)),
    'pages without an entry: say in tests/e2e/support/page-list.ts who sees them',
  ).toEqual([])
  expect(
    Object.keys(PAGES).filter((pattern) => !patterns.includes(pattern)),
    'entries of tests/e2e/support/page-list.ts without a page: take them out',
  ).toEqual([])
})

/** The first link of this shape on a page. */
async function linkOn(page: Page, address: string, shape: RegExp): Promise<string> {
  await page.goto(address)
  const links = await page.getByRole('main').getByRole('link').all()
  const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')))
  const href = hrefs.find((candidate) => shape.test(candidate ?? ''))
  expect(href, `a link of the shape ${shape.source} on ${address}`).toBeTruthy()
  return href!
}

/** Sets what the server writes of these choices: nothing else of a page depends on them. */
async function expectFitForGloves(page: Page): Promise<void> {
  await page.setViewportSize(GLOVES.viewport)
  await page.evaluate(({ targets, theme }) => {
    Object.assign(document.documentElement.dataset, { targets, theme })
  }, GLOVES)
  await expectAccessible(page)
  expect.soft(await smallTargets(page, GLOVES.leastPx), `small targets on ${page.url()}`).toEqual([])
}

test.describe('every page has a title, one heading, no violation, in light and dark, on a phone and a desk, in gloves under the sun', () => {
  // They only read: each may go on any lane.
  test.describe.configure({ mode: 'parallel' })
  test.use({ expectedErrors: [/404/] })

  for (const who of ['visitor', 'giver', 'taker', 'agent', 'admin'] satisfies Who[]) {
    test(`as ${who}`, async ({ page }) => {
      test.setTimeout(900_000)
      if (who !== 'visitor') await signInAs(page, who)
      for (const [index, [pattern, listed]] of Object.entries(PAGES).entries()) {
        if (!listed.who.includes(who)) continue
        await test.step(`/${pattern}`, async () => {
          const response = await page.goto(
            await addressOf(pattern, listed, (address, shape) => linkOn(page, address, shape)),
          )
          expect.soft(response?.status(), pattern).toBe(listed.status ?? 200)
          await expect(page).toHaveTitle(/Gisement/)
          await expect(page.locator('h1')).toHaveCount(1)
          const isFirst = listed.who[0] === who
          const views = isFirst ? VIEWS : [VIEWS[index % VIEWS.length]!]
          for (const { viewport, colorScheme } of views) {
            await page.setViewportSize(viewport)
            await page.emulateMedia({ colorScheme })
            await expectAccessible(page)
          }
          if (isFirst) await expectFitForGloves(page)
        })
      }
    })
  }
})
