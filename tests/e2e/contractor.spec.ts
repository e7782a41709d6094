import { randomInt } from 'node:crypto'
import type { Page } from '@playwright/test'
import { isLuhnValid } from '~db/seed/siret'
import { paths } from '~/core/paths'
import { accept, inDays, openSite, publishLot, reserve, sign, TODAY, unique } from './support/acts'
import { downloadedCsv } from './support/csv'
import { expect, expectAccessible, test } from './support/fixtures'
import { linkMailedTo } from './support/mails'
import { choose, fieldOf, press, searchButton, unfold, wordsOf } from './support/words'

const t = wordsOf('fr')
const VINCENNES = '94080'
const PASSWORD = 'une phrase assez longue'

test.use({ viewport: { width: 1280, height: 900 }, isMobile: false, hasTouch: false })

/** A number with both keys right, that no company has: its first digits are zeros. */
function inventedSiret(): string {
  const keyed = (digits: string) => [...'0123456789'].map((key) => digits + key).find(isLuhnValid)!
  return keyed(`${keyed(`0000${randomInt(1000, 9999)}`)}${String(randomInt(1, 9999)).padStart(4, '0')}`)
}

async function signUp(page: Page, who: { name: string; email: string; organisation: string }): Promise<void> {
  const say = t.accountAccess
  await page.goto(paths.signUp())
  await fieldOf(page, say('signUp.name')).fill(who.name)
  await fieldOf(page, say('signUp.email')).fill(who.email)
  await fieldOf(page, say('password.label')).fill(PASSWORD)
  await fieldOf(page, say('signUp.organisationName')).fill(who.organisation)
  await fieldOf(page, say('signUp.siret')).fill(inventedSiret())
  await choose(page, say('signUp.takes'))
  await fieldOf(page, say('signUp.commune')).selectOption(VINCENNES)
  await press(page, say('signUp.submit'))
  await expect(page.getByRole('heading', { level: 1, name: say('sent.title') })).toBeVisible()
}

