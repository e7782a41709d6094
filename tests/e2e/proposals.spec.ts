import type { Locator, Page } from '@playwright/test'
import { paths } from '~/core/paths'
import { inDays, openSite, publishLot, TODAY, unique } from './support/acts'
import { expect, expectAccessible, test } from './support/fixtures'
import { fieldOf, press, wordsOf } from './support/words'

const t = wordsOf('fr')
test.use({ expectedErrors: [/400/] })

const MONTREUIL = '93048'
const MATERIAL = 'raised-floor'

/** The page of pairs at a stage, for this journey's material alone. */
async function openStage(page: Page, stage: 'proposes' | 'contactes' | 'reserves' | 'ecartes') {
  await page.goto(paths.matches(`?etape=${stage}&matiere=${MATERIAL}`))
}

/** Opens a folded part of a card. */
async function unfoldIn(card: Locator, summary: string): Promise<void> {
  await card.locator('summary').filter({ hasText: summary }).click()
}

test('a lot finds its need at once; the pair is set aside, taken back, written about and reserved', async ({
  openPageOf,
}) => {
  test.setTimeout(180_000)
  const [need, lot] = [unique('Faux plancher cherché'), unique('Dalles de faux plancher')]
  const pair = (page: Page) => page.getByRole('article').filter({ hasText: lot }).filter({ hasText: need })
  const taker = await openPageOf('taker')
  const giver = await openPageOf('giver')

  await test.step('(a contractor states a need)', async () => {
    await taker.goto(paths.newNeed())
    await fieldOf(taker, t.needs('field.quantity')).fill('40')
    await fieldOf(taker, t.needs('field.unit')).selectOption('u')
    await fieldOf(taker, t.needs('field.material')).selectOption(MATERIAL)
    await fieldOf(taker, t.needs('field.neededFrom')).fill(TODAY)
    await fieldOf(taker, t.needs('field.neededUntil')).fill(inDays(5))
    await fieldOf(taker, t.needs('field.radius')).fill('20')
    await fieldOf(taker, t.needs('field.commune')).selectOption(MONTREUIL)
    await fieldOf(taker, t.needs('field.title')).fill(need)
    await press(taker, t.needs('field.submit'))
    await expect(taker.getByRole('heading', { level: 1, name: need })).toBeVisible()
  })

  await test.step('a site manager publishes a lot: both sides see the pair, counted down, with its trip', async () => {
    const site = await openSite(giver, t, {
      name: unique('Bureaux'),
      communeCode: MONTREUIL,
      address: '5 rue de la Dalle',
    })
    await publishLot(giver, t, { site, title: lot, material: MATERIAL, quantity: 60, massKg: 600 })
    await openStage(taker, 'proposes')
    await expect(pair(taker)).toContainText(t.proposals('urgent'))
    await expect(pair(taker)).toContainText(need)
    await unfoldIn(pair(taker), 'Trajet et émissions')
    await expect(pair(taker).getByRole('table')).toBeVisible()
    await expectAccessible(taker)
    await openStage(giver, 'proposes')
    await expect(pair(giver)).toContainText(need)
  })

  await test.step('the contractor sets it aside with a reason: the other side sees that, not why', async () => {
    await unfoldIn(pair(taker), t.proposals('dismiss.open'))
    await press(pair(taker), t.proposals('dismiss.submit'))
    await expect(taker.getByRole('alert')).toBeVisible()
    await fieldOf(pair(taker), t.proposals('dismiss.reason')).selectOption('far')
    await press(pair(taker), t.proposals('dismiss.submit'))
    await expect(taker.getByText(t.proposals('done.ecarte'))).toBeVisible()
    await expect(pair(taker)).toHaveCount(0)
    await openStage(giver, 'ecartes')
    const row = giver.getByRole('listitem').filter({ hasText: need })
    await expect(row).toContainText('Écarté par l’autre partie')
    await expect(row).not.toContainText('trop loin')
    await expectAccessible(giver)
  })

  await test.step('takes it back', async () => {
    await openStage(taker, 'ecartes')
    await press(taker, t.proposals('dismissed.takeBackOf', { lot, need }))
    await expect(taker.getByText(t.proposals('done.repris'))).toBeVisible()
    await openStage(taker, 'proposes')
    await expect(pair(taker)).toBeVisible()
  })

  await test.step('the site manager writes: the pair is among those contacted, on both sides', async () => {
    await openStage(giver, 'proposes')
    await unfoldIn(pair(giver), t.proposals('contact.giver'))
    await fieldOf(pair(giver), t.proposals('contact.text')).fill('Les dalles sont triées, venez les voir.')
    await press(pair(giver), t.proposals('contact.send'))
    await expect(giver.getByText(t.proposals('done.ecrit'))).toBeVisible()
    await openStage(taker, 'contactes')
    await expect(pair(taker)).toContainText('Les dalles sont triées, venez les voir.')
    await taker.goto(paths.notifications())
    await expect(taker.getByText(/vous écrit au sujet de/).first()).toBeVisible()
  })

  await test.step('the contractor reserves from the pair, which is then among those reserved', async () => {
    await openStage(taker, 'contactes')
    await pair(taker)
      .getByRole('link', { name: t.proposals('reserve') })
      .click()
    await press(taker, t.reservations('new.submit'))
    await expect(taker).toHaveURL(/\/reservations\/[0-9a-f-]{36}/)
    await openStage(taker, 'reserves')
    await expect(taker.getByRole('article').filter({ hasText: lot })).toBeVisible()
    await openStage(taker, 'contactes')
    await expect(pair(taker)).toHaveCount(0)
    await openStage(giver, 'reserves')
    await expect(giver.getByRole('article').filter({ hasText: lot })).toBeVisible()
  })
})
