import { paths } from '~/core/paths'
import { unique } from './support/acts'
import { expect, test } from './support/fixtures'
import { pressOn, tabTo, typeIn } from './support/keyboard'
import { plainPhoto } from './support/photo-files'
import { fieldOf, searchButton, wordsOf } from './support/words'

const t = wordsOf('fr')

test('by keyboard alone: sign in, search and filter, post a lot, reserve; the focus is always in sight', async ({
  page,
  openPageOf,
}) => {
  test.setTimeout(180_000)
  const title = unique('Briques du clavier')
  const button = (name: string) => page.getByRole('button', { name, exact: true })

  await test.step('skips to the content and signs in', async () => {
    await page.goto(paths.signIn())
    await tabTo(page, page.getByRole('link', { name: t.common('shell.skip') }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(fieldOf(page, t.identity('email'))).toBeFocused()
    await pressOn(page, button('Entrer comme Karim Benali'), 'Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Karim')
  })

  await test.step('searches and filters', async () => {
    await page.goto(paths.lots())
    const search = page.getByRole('search').first()
    await typeIn(page, fieldOf(search, t.lots('search.text')), 'portes')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/q=portes/)
    // The address changes a moment before the page, whose form is made anew with what was found.
    await expect(page.locator('#results')).toContainText('portes')
    await tabTo(page, fieldOf(search, t.lots('search.material')))
    await page.keyboard.type('Porte')
    await pressOn(page, searchButton(search), 'Enter')
    await expect(page).toHaveURL(/materiau=door/)
  })

  let lot = ''
  await test.step('posts a lot with a photo', async () => {
    await page.goto(paths.newLot())
    const photos = page.getByLabel(t.photos('choose'), { exact: true })
    await tabTo(page, photos)
    await photos.setInputFiles(await plainPhoto())
    await expect(page.getByText(t.photos('progress', { sent: 1, all: 1 }))).toBeVisible()
    await tabTo(page, fieldOf(page, t.posting('material')))
    await page.keyboard.type('Brique')
    await typeIn(page, fieldOf(page, t.posting('titleField')), title)
    await typeIn(page, fieldOf(page, t.posting('quantity')), '120')
    await typeIn(page, fieldOf(page, t.posting('mass')), '276')
    await pressOn(page, page.getByRole('radio', { name: t.materials('condition.5.name') }), 'Space')
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('radio', { name: t.materials('condition.4.name') })).toBeChecked()
    await pressOn(page, page.getByRole('checkbox', { name: t.postingTerms('noHazard') }), 'Space')
    // The site's last lot answers for this one, where there is one.
    const rights = page.getByRole('group', { name: t.postingTerms('right') }).getByRole('radio')
    if ((await rights.and(page.getByRole('radio', { checked: true })).count()) === 0) {
      await pressOn(page, rights.first(), 'Space')
    }
    await pressOn(page, button(t.posting('submit')), 'Enter')
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    lot = new URL(page.url()).pathname
  })

  await test.step('reserves a part', async () => {
    const taker = await openPageOf('taker')
    await taker.goto(lot)
    const reserve = taker.getByRole('main').getByRole('link', { name: t.lots('page.reserve'), exact: true })
    await pressOn(taker, reserve.first(), 'Enter')
    await typeIn(taker, taker.getByRole('spinbutton', { name: t.reservations('new.quantity') }), '30')
    await pressOn(taker, taker.getByRole('button', { name: t.reservations('new.submit') }), 'Enter')
    await expect(taker).toHaveURL(/\/reservations\/[0-9a-f-]{36}/)
    await expect(taker.getByText(/30\su/).first()).toBeVisible()
  })
})

for (const path of ['/', paths.signUp(), paths.commune('93048')]) {
  test(`no trap on ${path}: Tab goes through to the end and comes round`, async ({ page }) => {
    await page.goto(path)
    const skip = page.getByRole('link', { name: t.common('shell.skip') })
    await tabTo(page, skip)
    await tabTo(
      page,
      page
        .getByRole('navigation', { name: t.common('shell.quickNav') })
        .getByRole('link')
        .last(),
    )
    await tabTo(page, skip)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift+Tab')
    await expect(skip).toBeFocused()
  })
}
