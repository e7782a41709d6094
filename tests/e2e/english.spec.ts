import type { Page } from '@playwright/test'
import { paths } from '~/core/paths'
import { accept, inventoryLine, openSite, publishLot, reserve, sign, unique } from './support/acts'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { press, wordsOf } from './support/words'

const t = wordsOf('en')
const PANTIN = '93055'

test.use({ locale: 'en-GB', expectedErrors: [/\b(400|422)\b/] })

const FRENCH =
  /(?<![\p{L}’'-])(le|les|des|une|du|au|aux|pour|avec|sans|vous|votre|vos|nous|sur|dans|est|sont|cette|ces|par|pas|qui|que|et|ou|à|été|où)(?![\p{L}’'-])/u

/**
 * The page says that it is in English and holds no French word, apart from what people wrote: names in lists to choose
 * from, tags of lots and needs, tables of data, and what is marked as being in French.
 */
async function expectEnglish(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      const text = node.textContent?.trim()
      if (!text || !parent || parent.closest('script, style, select, article, tbody, [lang="fr"]')) continue
      if (parent.checkVisibility()) found.push(text)
    }
    return found
  })
  expect(texts.length).toBeGreaterThan(10)
  expect(
    texts.filter((text) => FRENCH.test(text.replaceAll('Métropole du Grand Paris', ''))),
    `French on ${page.url()}`,
  ).toEqual([])
}

test('the whole journey in English, without a French word on the way', async ({ page, openPageOf }) => {
  test.setTimeout(180_000)
  const title = unique('Oak doors')
  await page.goto(paths.signIn())
  await expectEnglish(page)
  await signInAs(page, 'giver')
  await page.goto(paths.newSite())
  await expectEnglish(page)
  const name = unique('School')
  const site = await openSite(page, t, { name, communeCode: PANTIN, address: '5 School Street' })
  await inventoryLine(page, t, { material: 'door', product: 'Doors', massKg: 900, reusableKg: 600 })
  await expectEnglish(page)

  await test.step('field errors in English', async () => {
    await page.goto(paths.newLot(site.split('/').at(-1)))
    await expectEnglish(page)
    await press(page, t.posting('submit'))
    const summary = page.getByRole('alert')
    await expect(summary).toBeFocused()
    await expect(summary.getByRole('link').first()).toBeVisible()
    await expectEnglish(page)
  })

  const lot = await publishLot(page, t, { site, title, material: 'door', quantity: 9, massKg: 270 })
  await expectEnglish(page)
  await expectAccessible(page)
  const taker = await openPageOf('taker')
  await taker.goto(paths.newNeed())
  await expectEnglish(taker)
  await press(taker, t.needs('field.submit'))
  await expect(taker.getByRole('alert')).toBeFocused()
  await expectEnglish(taker)
  const reservation = await reserve(taker, t, { lot, quantity: 3 })
  await expectEnglish(taker)
  await accept(page, t, reservation)
  await expectEnglish(page)
  await sign(page, t, { reservation, massKg: 90.5, name: 'Karim Benali' })
  await sign(taker, t, { reservation, massKg: 90.5, name: 'Claire Morel', last: true })
  await expectEnglish(taker)
  for (const path of [paths.reservations(), paths.lots(), '/communes', '/algorithmes']) {
    await taker.goto(path)
    await expectEnglish(taker)
  }
})
