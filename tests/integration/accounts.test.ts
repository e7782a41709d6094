import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { changePassword } from '~/features/identity/commands/change-password.server'
import { confirmAddress } from '~/features/identity/commands/confirm-address.server'
import { createAccount } from '~/features/identity/commands/create-account.server'
import { forgetPassword } from '~/features/identity/commands/forget-password.server'
import { renewPassword } from '~/features/identity/commands/renew-password.server'
import { requestEmailChange } from '~/features/identity/commands/request-email-change.server'
import { resendConfirmation } from '~/features/identity/commands/resend-confirmation.server'
import { resumeSession } from '~/features/identity/commands/resume-session.server'
import { signIn } from '~/features/identity/commands/sign-in.server'
import { signUp } from '~/features/identity/commands/sign-up.server'
import { readLink } from '~/features/identity/read-link.server'
import { runOnce } from '~/jobs/worker.server'
import { siretField } from '~/schema/fields'
import { layOpen, setupDatabase, type TestSetup } from '~tests/support/database'
import { foundIn } from '~tests/support/plant'
import { setUpTotp } from '~tests/support/sign-in'

const PASSWORD = 'une phrase assez longue'
const HOUR_MS = 3_600_000
let setup: TestSetup
let now = Date.parse('2026-09-15T08:00:00Z')
let made = 0

beforeAll(async () => {
  setup = await setupDatabase()
  setClock({ now: () => now })
})
afterAll(() => {
  setClock()
  setup.cleanup()
})
beforeEach(() => {
  now += 100 * HOUR_MS
  fs.rmSync(path.join(setup.dir, 'mail'), { recursive: true, force: true })
})

/** A valid SIRET that no other test uses: the last digit makes the Luhn sum right. */
function freshSiret(): string {
  const body = `7${String(made++).padStart(12, '0')}`
  const digit = [...'0123456789'].find((last) => siretField.safeParse(body + last).success)
  return body + digit
}

function person(email: string, more: Partial<Parameters<typeof signUp>[0]> = {}) {
  return {
    id: newId(),
    name: 'Noor Modèle',
    email,
    password: PASSWORD,
    organisation: 'Atelier Modèle',
    siret: freshSiret(),
    kind: 'company' as const,
    sides: ['gives' as const],
    communeCode: '93048',
    locale: 'fr' as const,
    ...more,
  }
}

/** Runs the worker and reads the mails it wrote since the last call of `beforeEach`. */
async function mails(): Promise<{ to: string; text: string; token: string }[]> {
  while (await runOnce('accounts-test'));
  const dir = path.join(setup.dir, 'mail')
  if (!fs.existsSync(dir)) return []
  return fs.readdirSync(dir).map((name) => {
    const raw = fs.readFileSync(path.join(dir, name), 'utf8')
    const quoted = raw.replace(/=\r?\n/g, '')
    const to = /^To: .*?([\w.+-]+@[\w.-]+)/m.exec(quoted)?.[1] ?? ''
    const base64 = /base64\r?\n\r?\n([\s\S]+)$/.exec(raw)?.[1]
    const text = base64 ? Buffer.from(base64, 'base64').toString('utf8') : quoted
    const token = /\/(?:confirmer-adresse|nouveau-mot-de-passe|invitation)\/([\w-]+)/.exec(text)?.[1] ?? ''
    return { to, text, token }
  })
}

async function actorOf(email: string, password = PASSWORD) {
  const signedIn = await signIn({ email, password, device: '' })
  return signedIn.ok ? resumeSession(signedIn.value.secret) : null
}

function count(sql: string, ...params: string[]): number {
  return (setup.database.writer.prepare(sql).get(...params) as { n: number }).n
}

