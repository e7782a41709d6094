import { paths } from '~/core/paths'
import { unique } from './support/acts'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { choose, fieldOf, press, wordsOf } from './support/words'

const t = wordsOf('fr')
test.use({ expectedErrors: [/40[04]/] })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('an organisation proposes a place, the Métropole publishes it, a visitor finds it', async ({
      page,
      openPageOf,
    }) => {
      test.setTimeout(180_000)
      const name = unique('Halle de stockage')
      const giver = javaScriptEnabled ? await openPageOf('giver') : page
      let address = ''

      await test.step('proposed by somebody signed in, with its faults shown at their fields', async () => {
        if (!javaScriptEnabled) await signInAs(giver, 'giver')
        await giver.goto(paths.places())
        await giver
          .getByRole('link', { name: t.directory('propose') })
          .first()
          .click()
        await press(giver, t.directoryForm('submitPropose'))
        await expect(giver.getByRole('alert')).toContainText('champ')
        await fieldOf(giver, t.directoryForm('kind')).selectOption('storage')
        await fieldOf(giver, t.directoryForm('name')).fill(name)
        await fieldOf(giver, t.directoryForm('commune')).selectOption('93048')
        await choose(giver, t.directory('service.storage'))
        await fieldOf(giver, t.directoryForm('website')).fill('halle.example')
        if (javaScriptEnabled) await expectAccessible(giver)
        await press(giver, t.directoryForm('submitPropose'))
        await expect(giver.getByRole('heading', { level: 1 })).toHaveText(name)
        await expect(giver.getByText(t.directory('done.propose'))).toBeVisible()
        address = new URL(giver.url()).pathname
      })

      const admin = javaScriptEnabled ? await openPageOf('admin') : page
      await test.step('not public yet; the Métropole checks and publishes it', async () => {
        const visitor = await openPageOf('visitor')
        expect((await visitor.request.get(address)).status()).toBe(404)
        if (!javaScriptEnabled) await signInAs(admin, 'admin')
        await admin.goto(paths.placesToCheck('?etat=propose'))
        if (javaScriptEnabled) await expectAccessible(admin)
        await admin.getByRole('link', { name }).click()
        if (javaScriptEnabled) await expectAccessible(admin)
        await press(admin, t.directoryForm('admin.publish'))
        await expect(admin.getByText(t.directoryForm('admin.done.publish'))).toBeVisible()
        await admin.getByRole('link', { name: t.directory('edit') }).click()
        await expect(fieldOf(admin, t.directoryForm('name'))).toHaveValue(name)
        if (javaScriptEnabled) await expectAccessible(admin)
      })

      await test.step('found by service and place, and named on the page of a lot nearby', async () => {
        const visitor = await openPageOf('visitor')
        await visitor.goto(paths.places())
        if (javaScriptEnabled) await expectAccessible(visitor)
        await fieldOf(visitor, t.directory('filter.service')).selectOption('storage')
        await fieldOf(visitor, t.search('field.commune')).selectOption('93048')
        await press(visitor, t.directory('filter.submit'))
        await expect(visitor).toHaveURL(/service=storage&commune=93048/)
        await visitor.getByRole('link', { name }).click()
        await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(name)
        await expect(visitor.getByText('https://halle.example')).toBeVisible()
        if (javaScriptEnabled) await expectAccessible(visitor)
        await visitor.goto(`${paths.lots()}?commune=93048`)
        await visitor
          .getByRole('main')
          .getByRole('article')
          .first()
          .getByRole('heading')
          .getByRole('link')
          .click()
        const near = visitor.getByRole('region', { name: t.directory('handling.title') })
        await expect(near.getByRole('link').first()).toBeVisible()
      })
    })
  })
}

test('a search around an address says that communes alone are found, and leads to the lots around', async ({
  page,
}) => {
  await page.goto(`${paths.lots()}?materiau=door`)
  await page.getByRole('link', { name: t.addresses('link') }).click()
  await fieldOf(page, t.addresses('field')).fill('4 place Carnot, Montreuil')
  await press(page, t.addresses('submit'))
  await expect(page.getByText(t.addresses('off'))).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Montreuil (93)' }).click()
  await expect(page).toHaveURL(/\/lots\?materiau=door&commune=93048&rayon=10$/)
})