test('a contractor searches without account, signs up, finds the doors that fit and takes a part of them', async ({
  page,
  openPageOf,
}) => {
  test.setTimeout(180_000)
  const mark = unique('Atelier')
  const door = `Portes pleines ${mark}`
  const who = {
    name: 'Nadia Ferrand',
    email: `${mark.replace(' ', '.').toLowerCase()}@menuiserie.example`,
    organisation: `Menuiserie ${mark}`,
  }

  const giver = await openPageOf('giver')
  const lots = { fits: '', narrow: '' }
  await test.step('(a site of Vincennes offers doors of 830 mm and of 730 mm)', async () => {
    const site = await openSite(giver, t, {
      name: `Lycée ${mark}`,
      communeCode: VINCENNES,
      address: '2 avenue du Lycée',
    })
    const common = { site, material: 'door', quantity: 12, massKg: 360 } as const
    const width = t.attributes('label.leafWidth')
    lots.fits = await publishLot(giver, t, { ...common, title: `${door} 83`, sheet: { [width]: '830' } })
    lots.narrow = await publishLot(giver, t, { ...common, title: `${door} 73`, sheet: { [width]: '730' } })
  })

  await test.step('searches without an account; the address alone shows others the same', async () => {
    await page.goto(paths.lots())
    const search = page.getByRole('search').first()
    await fieldOf(search, t.lots('search.text')).fill(door)
    await fieldOf(search, t.lots('search.material')).selectOption('door')
    await fieldOf(search, t.search('field.commune')).selectOption(VINCENNES)
    await searchButton(search).click()
    await expect(page).toHaveURL(/q=/)
    const found = page.getByRole('main').getByRole('article').getByRole('heading')
    await expect(found).toHaveText([`${door} 73`, `${door} 83`])
    const colleague = await openPageOf('visitor')
    await colleague.goto(page.url())
    await expect(colleague.getByRole('main').getByRole('article').getByRole('heading')).toHaveText(
      await found.allInnerTexts(),
    )
    await expect(fieldOf(colleague.getByRole('search').first(), t.lots('search.text'))).toHaveValue(door)
  })

  await test.step('signs up, and confirms the address by the link of the e-mail', async () => {
    await signUp(page, who)
    await page.goto(await linkMailedTo(who.email, /\/confirmer-adresse\/[\w-]+/))
    await press(page, t.accountAccess('confirm.submit'))
    await expect(page.getByText(t.accountAccess('confirm.done')).first()).toBeVisible()
    await fieldOf(page, t.identity('email')).fill(who.email)
    await fieldOf(page, t.identity('password')).fill(PASSWORD)
    await press(page.getByRole('main'), t.identity('submit'))
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Nadia')
  })

  await test.step('states a need of doors of 830 mm, give or take 5: only the lot that fits is offered, with reasons', async () => {
    await page.goto(paths.newNeed())
    await fieldOf(page, t.needs('field.quantity')).fill('8')
    await fieldOf(page, t.needs('field.unit')).selectOption('u')
    await fieldOf(page, t.needs('field.material')).selectOption('door')
    await fieldOf(page, t.needs('field.neededFrom')).fill(TODAY)
    await fieldOf(page, t.needs('field.neededUntil')).fill(inDays(35))
    await fieldOf(page, t.needs('field.radius')).fill('5')
    await fieldOf(page, t.needs('field.commune')).selectOption(VINCENNES)
    await fieldOf(page, t.needs('field.title')).fill(`Portes d’un foyer ${mark}`)
    await unfold(page, t.attributes('wantedTitle'))
    const width = t.attributes('label.leafWidth')
    await fieldOf(page, width).fill('830')
    await fieldOf(page, t.attributes('tolerance', { label: width.toLowerCase() })).fill('5')
    await press(page, t.needs('field.submit'))
    await expect(page.getByRole('heading', { level: 1, name: mark })).toBeVisible()
    const pairs = page.getByRole('region', { name: t.needs('lots.title') }).getByRole('article')
    await expect(pairs.filter({ hasText: `${door} 73` })).toHaveCount(0)
    const near = page.getByRole('region', { name: t.nearMisses('title') })
    await expect(near.getByRole('article').filter({ hasText: `${door} 73` })).toBeVisible()
    const pair = pairs.filter({ hasText: `${door} 83` })
    await expect(pair).toContainText(/Score \d+ sur 100/)
    for (const part of ['fit', 'distance', 'dates', 'cover', 'condition'] as const) {
      await expect(pair).toContainText(t.matching(`part.${part}`))
    }
    await expectAccessible(page)
  })

  let reservation = ''
  await test.step('reserves eight of them with a message that the giver reads', async () => {
    const message = `Camion de 20 m³ le matin (${mark}).`
    reservation = await reserve(page, t, { lot: lots.fits, quantity: 8, message })
    await giver.goto(reservation)
    await expect(giver.getByText(message)).toBeVisible()
    await accept(giver, t, reservation)
  })

  await test.step('sees the address, proposes a half-day, and signs with the giver', async () => {
    await page.goto(reservation)
    await expect(page.getByText('2 avenue du Lycée')).toBeVisible()
    await fieldOf(page, t.pickups('on')).fill(inDays(3))
    await choose(page, t.pickups('part.afternoon'))
    await press(page, t.pickups('propose'))
    await expect(page.getByText(t.pickups('done.proposed'))).toBeVisible()
    await giver.goto(reservation)
    await press(giver, t.pickups('agree'))
    await expect(giver.getByText(t.pickups('done.agreed'), { exact: true })).toBeVisible()
    await sign(page, t, { reservation, massKg: 238.5, name: who.name })
    await sign(giver, t, { reservation, massKg: 238.5, name: 'Karim Benali', last: true })
  })

  await test.step('finds it among the reservations, on the page and in the file', async () => {
    await page.goto(paths.reservations())
    await expect(page.getByRole('row').filter({ hasText: `${door} 83` })).toContainText(
      t.reservations('status.collected'),
    )
    const link = page.getByRole('link', { name: /\(CSV\)/ })
    expect(await downloadedCsv(page, link)).toMatchObject([
      {
        [t.reservations('fact.lot')]: `${door} 83`,
        [t.reservations('fact.status')]: t.reservations('status.collected'),
        [t.reservations('fact.quantity')]: '8',
        [t.reservations('taker')]: who.organisation,
      },
    ])
  })
})