describe('signing up', () => {
  it('creates an owner who can look around, and who is confirmed by the link, once', async () => {
    expect(await signUp(person('un@exemple.fr'))).toEqual({ ok: true, value: null })
    expect(await actorOf('un@exemple.fr')).toMatchObject({
      isConfirmed: false,
      membership: 'owner',
      roles: ['giver'],
    })
    const [mail] = await mails()
    expect(mail?.to).toBe('un@exemple.fr')
    expect(await readLink(mail!.token, ['verify-email'])).toMatchObject({ email: 'un@exemple.fr' })
    expect((await confirmAddress(mail!.token)).ok).toBe(true)
    expect(await actorOf('un@exemple.fr')).toMatchObject({ isConfirmed: true })
    expect(await confirmAddress(mail!.token)).toMatchObject({ error: { code: 'link-expired' } })
  })

  it('keeps what the link holds out of the database', async () => {
    await signUp(person('secret@exemple.fr'))
    const [mail] = await mails()
    layOpen(setup)
    expect(mail!.token.length).toBeGreaterThan(40)
    const stored = foundIn(setup.dir, [mail!.token, 'secret@exemple.fr']).filter(
      (line) => !line.endsWith('.eml'),
    )
    expect(stored.join()).toMatch(/^secret@exemple.fr in (gisement\.sqlite|rows\.txt)$/)
  })

  it('happens once for the same id', async () => {
    const input = person('deux@exemple.fr')
    await Promise.all([signUp(input), signUp(input)])
    expect(count("select count(*) n from users where email = 'deux@exemple.fr'")).toBe(1)
    expect(await mails()).toHaveLength(1)
  })

  it('answers the same for an address in use, and tells its owner', async () => {
    await signUp(person('connu@exemple.fr'))
    const answer = await signUp(person('connu@exemple.fr', { password: 'un tout autre mot' }))
    expect(answer).toEqual({ ok: true, value: null })
    expect(count("select count(*) n from users where email = 'connu@exemple.fr'")).toBe(1)
    expect(await actorOf('connu@exemple.fr', 'un tout autre mot')).toBeNull()
    const texts = (await mails()).map(({ text }) => text)
    expect(texts.filter((text) => text.includes('/mot-de-passe-oublie'))).toHaveLength(1)
  })

  it('refuses a SIRET that an organisation has', async () => {
    const siret = freshSiret()
    await signUp(person('siret1@exemple.fr', { siret }))
    const answer = await signUp(person('siret2@exemple.fr', { siret }))
    expect(answer).toMatchObject({ error: { code: 'siret-known', field: 'siret' } })
    expect(count("select count(*) n from users where email = 'siret2@exemple.fr'")).toBe(0)
  })

  it('creates one account and one organisation when two people send at once', async () => {
    const siret = freshSiret()
    const sameSiret = await Promise.all(
      ['a@exemple.fr', 'b@exemple.fr'].map((email) => signUp(person(email, { siret }))),
    )
    expect(sameSiret.filter(({ ok }) => ok)).toHaveLength(1)
    expect(count('select count(*) n from organisations where siret = ?', siret)).toBe(1)
    await Promise.all([signUp(person('c@exemple.fr')), signUp(person('c@exemple.fr'))])
    expect(count("select count(*) n from users where email = 'c@exemple.fr'")).toBe(1)
  })

  it('lets the last link sent confirm, and not the ones before, nor after 48 hours', async () => {
    const input = person('tard@exemple.fr')
    await signUp(input)
    const first = (await mails())[0]!.token
    await resendConfirmation(input.id)
    const second = (await mails()).map(({ token }) => token).find((token) => token !== first)!
    expect((await confirmAddress(first)).ok).toBe(false)
    now += 48 * HOUR_MS
    expect((await confirmAddress(second)).ok).toBe(false)
    expect(await actorOf('tard@exemple.fr')).toMatchObject({ isConfirmed: false })
  })
})

describe('an account from the command line', () => {
  it('is confirmed, and refuses an address or a SIRET in use', async () => {
    const siret = freshSiret()
    const organisation = { name: 'Ville', siret, kind: 'commune', isGiver: false, isTaker: false } as const
    const input = {
      email: 'agent@exemple.fr',
      name: 'Agent',
      password: PASSWORD,
      organisation: { ...organisation, communeCode: '93048' },
    }
    expect((await createAccount(input)).ok).toBe(true)
    const { secret } = await setUpTotp(await secretOf('agent@exemple.fr'))
    expect(await resumeSession(secret)).toMatchObject({ isConfirmed: true, roles: ['commune-agent'] })
    expect(await createAccount(input)).toMatchObject({ error: { code: 'conflict' } })
    const other = await createAccount({ ...input, email: 'autre@exemple.fr' })
    expect(other).toMatchObject({ error: { code: 'siret-known' } })
  })
})

