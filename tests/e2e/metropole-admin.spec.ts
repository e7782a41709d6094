import { formatter } from '~/core/format'
import { paths } from '~/core/paths'
import { translator } from '~/messages/catalogue'
import { factorReset } from '~/messages/factor-reset'
import { security } from '~/messages/security'
import { TODAY, unique } from './support/acts'
import { downloadedCsv, numberOf, sumOf } from './support/csv'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { linkMailedTo } from './support/mails'
import { addApplication } from './support/second-factor'
import { fieldOf, press, wordsOf } from './support/words'

const t = wordsOf('fr')
const s = translator('fr', security)
const tReset = translator('fr', factorReset)
const format = formatter('fr')

test('the team of the Métropole compares the communes, and their file adds up to the figures shown', async ({
  page,
}) => {
  await signInAs(page, 'admin')
  await page.goto(paths.dashboard())
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hugo')
  await page.getByRole('link', { name: /Comparer les 130 communes/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: t.communes('title') })).toBeVisible()

  let most = ''
  await test.step('the 130 communes add up to the Métropole', async () => {
    const link = page.getByRole('link', { name: /\(CSV\)/ }).first()
    const rows = await downloadedCsv(page, link)
    const communes = rows.filter((row) => row[t.communes('csv.code')] !== '')
    expect(communes).toHaveLength(130)
    const kg = (row: (typeof rows)[number]) => numberOf(row[t.communes('csv.numeratorKg')])
    most = [...communes].sort((a, b) => kg(b) - kg(a))[0]![t.communes('commune')]!
    const [numerator, denominator] = (['csv.numeratorKg', 'csv.denominatorKg'] as const).map((key) =>
      format.mass(sumOf(communes, t.communes(key)) * 1000),
    )
    const name = t.communes('figures', { year: TODAY.slice(0, 4) })
    await expect(page.getByRole('region', { name })).toContainText(`${numerator} sur ${denominator}`)
  })

  await test.step('the table follows the chosen column', async () => {
    await page.getByRole('link', { name: t.communes('sortBy', { column: t.communes('numerator') }) }).click()
    const table = page.getByRole('table', { name: /Les 130 communes/ })
    await expect(table.getByRole('rowheader').first()).toHaveText(most)
  })

  await test.step('reads the rules of the algorithms', async () => {
    await page.goto(paths.dashboard())
    await page
      .getByRole('main')
      .getByRole('link', { name: /algorithmes/ })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/lgorithmes/)
  })
})

test('the team of the Métropole invites an agent, who follows their commune until the account is suspended', async ({
  page,
  openPageOf,
}) => {
  test.setTimeout(120_000)
  const email = `${unique('agent').toLowerCase().replace(' ', '-')}@bobigny.example`
  const password = 'une phrase assez longue'
  const agent = await openPageOf('visitor')
  let codes: string[] = []
  await signInAs(page, 'admin')

  await test.step('invites an address for one commune', async () => {
    await page.goto(paths.agents())
    const form = page.getByRole('region', { name: t.administrationAgents('agentForm.title') })
    await form.getByLabel(t.administrationAgents('commune'), { exact: true }).selectOption({ value: '93008' })
    await form.getByLabel(t.administrationAgents('email'), { exact: true }).fill(email)
    await press(form, t.administrationAgents('agentForm.submit'))
    await expect(page.getByText(t.administrationAgents('done.invitation'))).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('the agent accepts by the link of the e-mail and arrives at the commune', async () => {
    await agent.goto(await linkMailedTo(email, /\/invitation\/[\w-]+/))
    await fieldOf(agent, t.accountAccess('signUp.name')).fill('Inès Agent')
    await fieldOf(agent, t.accountAccess('password.label')).fill(password)
    await press(agent, t.accountAccess('invitation.submit'))
    await expectAccessible(agent)
    codes = (await addApplication(agent)).codes
    await agent.getByRole('link', { name: s('codes.done') }).click()
    // The page of the invitation names the commune in its heading too: only the address tells that they joined.
    await expect(agent).toHaveURL(paths.commune('93008'))
    await expect(agent.getByRole('heading', { level: 1, name: 'Bobigny' })).toBeVisible()
  })

  await test.step('the team suspends the account with a reason, and its session ends at once', async () => {
    await page.goto(`${paths.accounts()}?q=${encodeURIComponent(email)}`)
    await page.getByRole('table').getByRole('link', { name: 'Inès Agent' }).click()
    await fieldOf(page, t.administration('suspend.reason')).fill('Fin de mission.')
    await press(page, t.administration('suspend.submitAccount'))
    await expect(page.getByText(t.administration('done.suspendu'))).toBeVisible()
    await expectAccessible(page)
    await agent.goto(paths.account())
    await expect(agent).toHaveURL(/\/connexion/)
  })

  await test.step('the team restores it, and the agent signs in again', async () => {
    await fieldOf(page, t.administration('suspend.reason')).fill('De retour.')
    await press(page, t.administration('suspend.submitRestore'))
    await expect(page.getByText(t.administration('done.retabli'))).toBeVisible()
    await fieldOf(agent, t.identity('email')).fill(email)
    await fieldOf(agent, t.identity('password')).fill(password)
    await press(agent.getByRole('main'), t.identity('submit'))
    await fieldOf(agent, s('step.code')).fill(codes[0]!)
    await press(agent, s('step.submit'))
    await expect(agent).toHaveURL(/\/compte/)
  })

  await test.step('the team resets the second proof of the agent, who sets up another one', async () => {
    await page.reload()
    await fieldOf(page, tReset('reason')).fill('Téléphone perdu, rappelée à la mairie.')
    await press(page, tReset('submit'))
    await expect(page.getByText(tReset('done'))).toBeVisible()
    await expectAccessible(page)
    await linkMailedTo(email, /Téléphone perdu/)
    await agent.goto(paths.signIn())
    await fieldOf(agent, t.identity('email')).fill(email)
    await fieldOf(agent, t.identity('password')).fill(password)
    await press(agent.getByRole('main'), t.identity('submit'))
    await expect(agent.getByRole('heading', { level: 1 })).toHaveText(s('enrol.title'))
    await press(agent.getByRole('main'), s('enrol.cancel'))
    await expect(agent).not.toHaveURL(/second-facteur/)
  })
})
