import { paths } from '~/core/paths'
import { accept, fillLot, inDays, openSite, refuse, reserve, sign, TODAY, unique } from './support/acts'
import { expect, expectAccessible, test } from './support/fixtures'
import { heavyPhoto, plainPhoto, tornPhoto } from './support/photo-files'
import { choose, fieldOf, press, unfold, wordsOf } from './support/words'

const t = wordsOf('fr')
const BAGNOLET = '93006'

// What the server answers to photos that it does not take.
test.use({ expectedErrors: [/\b(413|415|422|400)\b.*/] })

test('a site manager posts from a phone, chooses who sees it first, answers two requests and hands over', async ({
  page,
  openPageOf,
}) => {
  test.setTimeout(180_000)
  const title = unique('Radiateurs du préau')
  const site = { name: unique('Groupe scolaire du préau'), communeCode: BAGNOLET, address: '8 rue du Préau' }

  await test.step('signs in through the page', async () => {
    await page.goto(paths.signIn())
    await press(page, 'Entrer comme Karim Benali')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Karim')
  })

  const siteId = (await openSite(page, t, site)).split('/').at(-1)!

  await test.step('leaves a draft half-way, and finds it as it was', async () => {
    await page.goto(paths.newLot(siteId))
    await page.getByLabel(t.photos('choose')).setInputFiles(await plainPhoto('facade.jpg'))
    await expect(page.getByText(t.photos('progress', { sent: 1, all: 1 }))).toBeVisible()
    await fieldOf(page, t.posting('titleField')).fill(title)
    await press(page, t.myLots('draft.save'))
    await expect(page.getByRole('heading', { level: 1, name: t.myLots('title') })).toBeVisible()
    await page.goto(paths.dashboard())
    await page.goto(paths.myLots('brouillons'))
    await page
      .getByRole('listitem')
      .filter({ hasText: title })
      .getByRole('link', { name: t.myLots('draft.resume') })
      .click()
    await expect(fieldOf(page, t.posting('titleField'))).toHaveValue(title)
    await expect(page.getByText(t.photos('progress', { sent: 1, all: 1 }))).toBeVisible()
  })

  await test.step('sends photos of which two do not do: each is named with its reason, the others go on', async () => {
    await page
      .getByLabel(t.photos('choose'))
      .setInputFiles([heavyPhoto('lourde.jpg'), await tornPhoto('coupee.jpg'), await plainPhoto('cote.jpg')])
    await expect(page.getByText(t.photos('progress', { sent: 2, all: 4 }))).toBeVisible()
    const photos = page.getByRole('list', { name: t.photos('list') }).getByRole('listitem')
    await expect(photos.filter({ hasText: 'lourde.jpg' })).toContainText(/trop lourde.*15\sMo/)
    await expect(photos.filter({ hasText: 'coupee.jpg' })).toContainText(/incomplète ou abîmée/)
    await expect(photos.filter({ hasText: 'cote.jpg' })).toContainText(t.photos('sent'))
    await expectAccessible(page)
    for (const name of ['lourde.jpg', 'coupee.jpg']) await press(page, t.photos('remove', { name }))
    await expect(photos).toHaveCount(2)
  })

  let lot = ''
  await test.step('publishes for the organisation and the commune first', async () => {
    await fillLot(page, t, { title, material: 'hvac-plumbing', quantity: 20, massKg: 600 })
    await unfold(page, t.postingTerms('visibility.title'))
    await choose(page, t.postingTerms('visibility.staged'))
    await fieldOf(page, t.postingTerms('visibility.territory')).selectOption('commune')
    await fieldOf(page, t.postingTerms('visibility.territoryFrom')).fill(TODAY)
    await fieldOf(page, t.postingTerms('visibility.publicFrom')).fill(inDays(7))
    await press(page, t.posting('submit'))
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByRole('region', { name: t.lots('page.photos') }).getByRole('img')).toHaveCount(2)
    lot = new URL(page.url()).pathname
    await expectAccessible(page)
  })

  const visitor = await openPageOf('visitor')
  const taker = await openPageOf('taker')
  await test.step('a visitor does not see it yet, a taker of the commune does', async () => {
    expect((await visitor.request.get(lot)).status()).toBe(404)
    await visitor.goto(`${paths.lots()}?q=${encodeURIComponent(title)}`)
    await expect(visitor.getByRole('article').filter({ hasText: title })).toHaveCount(0)
    await taker.goto(lot)
    await expect(taker.getByRole('heading', { level: 1, name: title })).toBeVisible()
  })

  await test.step('pauses it and offers it again', async () => {
    await press(page, t.lots('manage.pause'))
    await expect(page.getByText(t.lots('done.paused'))).toBeVisible()
    await taker.goto(lot)
    await expect(taker.getByText(t.lots('page.pausedText'))).toBeVisible()
    await press(page, t.lots('manage.resume'))
    await expect(page.getByText(t.lots('done.resumed'))).toBeVisible()
  })

  await test.step('refuses a request, with a reason that the taker reads', async () => {
    const reservation = await reserve(taker, t, { lot, quantity: 5 })
    await refuse(page, t, { reservation, criterion: 'dates', reason: 'Le quai est fermé ces jours-là.' })
    await taker.goto(reservation)
    await expect(taker.getByText('Le quai est fermé ces jours-là.', { exact: true })).toBeVisible()
    await expect(taker.getByText(t.handovers('criterion.dates')).first()).toBeVisible()
    await expectAccessible(taker)
  })

  let reservation = ''
  await test.step('accepts the next one, and agrees on a half-day', async () => {
    reservation = await reserve(taker, t, { lot, quantity: 8 })
    await accept(page, t, reservation)
    // Several half-days at once are offered first; a day of one's own stands behind them.
    await page.getByText(t.pickups('proposeOther'), { exact: true }).click()
    await fieldOf(page, t.pickups('on')).fill(inDays(5))
    await choose(page, t.pickups('part.morning'))
    await press(page, t.pickups('propose'))
    await expect(page.getByText(t.pickups('done.proposed'))).toBeVisible()
    await taker.goto(reservation)
    await expect(taker.getByText(site.address)).toBeVisible()
    await press(taker, t.pickups('agree'))
    await expect(taker.getByText(t.pickups('done.agreed'), { exact: true })).toBeVisible()
    await expect(taker.getByText(/Rendez-vous le .*le matin/)).toBeVisible()
  })

  await test.step('both sign the same mass, and the receipt holds both names', async () => {
    await sign(page, t, { reservation, massKg: 240, name: 'Karim Benali' })
    await sign(taker, t, { reservation, massKg: 240, name: 'Claire Morel', last: true })
    await page.goto(reservation)
    const receipt = page.getByRole('region', { name: t.handovers('receipt.title') })
    await expect(receipt).toContainText('240 kg')
    await expect(receipt).toContainText('Karim Benali')
    await expect(receipt).toContainText('Claire Morel')
    await expect(receipt).toContainText(title)
    await expectAccessible(page)
  })
})
