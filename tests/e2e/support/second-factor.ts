import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { translator } from '~/messages/catalogue'
import { security } from '~/messages/security'
import { expect } from './fixtures'
import { fieldOf, press } from './words'

const t = translator('fr', security)

/** What an application shows `steps` half-minutes from now: a code is accepted once, so a second one is the next. */
export function totpCode(secret: string, steps = 0): string {
  const timestamp = new Date().getTime() + steps * 30_000
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })
}

/** On the page that adds a second proof: sets up an application with the key that the page shows. */
export async function addApplication(page: Page): Promise<{ secret: string; codes: string[] }> {
  const shown = page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
  const secret = (await shown.innerText()).replace(/\s/g, '')
  await fieldOf(page, t('enrol.code')).fill(totpCode(secret))
  await press(page, t('enrol.totpSubmit'))
  return { secret, codes: await shownCodes(page) }
}

/** The ten recovery codes of the page, this once. */
export async function shownCodes(page: Page): Promise<string[]> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('codes.shownTitle'))
  const codes = await page.getByRole('main').getByRole('listitem').allInnerTexts()
  expect(codes).toHaveLength(10)
  return codes
}

/** A page and its device for passkeys that verifies its person by itself (WebDriver's virtual authenticators). */
export async function withAuthenticator(page: Page) {
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', { options })
  return {
    /** Whether its person is recognised: their finger, or another's. */
    recognise: (isUserVerified: boolean) =>
      client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    credentials: async () => (await client.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
  }
}
