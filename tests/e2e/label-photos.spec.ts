import { paths } from '~/core/paths'
import { downloadedCsv } from './support/csv'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { tabTo } from './support/keyboard'
import { fieldOf, press, wordsOf } from './support/words'

const t = wordsOf('fr')
const given = new RegExp(`^${t.administrationPhotos('done.accepted', { label: '.+' })}$`)

test('by keyboard: a digit labels, Z undoes, X sets aside, arrows go on, and the shortcuts can be turned off', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await signInAs(page, 'admin')
  await page.goto(paths.photosToLabel())
  const place = page.getByRole('main').getByText(/^Photo 1 sur \d+$/)
  await expect(place).toBeVisible()
  const total = Number((await place.innerText()).match(/\d+$/)![0])
  const keys = page.getByRole('checkbox', { name: t.administrationPhotos('keys') })
  await expect(keys).toBeChecked()
  const left = (count: number) =>
    page
      .getByRole('main')
      .getByText(new RegExp(` sur ${count}$`))
      .first()

  await page.keyboard.press('1')
  await expect(page.getByText(given)).toBeVisible()
  await expect(left(total - 1)).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('z')
  await expect(page.getByText(t.administrationPhotos('done.waiting'))).toBeVisible()
  await expect(left(total)).toBeVisible()

  await page.keyboard.press('x')
  await expect(page.getByText(t.administrationPhotos('done.rejected'))).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/rang=2/)
  // The address changes a moment before the page that has the way back.
  await expect(page.getByRole('main').getByText(/^Photo 2 sur \d+$/)).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(/rang=1/)

  await tabTo(page, keys)
  await page.keyboard.press('Space')
  await expect(keys).not.toBeChecked()
  await page.keyboard.press('1')
  await page.keyboard.press('x')
  await page.reload()
  await expect(keys).not.toBeChecked()
  await expect(left(total - 1)).toBeVisible()
})

test('on a narrow phone: a tap labels, another label comes from the list, and the list is a file', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 780 })
  await signInAs(page, 'admin')
  await page.goto(paths.photosToLabel('?etat=waiting'))
  const question = page.getByRole('region', { name: t.administrationPhotos('question') })
  await question.getByRole('button', { name: t.administrationPhotos('noMaterial') }).tap()
  await expect(
    page.getByText(t.administrationPhotos('done.accepted', { label: t.photoLabels('label.other') })),
  ).toBeVisible()
  await fieldOf(question, t.administrationPhotos('other')).selectOption('radiator')
  await press(question, t.administrationPhotos('otherSubmit'))
  await expect(
    page.getByText(t.administrationPhotos('done.accepted', { label: t.photoLabels('label.radiator') })),
  ).toBeVisible()
  await expectAccessible(page)

  await page.goto(paths.photosToLabel('?etat=accepted&etiquette=radiator'))
  const rows = await downloadedCsv(page, page.getByRole('link', { name: /\(CSV\)/ }).first())
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row[t.administrationPhotos('label')]).toBe(t.photoLabels('label.radiator'))
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an owner agrees and withdraws; an administrator labels and undoes', async ({ page }) => {
    await signInAs(page, 'giver')
    await page.goto(paths.organisation())
    const agree = page.getByRole('checkbox', { name: t.photoConsent('agree') })
    await expect(agree).not.toBeChecked()
    await agree.check()
    await press(page, t.photoConsent('submit'))
    await expect(page.getByText(t.organisation('saved.partage'))).toBeVisible()
    await expect(agree).toBeChecked()
    await agree.uncheck()
    await press(page, t.photoConsent('submit'))
    await expect(page.getByText(t.organisation('saved.sans-partage'))).toBeVisible()
    await expect(agree).not.toBeChecked()

    await signInAs(page, 'admin')
    await page.goto(paths.photosToLabel())
    await page.getByRole('button', { name: t.administrationPhotos('noMaterial') }).click()
    await expect(page.getByText(given)).toBeVisible()
    await press(page, t.administrationPhotos('undo'))
    await expect(page.getByText(t.administrationPhotos('done.waiting'))).toBeVisible()
  })
})
