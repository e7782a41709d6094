import type { Page } from '@playwright/test'
import { paths } from '~/core/paths'
import { expect, signInAs, test } from './support/fixtures'
import { plainPhoto } from './support/photo-files'
import { fieldOf, wordsOf } from './support/words'

const t = wordsOf('fr')

/** Keeps every script of the page back, as a slow uplink does; the answer lets them go. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {}
  const gate = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/assets/**/*.js', async (route) => {
    await gate
    await route.continue()
  })
  return release
}

test.describe('what a person does before the script has come', () => {
  test('photos chosen then are sent once each, and the words typed then stay', async ({ page }) => {
    await signInAs(page, 'giver')
    const release = await holdScripts(page)
    await page.goto(paths.newLot(), { waitUntil: 'commit' })
    await page
      .getByLabel(t.photos('chooseFiles'))
      .setInputFiles([await plainPhoto('face.jpg'), await plainPhoto('dos.jpg')])
    await fieldOf(page, t.posting('titleField')).fill('Avant le script')
    await fieldOf(page, t.posting('quantity')).fill('17')
    release()
    await expect(page.getByText(t.photos('progress', { sent: 2, all: 2 }))).toBeVisible()
    await expect(page.getByRole('list', { name: t.photos('list') }).getByRole('listitem')).toHaveCount(2)
    await expect(fieldOf(page, t.posting('titleField'))).toHaveValue('Avant le script')
    await expect(fieldOf(page, t.posting('quantity'))).toHaveValue('17')
  })
})
