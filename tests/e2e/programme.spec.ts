import { paths } from '~/core/paths'
import { unique } from './support/acts'
import { expect, expectAccessible, test } from './support/fixtures'
import { fieldOf, press, wordsOf } from './support/words'

const t = wordsOf('fr')
// A grant beyond the fund is refused.
test.use({ expectedErrors: [/409/] })

test('the Métropole scores and admits a commune, which stands on the public page', async ({ openPageOf }) => {
  const admin = await openPageOf('admin')
  await admin.goto(paths.dossiers('?etat=submitted'))
  await admin.getByRole('link', { name: 'Créteil' }).click()
  for (const criterion of ['Potentiel de réemploi', 'Portage', 'Méthode', 'Mesure', 'Partage']) {
    await admin.getByRole('group', { name: criterion }).getByText('4', { exact: true }).click()
  }
  await press(admin, t.programmeDossier('review.submit'))
  await expect(admin.getByText(t.programmeDossier('done.note'))).toBeVisible()
  await admin.getByText(t.programmeDossier('decide.admit'), { exact: true }).click()
  await fieldOf(admin, t.programmeDossier('decide.granted')).fill('1 000 000')
  await fieldOf(admin, t.programmeDossier('decide.reason')).fill(unique('Onze écoles diagnostiquées.'))
  await press(admin, t.programmeDossier('decide.submit'))
  await expect(admin.getByRole('alert')).toContainText('Il reste 38')
  await expectAccessible(admin)
  await fieldOf(admin, t.programmeDossier('decide.granted')).fill('8 000')
  await press(admin, t.programmeDossier('decide.submit'))
  await expect(admin.getByText(t.programmeDossier('done.decide'))).toBeVisible()
  const visitor = await openPageOf('visitor')
  await visitor.goto(paths.programme())
  await expect(visitor.getByRole('row', { name: /Créteil/ })).toContainText('8 000')
})
