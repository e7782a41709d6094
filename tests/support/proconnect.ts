import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { nowMs, setClock } from '~/core/clock'
import { resumeSession } from '~/features/identity/commands/resume-session.server'
import { hashPassword } from '~/features/identity/passwords.server'
import { sessionSecretOf } from '~/http/session-cookie.server'
import { env, setEnv } from '~/platform/env.server'
import { forgetProvider } from '~/platform/openid.server'
import { action as createAccount } from '~/routes/proconnect-account/route'
import { loader as comeBack } from '~/routes/proconnect-return/route'
import { action as begin, loader as leaving } from '~/routes/proconnect/route'
import { siretField } from '~/schema/fields'
import { createBrowser, type TestBrowser } from './browser'
import { setupDatabase, type TestSetup } from './database'
import { CLIENT_ID, CLIENT_SECRET, startProvider, walkBack, type TestProvider } from './openid-provider'

export const PUBLIC_URL = 'http://gisement.test'
export const PASSWORD = 'une phrase assez longue'
let setup: TestSetup
let now = nowMs()
let made = 0

/** The provider of this test file, on from its beginning to its end. */
export let provider: TestProvider

beforeAll(async () => {
  setup = await setupDatabase()
  provider = await startProvider({ publicUrl: PUBLIC_URL })
  setEnv({ ...env(), publicUrl: PUBLIC_URL, proConnect: settingsOf(provider.issuer) })
})
beforeEach(() => {
  setClock()
  now = nowMs()
  setClock({ now: () => now })
  forgetProvider()
  setEnv({ ...env(), proConnect: settingsOf(provider.issuer) })
  provider.tamper = null
  provider.person = someone()
  setup.database.writer.exec('delete from rate_limits')
})
afterAll(async () => {
  setClock()
  await provider.close()
  setup.cleanup()
})

export const settingsOf = (issuer: string) => ({
  ...{ issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET },
  signing: 'RS256' as const,
})

export async function givePassword(userId: string): Promise<void> {
  const hash = await hashPassword(PASSWORD)
  setup.database.writer.prepare('update users set password_hash = ? where id = ?').run(hash, userId)
}

/** A valid SIRET that no other test uses: the last digit makes the Luhn sum right. */
export function siret(): string {
  const body = `9${String(made++).padStart(12, '0')}`
  return body + [...'0123456789'].find((last) => siretField.safeParse(body + last).success)!
}

export function someone(more: Partial<NonNullable<TestProvider['person']>> = {}) {
  const sub = `agent-${made++}`
  const names = { given_name: 'Noor', usual_name: 'Modèle' }
  return { sub, email: `${sub}@ville.example`, email_verified: true, ...names, siret: siret(), ...more }
}

export const rows = (sql: string, ...params: string[]) =>
  setup.database.writer.prepare(sql).all(...params) as Record<string, unknown>[]
export const userOf = (sub: string) =>
  rows('select u.* from users u join external_identities e on e.user_id = u.id where e.subject = ?', sub)[0]

/** From the button to the address that the provider sends the browser back to. */
export async function throughProvider(browser: TestBrowser, next = '/mes-lots'): Promise<string> {
  expect((await browser.post(begin, '/connexion/proconnect', { next })).to).toBe('/connexion/proconnect')
  const page = await browser.get(leaving, '/connexion/proconnect')
  const url = (page.data as { url: string }).url
  expect(page.headers.get('Refresh')).toBe(`0;url=${url}`)
  return walkBack(url, PUBLIC_URL)
}

export async function enter(browser = createBrowser(), next?: string) {
  return browser.get(comeBack, await throughProvider(browser, next))
}

/** Somebody new, through the provider and the page that founds their organisation; signed in. */
export async function newcomer(browser = createBrowser()): Promise<TestBrowser> {
  expect((await enter(browser)).to).toBe('/connexion/proconnect/compte')
  const answer = await browser.post(createAccount, '/connexion/proconnect/compte', founding())
  expect(answer).toMatchObject({ status: 302, to: '/mes-lots' })
  return browser
}

export const founding = () => ({
  ...{ intent: 'found', organisation: 'Régie Modèle', siret: siret() },
  ...{ kind: 'company', sides: 'gives', communeCode: '93048' },
})

export const actorIn = async (browser: TestBrowser) => {
  const secret = await sessionSecretOf(browser.request('/'))
  return secret === null ? null : resumeSession(secret)
}

/** Lets time pass. */
export function pass(ms: number): void {
  now += ms
}

/** Writes into the database past every command. */
export function write(sql: string, ...params: string[]): void {
  setup.database.writer.prepare(sql).run(...params)
}
