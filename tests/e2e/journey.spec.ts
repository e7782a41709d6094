import type { Page } from '@playwright/test'
import { addDays, isoDayOf } from '~/core/days'
import { translator } from '~/messages/catalogue'
import { materials } from '~/messages/materials'
import type { MaterialType } from '~/core/material-types'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { journeyPhoto } from './support/journey-photo'
import { readCommuneRate } from './support/commune-rate'

const COMMUNE = { code: '93048', name: 'Montreuil' }
const INVENTORIED_KG = 10_000
const LOT_QUANTITY = 60
const RESERVED = 40
const HANDED_OVER_KG = 92

/** Chooses a card: its label covers the button, as a finger meets it. */
function choose(page: Page, name: RegExp): Promise<void> {
  return page.getByRole('radio', { name }).check({ force: true })
}

/** The main job, as a person walks it on a phone: post from a photo, match, reserve, hand over, read the rate. */
test('a photo becomes a lot, a match, a handover, and the commune’s rate moves', async ({ page }) => {
  test.setTimeout(240_000)
  const { file, material } = await journeyPhoto()
  const materialName = translator('fr', materials)(`type.${material as MaterialType}.name`)
  const today = isoDayOf(Date.parse(new Date().toISOString()))
  const year = today.slice(0, 4)
  const title = `Lot du parcours ${Math.floor(performance.now())}`

  await test.step('a site in a commune, with its inventory', async () => {
    await signInAs(page, 'giver')
    await page.goto('/chantiers/nouveau')
    await page.getByLabel('Nom du chantier').fill('École du parcours')
    await choose(page, /Curage/)
    await page.getByLabel('Commune', { exact: true }).selectOption({ value: COMMUNE.code })
    await page.getByLabel('Adresse').fill('1 rue du Parcours')
    await page.getByLabel('Premier jour des travaux').fill(`${year}-01-02`)
    await page.getByLabel('Dernier jour des travaux').fill(`${year}-12-31`)
    await page.getByRole('button', { name: 'Ouvrir le chantier' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'École du parcours' })).toBeVisible()
    await choose(page, /Diagnostic PEMD/)
    await page.getByLabel('Produit').fill('Briques pleines')
    await page.getByLabel('Matière').selectOption({ value: 'brick' })
    await page.getByLabel('Quantité', { exact: true }).fill('4 000')
    await page.getByLabel('Masse totale').fill(String(INVENTORIED_KG))
    await page.getByLabel('Dont réemployable').fill('2 000')
    await page.getByRole('button', { name: 'Ajouter la ligne' }).click()
    await expect(page.getByText('La ligne est ajoutée')).toBeVisible()
    await expectAccessible(page)
  })

  const before = await readCommuneRate(page, COMMUNE)

  await test.step('the lot, from a photo that the model tags', async () => {
    await page.goto('/chantiers')
    await page
      .getByRole('link', { name: /École du parcours/ })
      .first()
      .click()
    await page.getByRole('main').getByRole('link', { name: 'Publier un lot de ce chantier' }).first().click()
    await expect(page).toHaveURL(/lots\/publier/)
    await expect(page.locator('input[capture]')).toBeAttached()
    await page.getByLabel('Choisir des photos').setInputFiles(file)
    const suggestion = page.getByRole('status').filter({ hasText: 'Suggéré d’après la photo' })
    await expect(suggestion).toBeVisible({ timeout: 30_000 })
    await expect(suggestion).toContainText(materialName)
    await expect(page.getByLabel('Matière', { exact: false }).first()).toHaveValue(material)
    await page.getByLabel('Titre').fill(title)
    await page.getByLabel('Quantité', { exact: true }).fill(String(LOT_QUANTITY))
    await page.getByLabel('Unité', { exact: true }).selectOption({ value: 'u' })
    await page.getByLabel('Masse totale').fill('138')
    await choose(page, /^Bon état/)
    await page.getByLabel('Part à la benne le').fill(addDays(today, 40))
    await page.getByRole('checkbox', { name: 'Aucun danger connu' }).check({ force: true })
    await choose(page, /Propriétaire des matériaux/)
    await page.getByRole('button', { name: 'Publier', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByText(/Matière suggérée par l’IA/)).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('anyone finds and reads it without an account', async () => {
    await page.context().clearCookies({ name: 'gisement' })
    await page.goto('/lots')
    await page.getByLabel('Que cherchez-vous ?').fill(title)
    await page.getByRole('button', { name: 'Chercher', exact: true }).click()
    await page.getByRole('link', { name: title, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByText('1 rue du Parcours')).toHaveCount(0)
  })

  await test.step('a need nearby, paired with its score and reasons', async () => {
    await signInAs(page, 'taker')
    await page.goto('/besoins/nouveau')
    await page.getByLabel('Quantité', { exact: true }).fill(String(RESERVED))
    await page.getByLabel('Unité', { exact: true }).selectOption({ value: 'u' })
    await page.getByLabel('Matière').selectOption({ value: material })
    await page.getByLabel('À partir du').fill(addDays(today, 1))
    await page.getByLabel('Avant le').fill(addDays(today, 35))
    await page.getByLabel('Distance en kilomètres').fill('15')
    await page.getByLabel('Commune', { exact: true }).selectOption({ value: COMMUNE.code })
    await page.getByLabel('Titre').fill('Murets du parcours')
    await page.getByRole('button', { name: 'Publier le besoin' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /Murets du parcours/ })).toBeVisible()
    const pair = page.getByRole('article').filter({ hasText: title })
    await expect(pair).toContainText(/\d+\s*(\/|sur)\s*100/)
    await expect(pair).toContainText('Distance')
    await expectAccessible(page)
    await pair.getByRole('link', { name: /Réserver/ }).click()
  })

  let reservation = ''
  await test.step('a part reserved', async () => {
    await page.getByRole('spinbutton', { name: 'Quantité voulue' }).fill(String(RESERVED))
    await page.getByRole('button', { name: 'Envoyer la demande' }).click()
    await expect(page).toHaveURL(/\/reservations\/[0-9a-f-]{36}/)
    reservation = new URL(page.url()).pathname
    await expectAccessible(page)
  })

  await test.step('the giver accepts', async () => {
    await signInAs(page, 'giver')
    await page.goto(reservation)
    await expectAccessible(page)
    await page.getByLabel('Pourquoi cette demande ?').selectOption({ label: 'Seule demande reçue' })
    await page.getByRole('button', { name: 'Accepter la demande' }).click()
    await expect(page.getByText('Vous avez accepté. Le repreneur')).toBeVisible()
  })

  await test.step('both sides sign the handover and its mass', async () => {
    await page.getByLabel('Masse remise').fill(String(HANDED_OVER_KG))
    await page.getByLabel('Votre nom').fill('Karim Benali')
    await page.getByRole('button', { name: 'Signer la remise' }).click()
    await expect(page.getByText('Votre signature est enregistrée.')).toBeVisible()
    await signInAs(page, 'taker')
    await page.goto(reservation)
    await expect(page.getByText('1 rue du Parcours')).toBeVisible()
    await expect(page.getByLabel('Masse remise')).toHaveValue(String(HANDED_OVER_KG))
    await page.getByLabel('Votre nom').fill('Claire Morel')
    await page.getByRole('button', { name: 'Signer la remise' }).click()
    await expect(page.getByText('la remise est faite', { exact: false }).first()).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('the commune’s rate moves by exactly that mass', async () => {
    const after = await readCommuneRate(page, COMMUNE)
    expect(after.denominatorKg).toBe(before.denominatorKg)
    expect(after.numeratorKg - before.numeratorKg).toBeCloseTo(HANDED_OVER_KG, 6)
    expect(after.rate).toBeGreaterThan(before.rate)
    await expect(page.getByRole('row').filter({ hasText: title })).toBeVisible()
    await expectAccessible(page)
  })
})