describe('a forgotten password', () => {
  it('is replaced by the link, once, and every session ends', async () => {
    await signUp(person('oubli@exemple.fr'))
    await mails()
    fs.rmSync(path.join(setup.dir, 'mail'), { recursive: true, force: true })
    const signedIn = await signIn({ email: 'oubli@exemple.fr', password: PASSWORD, device: '' })
    const secret = signedIn.ok ? signedIn.value.secret : ''
    await forgetPassword('oubli@exemple.fr')
    const [mail] = await mails()
    const renewed = { token: mail!.token, password: 'une nouvelle phrase' }
    expect((await renewPassword(renewed)).ok).toBe(true)
    expect(await resumeSession(secret)).toBeNull()
    expect(await actorOf('oubli@exemple.fr')).toBeNull()
    expect(await actorOf('oubli@exemple.fr', 'une nouvelle phrase')).toMatchObject({ isConfirmed: true })
    expect(await renewPassword(renewed)).toMatchObject({ error: { code: 'link-expired' } })
  })

  it('has a link for one hour, and none for an address without account', async () => {
    await signUp(person('heure@exemple.fr'))
    await mails()
    fs.rmSync(path.join(setup.dir, 'mail'), { recursive: true, force: true })
    await forgetPassword('heure@exemple.fr')
    await forgetPassword('personne@exemple.fr')
    const sent = await mails()
    expect(sent.map(({ to }) => to)).toEqual(['heure@exemple.fr'])
    now += HOUR_MS
    const late = await renewPassword({ token: sent[0]!.token, password: 'une nouvelle phrase' })
    expect(late).toMatchObject({ error: { code: 'link-expired' } })
  })

  it('cannot be renewed with a link of another kind', async () => {
    await signUp(person('genre@exemple.fr'))
    const [mail] = await mails()
    const renewed = await renewPassword({ token: mail!.token, password: 'une nouvelle phrase' })
    expect(renewed).toMatchObject({ error: { code: 'link-expired' } })
    expect((await confirmAddress(mail!.token)).ok).toBe(true)
  })
})

describe('one’s own account', () => {
  it('ASVS 6.2.2, 6.2.3: changes its password only with the current one, and ends the other sessions', async () => {
    const { id: userId } = await signedUp('change@exemple.fr')
    const [here, elsewhere] = [await secretOf('change@exemple.fr'), await secretOf('change@exemple.fr')]
    const change = { userId, email: 'change@exemple.fr', password: 'une nouvelle phrase', secret: here }
    const wrong = await changePassword({ ...change, currentPassword: 'faux' })
    expect(wrong).toMatchObject({ error: { code: 'bad-credentials', field: 'currentPassword' } })
    expect((await changePassword({ ...change, currentPassword: PASSWORD })).ok).toBe(true)
    expect(await resumeSession(here)).not.toBeNull()
    expect(await resumeSession(elsewhere)).toBeNull()
  })

  it('takes a new address when its link is opened, and tells the former one', async () => {
    const { id: userId } = await signedUp('avant@exemple.fr')
    const ask = { userId, currentEmail: 'avant@exemple.fr', currentPassword: PASSWORD }
    expect((await requestEmailChange({ ...ask, email: 'apres@exemple.fr' })).ok).toBe(true)
    const link = (await mails()).find(({ to }) => to === 'apres@exemple.fr')!
    expect(await actorOf('avant@exemple.fr')).not.toBeNull()
    expect((await confirmAddress(link.token)).ok).toBe(true)
    expect(await actorOf('avant@exemple.fr')).toBeNull()
    expect(await actorOf('apres@exemple.fr')).toMatchObject({ isConfirmed: true })
    expect((await mails()).filter(({ to }) => to === 'avant@exemple.fr')).toHaveLength(2)
  })

  it('does not say that a new address is in use, nor takes it', async () => {
    await signedUp('prise@exemple.fr')
    const { id: userId } = await signedUp('veut@exemple.fr')
    const ask = { userId, currentEmail: 'veut@exemple.fr', currentPassword: PASSWORD }
    const answer = await requestEmailChange({ ...ask, email: 'prise@exemple.fr' })
    expect(answer).toEqual({ ok: true, value: null })
    expect(
      count("select count(*) n from account_tokens where kind = 'change-email' and user_id = ?", userId),
    ).toBe(0)
  })
})

async function signedUp(email: string) {
  const input = person(email)
  await signUp(input)
  return input
}

async function secretOf(email: string): Promise<string> {
  const signedIn = await signIn({ email, password: PASSWORD, device: '' })
  return signedIn.ok ? signedIn.value.secret : ''
}
