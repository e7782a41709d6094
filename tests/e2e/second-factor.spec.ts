import type { Page } from '@playwright/test'
import { paths } from '~/core/paths'
import { translator } from '~/messages/catalogue'
import { account } from '~/messages/account'
import { security } from '~/messages/security'
import { unique } from './support/acts'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { linkMailedTo } from './support/mails'
import { addApplication, shownCodes, totpCode, withAuthenticator } from './support/second-factor'
import { choose, fieldOf, press, wordsOf } from './support/words'

const t = wordsOf('fr')
const s = translator('fr', security)
const tAccount = translator('fr', account)
const PASSWORD = 'une phrase assez longue'
// A refused code answers 401, as it must.
test.use({ expectedErrors: [/401/] })

let made = 0
/** A valid SIRET (Luhn) that no other test uses. */
function siret(): string {
  const body = `8${String(process.pid % 100_000).padStart(5, '0')}${String(made++).padStart(7, '0')}`
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return body + String((10 - (sum % 10)) % 10)
}

/** Someone new, with a company of their own, signed in. */
async function someone(page: Page): Promise<string> {
  const email = `${unique('personne').toLowerCase().replace(' ', '-')}@exemple.example`
  await page.goto(paths.signUp())
  await fieldOf(page, t.accountAccess('signUp.name')).fill('Lou Modèle')
  await fieldOf(page, t.accountAccess('signUp.email')).fill(email)
  await fieldOf(page, t.accountAccess('password.label')).fill(PASSWORD)
  await fieldOf(page, t.accountAccess('signUp.organisationName')).fill(unique('Atelier'))
  await fieldOf(page, t.accountAccess('signUp.siret')).fill(siret())
  await choose(page, t.accountAccess('signUp.gives'))
  await fieldOf(page, t.accountAccess('signUp.commune')).selectOption('93048')
  await press(page, t.accountAccess('signUp.submit'))
  await expect(page).toHaveURL(/\/inscription\/envoyee/)
  await signIn(page, email)
  await expect(page).toHaveURL(new RegExp(paths.dashboard()))
  return email
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(paths.signIn())
  await fieldOf(page, t.identity('email')).fill(email)
  await fieldOf(page, t.identity('password')).fill(PASSWORD)
  await press(page.getByRole('main'), t.identity('submit'))
}

async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies({ name: 'gisement' })
  await page.goto(paths.home())
}

test('an application protects an account: the code, a recovery code once, and removal', async ({ page }) => {
  test.setTimeout(150_000)
  const email = await someone(page)
  await page.goto(paths.security())
  await expect(page.getByText(s('next.noneTitle'))).toBeVisible()
  await expectAccessible(page)
  await page
    .getByRole('main')
    .getByRole('link', { name: s('add') })
    .click()
  await expect(page.getByRole('img', { name: s('enrol.qr') })).toBeVisible()
  await expectAccessible(page)
  const { secret, codes } = await addApplication(page)
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: s('codes.download') }).click()
  const stream = await (await download).createReadStream()
  const file = Buffer.concat((await stream.toArray()) as Buffer[]).toString('utf8')
  for (const code of codes) expect(file).toContain(code)
  await page.getByRole('link', { name: s('codes.done') }).click()
  await expect(page.getByText(s('done.ajoutee'))).toBeVisible()
  await linkMailedTo(email, /\/compte\/securite/)

  await test.step('the password alone opens nothing; a wrong code is told; the right one leads on', async () => {
    await signOut(page)
    await signIn(page, email)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(s('step.title'))
    await expectAccessible(page)
    await fieldOf(page, s('step.code')).fill('000000')
    await press(page, s('step.submit'))
    await expect(page.getByRole('alert')).toContainText('Ce code n’est pas le bon')
    await fieldOf(page, s('step.code')).fill(totpCode(secret, 1))
    await press(page, s('step.submit'))
    await expect(page).toHaveURL(new RegExp(paths.dashboard()))
  })

  await test.step('a recovery code opens once', async () => {
    for (const isNew of [true, false]) {
      await signOut(page)
      await signIn(page, email)
      await fieldOf(page, s('step.code')).fill(codes[0]!)
      await press(page, s('step.submit'))
      if (isNew) await expect(page.getByText(s('done.secours'))).toBeVisible()
      else await expect(page.getByRole('alert')).toContainText('Ce code n’est pas le bon')
    }
    await fieldOf(page, s('step.code')).fill(codes[1]!)
    await press(page, s('step.submit'))
    await expect(page.getByText(s('codes.left', { count: 8 }))).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('it is removed, and the account page says what is open', async () => {
    await press(page, s('factors.removeThis', { name: s('factors.totp') }))
    await expect(page.getByText(s('done.retiree'))).toBeVisible()
    await page.getByRole('link', { name: s('state.seeSessions') }).click()
    await expect(page.getByRole('heading', { name: tAccount('sessions.title') })).toBeVisible()
  })
})

