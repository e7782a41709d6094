import { paths } from '~/core/paths'
import { accept, fillLot, inventoryLine, openSite, reserve, sign, unique } from './support/acts'
import { readCommuneRate } from './support/commune-rate'
import { expect, signInAs, test } from './support/fixtures'
import { plainPhoto } from './support/photo-files'
import { fieldOf, press, wordsOf } from './support/words'

const t = wordsOf('fr')
const CRETEIL = { code: '94028', name: 'Créteil' }
const HANDED_OVER_KG = 74

test.use({ javaScriptEnabled: false })

test('without scripts: from a photo to a handover signed by both sides, and the rate of the commune moves', async ({
  page,
  openPageOf,
}) => {
  test.setTimeout(120_000)
  const title = unique('Cloisons vitrées')
  await signInAs(page, 'giver')
  const site = await openSite(page, t, {
    name: unique('Préfecture'),
    communeCode: CRETEIL.code,
    address: '3 rue de la Préfecture',
  })
  const line = { material: 'partition-board', product: 'Cloisons', massKg: 5000, reusableKg: 900 } as const
  await inventoryLine(page, t, line)
  // A single handover of a commune is told to its agents and to the Métropole's team, not to everyone.
  const team = await openPageOf('admin')
  const before = await readCommuneRate(team, CRETEIL)

  let lot = ''
  await test.step('sends the photo with the form, which comes back with it and with the sheet', async () => {
    await page.goto(paths.newLot(site.split('/').at(-1)))
    await fieldOf(page, t.photos('chooseFiles')).setInputFiles(await plainPhoto('cloison.jpg'))
    await press(page, t.photos('analyse'))
    await expect(page.getByRole('checkbox', { name: t.photos('number', { number: 1 }) })).toBeChecked()
    await fillLot(page, t, { title, material: 'partition-board', quantity: 10, massKg: 185 })
    await press(page, t.posting('submit'))
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    lot = new URL(page.url()).pathname
  })

  await test.step('a taker reserves four, the giver accepts, both sign', async () => {
    const taker = await openPageOf('taker')
    const reservation = await reserve(taker, t, { lot, quantity: 4 })
    await accept(page, t, reservation)
    await sign(taker, t, { reservation, massKg: HANDED_OVER_KG, name: 'Claire Morel' })
    await sign(page, t, { reservation, massKg: HANDED_OVER_KG, name: 'Karim Benali', last: true })
  })

  const after = await readCommuneRate(team, CRETEIL)
  expect(after.denominatorKg).toBe(before.denominatorKg)
  expect(after.numeratorKg - before.numeratorKg).toBeCloseTo(HANDED_OVER_KG, 3)
  expect(after.rate).toBeGreaterThan(before.rate)
})
