import type { Page } from '@playwright/test'
import { paths } from '~/core/paths'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { heavyPhoto, plainPhoto } from './support/photo-files'
import { press, wordsOf } from './support/words'

const t = wordsOf('fr')

/** Opens all that is closed, as a person who wants to see everything. */
async function unfoldAll(page: Page): Promise<void> {
  for (const closed of await page.getByRole('group').all()) {
    await closed.evaluate((element) => {
      if (element instanceof HTMLDetailsElement) element.open = true
    })
  }
}

/** No violation in each appearance, without leaving the state that the page is in. */
async function expectAccessibleInEach(page: Page): Promise<void> {
  for (const theme of ['light', 'dark', 'sun']) {
    await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme)
    await expectAccessible(page)
  }
}

// Each form comes back with a status of refusal.
test.use({ expectedErrors: [/\b(400|401|413|415|422)\b/] })

const EMPTY_FORMS = [
  { path: paths.signIn(), who: 'visitor', submit: t.identity('submit') },
  { path: paths.signUp(), who: 'visitor', submit: t.accountAccess('signUp.submit') },
  { path: paths.newNeed(), who: 'taker', submit: t.needs('field.submit') },
  { path: paths.newSite(), who: 'giver', submit: t.sites('field.submit') },
  { path: paths.newLot(), who: 'giver', submit: t.posting('submit') },
] as const

for (const { path, who, submit } of EMPTY_FORMS) {
  test(`${path}: an empty form comes back readable in each appearance, all its parts open`, async ({
    page,
  }) => {
    if (who !== 'visitor') await signInAs(page, who)
    await page.goto(path)
    await press(page.getByRole('main'), submit)
    await expect(page.getByRole('alert')).toBeFocused()
    await unfoldAll(page)
    await expectAccessibleInEach(page)
  })
}

test('photos sent and refused, with their reasons, in each appearance', async ({ page }) => {
  await signInAs(page, 'giver')
  await page.goto(paths.newLot())
  await page
    .getByLabel(t.photos('choose'))
    .setInputFiles([await plainPhoto('bonne.jpg'), heavyPhoto('lourde.jpg')])
  await expect(page.getByText(t.photos('progress', { sent: 1, all: 2 }))).toBeVisible()
  await expect(page.getByText(t.photos('failed'), { exact: true })).toBeVisible()
  await expectAccessibleInEach(page)
})

test('a commune with every table open, and a notice of what was done, in each appearance', async ({
  page,
}) => {
  await page.goto(paths.commune('93048'))
  await unfoldAll(page)
  await expectAccessibleInEach(page)
  await page.goto(`${paths.signIn()}?fait=adresse`)
  await expect(page.getByText(t.accountAccess('confirm.done')).first()).toBeVisible()
  await expectAccessibleInEach(page)
})