test('a passkey is made, signs in alone, serves as second step and confirms who one is', async ({ page }) => {
  test.setTimeout(150_000)
  const device = await withAuthenticator(page)
  const email = await someone(page)
  await page.goto(paths.newFactor())
  await fieldOf(page, s('enrol.passkeyName')).fill('Mon téléphone')
  await press(page, s('enrol.passkeySubmit'))
  await shownCodes(page)
  expect(await device.credentials()).toHaveLength(1)
  expect((await device.credentials())[0]).toMatchObject({ isResidentCredential: true, rpId: 'localhost' })

  await test.step('alone, from the page to sign in, leading to where one was going', async () => {
    await signOut(page)
    await page.goto(paths.signIn(paths.security()))
    await press(page, s('passkey.signIn'))
    await expect(page).toHaveURL(new RegExp(paths.security()))
    await expect(page.getByRole('main')).toContainText('Mon téléphone')
    await expectAccessible(page)
  })

  await test.step('as second step after the password', async () => {
    await signOut(page)
    await signIn(page, email)
    await press(page, s('step.passkey'))
    await expect(page).toHaveURL(new RegExp(paths.dashboard()))
  })

  await test.step('to confirm who one is', async () => {
    await page.goto(paths.confirmIdentity(paths.security()))
    await expectAccessible(page)
    await press(page, s('confirm.passkey'))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(s('title'))
  })

  await test.step('under another name, which its person gives it', async () => {
    await page.getByText(s('factors.rename'), { exact: true }).click()
    await fieldOf(page, s('factors.newName')).fill('Mon téléphone du chantier')
    await expectAccessible(page)
    await press(page, s('factors.saveName'))
    await expect(page.getByText(s('done.renommee'))).toBeVisible()
    await expect(page.getByRole('main')).toContainText('Mon téléphone du chantier')
  })

  await test.step('not when the device does not recognise its person, and the page says so', async () => {
    await signOut(page)
    await device.recognise(false)
    await page.goto(paths.signIn())
    await press(page, s('passkey.signIn'))
    await expect(page.getByText(s('passkey.cancelled'))).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('nor once it is removed here, though the device still has it', async () => {
    await device.recognise(true)
    await press(page, s('passkey.signIn'))
    await expect(page).toHaveURL(new RegExp(paths.dashboard()))
    await page.goto(paths.security())
    await press(page, s('factors.removeThis', { name: 'Mon téléphone du chantier' }))
    await expect(page.getByText(s('done.retiree'))).toBeVisible()
    await signOut(page)
    await page.goto(paths.signIn())
    await press(page, s('passkey.signIn'))
    await expect(page.getByText(s('passkey.signInRefused'))).toBeVisible()
  })
})

test('ASVS 7.4.4: signing out is in sight on the pages that ask who one is', async ({ page }) => {
  await signInAs(page, 'admin')
  for (const path of [paths.account(), paths.security(), paths.newFactor(), paths.confirmIdentity()]) {
    await page.goto(path)
    await expect(page.getByRole('button', { name: t.common('nav.signOut') }).last()).toBeVisible()
  }
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the pages say that passkeys need them, and codes work', async ({ page }) => {
    test.setTimeout(120_000)
    await page.goto(paths.signIn())
    await expect(page.getByText(s('passkey.noScript'))).toBeVisible()
    await expect(page.getByRole('button', { name: s('passkey.signIn') })).toHaveCount(0)
    await signInAs(page, 'agent')
    await page.goto(paths.security())
    await expect(page.getByText(s('next.demoTitle'), { exact: true })).toBeVisible()
    await signOut(page)
    const email = await someone(page)
    await page.goto(paths.newFactor())
    await expect(page.getByText(s('passkey.noScriptEnrol'))).toBeVisible()
    const { secret } = await addApplication(page)
    await signOut(page)
    await signIn(page, email)
    await fieldOf(page, s('step.code')).fill(totpCode(secret, 1))
    await press(page, s('step.submit'))
    await expect(page).toHaveURL(new RegExp(paths.dashboard()))
  })
})
