import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { paths } from '~/core/paths'
import { addPasskey } from '~/features/identity/commands/add-factor.server'
import { confirmByPasskey } from '~/features/identity/commands/confirm-identity.server'
import { passByCode, passByPasskey } from '~/features/identity/commands/pass-second-step.server'
import { removeFactor } from '~/features/identity/commands/remove-factor.server'
import { renamePasskey } from '~/features/identity/commands/rename-passkey.server'
import { resumeSession } from '~/features/identity/commands/resume-session.server'
import { signInByPasskey } from '~/features/identity/commands/sign-in-passkey.server'
import { startCeremony } from '~/features/identity/commands/start-ceremony.server'
import { suspendAccount } from '~/features/identity/commands/suspend-account.server'
import { findFactors } from '~/features/identity/queries/second-factors.server'
import { readSession } from '~/features/identity/read-session.server'
import { env, setEnv } from '~/platform/env.server'
import { action as securityAction } from '~/routes/security/route'
import { createActor } from '~tests/support/actors'
import { granted } from '~tests/support/answers'
import { answer } from '~tests/support/ask-page'
import { Authenticator } from '~tests/support/authenticator'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { enter, makePerson } from '~tests/support/sign-in'

const MINUTE_MS = 60_000
const SITE = { origin: 'https://gisement.example.org', rpID: 'gisement.example.org' }
let setup: TestSetup
let now = Date.parse('2026-09-15T08:00:00Z')

beforeAll(async () => {
  setup = await setupDatabase()
  setEnv({ ...env(), publicUrl: SITE.origin })
  setClock({ now: () => now })
})
afterAll(() => {
  setClock()
  setup.cleanup()
})
beforeEach(() => {
  now += 60 * MINUTE_MS
})

type Purpose = Parameters<typeof startCeremony>[0]
const asked = async (purpose: Purpose, secret: string | null = null) =>
  granted(await startCeremony(purpose, secret))

async function register(session: string, authenticator: Authenticator, name = 'Téléphone') {
  const response = authenticator.register(await asked('register', session))
  return addPasskey({ secret: session, response, name })
}

/** Someone with a passkey, signed in with it. */
async function keyed(kind: 'company' | 'commune' = 'company') {
  const person = await makePerson(kind)
  const authenticator = new Authenticator(SITE)
  const added = granted(await register(await enter(person.email), authenticator))
  return { ...person, ...added, authenticator }
}

const signInWith = (response: ReturnType<Authenticator['sign']>) => signInByPasskey({ response, device: '' })
const refusedKey = { error: { code: 'passkey-refused' } }

describe('a passkey alone', () => {
  it('ASVS 6.3.3: opens a session that counts as two factors, also where a role requires them', async () => {
    const { authenticator, email } = await keyed('commune')
    const { secret } = granted(await signInWith(authenticator.sign(await asked('sign-in'))))
    expect(await resumeSession(secret)).toMatchObject({ email })
    expect((await findFactors((await resumeSession(secret))!.userId)).passkeys).toMatchObject([
      { name: 'Téléphone', lastUsedAtMs: now },
    ])
  })

  it('ASVS 6.7.2: signs a challenge of ours, once, within five minutes', async () => {
    const { authenticator } = await keyed()
    const response = authenticator.sign(await asked('sign-in'))
    expect((await signInWith(response)).ok).toBe(true)
    expect(await signInWith(response)).toMatchObject(refusedKey)
    const late = authenticator.sign(await asked('sign-in'))
    now += 5 * MINUTE_MS
    expect(await signInWith(late)).toMatchObject(refusedKey)
    const own = authenticator.sign({ challenge: Buffer.alloc(32, 7).toString('base64url') })
    expect(await signInWith(own)).toMatchObject(refusedKey)
  })

  it('gives challenges that are long and never the same', async () => {
    const challenges = new Set<string>()
    for (let at = 0; at < 20; at += 1) {
      const { challenge } = (await asked('sign-in')) as { challenge: string }
      expect(Buffer.from(challenge, 'base64url').length).toBeGreaterThanOrEqual(16)
      challenges.add(challenge)
    }
    expect(challenges.size).toBe(20)
  })

  it.each([
    ['from another site', { origin: 'https://gisement.example.com' }],
    ['for another domain', { rpID: 'example.org' }],
    ['whose person was not verified', { isVerified: false }],
    ['whose counter went back', { counter: 1 }],
  ])('%s is refused', async (_, faults) => {
    const { authenticator } = await keyed()
    granted(await signInWith(authenticator.sign(await asked('sign-in'))))
    granted(await signInWith(authenticator.sign(await asked('sign-in'))))
    expect(await signInWith(authenticator.sign(await asked('sign-in'), faults))).toMatchObject(refusedKey)
    expect((await signInWith(authenticator.sign(await asked('sign-in')))).ok).toBe(true)
  })

  it('with a changed signature, another’s handle or an unknown id is refused', async () => {
    const { authenticator } = await keyed()
    const other = await keyed()
    const good = async () => authenticator.sign(await asked('sign-in'))
    const bent = await good()
    const signature = Buffer.from(bent.response.signature, 'base64url')
    signature[signature.length - 1]! ^= 1
    bent.response.signature = signature.toString('base64url')
    expect(await signInWith(bent)).toMatchObject(refusedKey)
    const handed = await good()
    handed.response.userHandle = Buffer.from(other.userId).toString('base64url')
    expect(await signInWith(handed)).toMatchObject(refusedKey)
    const swapped = { ...(await good()), id: other.authenticator.id.toString('base64url') }
    expect(await signInWith(swapped)).toMatchObject(refusedKey)
    const stranger = new Authenticator(SITE)
    expect(await signInWith(stranger.sign(await asked('sign-in')))).toMatchObject(refusedKey)
  })

  it('ASVS 7.4.2: is refused to a suspended account, and says so only to who holds the passkey', async () => {
    const { authenticator, userId } = await keyed()
    const admin = await createActor('admin')
    granted(await suspendAccount({ actor: admin, userId, reason: 'Fausses annonces' }))
    const closed = await signInWith(authenticator.sign(await asked('sign-in')))
    expect(closed).toMatchObject({ error: { code: 'account-closed' } })
    const unverified = authenticator.sign(await asked('sign-in'), { isVerified: false })
    expect(await signInWith(unverified)).toMatchObject(refusedKey)
  })
})

describe('a passkey as second step', () => {
  it('opens a half-open session, its own and no other', async () => {
    const { authenticator, email } = await keyed()
    const stranger = await keyed()
    const half = await enter(email)
    expect(await resumeSession(half)).toBeNull()
    const foreign = stranger.authenticator.sign(await asked('step', half))
    expect(await passByPasskey({ secret: half, response: foreign })).toMatchObject(refusedKey)
    const response = authenticator.sign(await asked('step', half))
    const { secret } = granted(await passByPasskey({ secret: half, response }))
    expect(await resumeSession(secret)).toMatchObject({ email })
    expect(await readSession(half)).toBeNull()
  })

  it('a challenge is good for what it was asked, by the session that asked', async () => {
    const { authenticator, email } = await keyed()
    const [one, two] = [await enter(email), await enter(email)]
    const ofOne = authenticator.sign(await asked('step', one))
    expect(await passByPasskey({ secret: two, response: ofOne })).toMatchObject(refusedKey)
    const forStep = authenticator.sign(await asked('step', one))
    expect(await signInWith(forStep)).toMatchObject(refusedKey)
    const forSignIn = authenticator.sign(await asked('sign-in'))
    expect(await passByPasskey({ secret: one, response: forSignIn })).toMatchObject(refusedKey)
  })

  it('is not needed by who has a recovery code', async () => {
    const { email, codes } = await keyed()
    const half = await enter(email)
    expect(granted(await passByCode({ secret: half, code: codes![0]! })).way).toBe('recovery')
  })
})

describe('keeping passkeys', () => {
  it('several are kept by name, the first with recovery codes, and each is removed alone', async () => {
    const { secret, codes, userId, authenticator } = await keyed()
    expect(codes).toHaveLength(10)
    const second = granted(await register(secret, new Authenticator(SITE), 'Ordinateur du bureau'))
    expect(second.codes).toBeNull()
    expect((await findFactors(userId)).passkeys.map(({ name }) => name)).toEqual([
      'Téléphone',
      'Ordinateur du bureau',
    ])
    const id = authenticator.id.toString('base64url')
    granted(await removeFactor({ secret: second.secret, factor: id }))
    expect((await findFactors(userId)).passkeys.map(({ name }) => name)).toEqual(['Ordinateur du bureau'])
    expect((await findFactors(userId)).codesLeft).toBe(10)
    expect(await signInWith(authenticator.sign(await asked('sign-in')))).toMatchObject(refusedKey)
  })

  it('one gets another name from its person alone, and the log says so without the name', async () => {
    const { userId, authenticator, secret } = await keyed()
    const other = await keyed()
    const passkeyId = authenticator.id.toString('base64url')
    const stranger = await renamePasskey({ userId: other.userId, passkeyId, name: 'À moi' })
    expect(stranger).toMatchObject({ error: { code: 'not-found' } })
    granted(await renamePasskey({ userId, passkeyId, name: 'Téléphone du chantier' }))
    expect((await findFactors(userId)).passkeys.map(({ name }) => name)).toEqual(['Téléphone du chantier'])
    const rename = (name: string) =>
      answer(securityAction, paths.security(), {
        secret,
        form: { intent: 'rename', factor: passkeyId, name },
      })
    expect((await rename('  ')).status).toBe(400)
    expect((await rename('Téléphone de Lou')).to).toBe(paths.security('renommee'))
    expect((await findFactors(userId)).passkeys.map(({ name }) => name)).toEqual(['Téléphone de Lou'])
    const rows = setup.database.writer
      .prepare("select details from audit_rows where action = 'user.passkey-renamed' and object_id = ?")
      .all(userId) as { details: string }[]
    expect(rows.map(({ details }) => JSON.parse(details) as unknown)).toEqual([
      { factor: 'passkey' },
      { factor: 'passkey' },
    ])
  })

  it('one is kept for one account, and ten at most', async () => {
    const { authenticator } = await keyed()
    const { email } = await makePerson()
    let session = await enter(email)
    expect(await register(session, authenticator)).toMatchObject({ error: { code: 'conflict' } })
    for (let at = 0; at < 10; at += 1)
      session = granted(await register(session, new Authenticator(SITE))).secret
    expect(await register(session, new Authenticator(SITE))).toMatchObject({
      error: { code: 'passkey-limit' },
    })
  })

  it.each([
    ['from another site', { origin: 'https://gisement.example.com' }],
    ['for another domain', { rpID: 'example.org' }],
    ['whose person was not verified', { isVerified: false }],
    ['for a challenge of its own', { challenge: 'YWJjZGVmZ2hpamtsbW5vcA' }],
  ])('one made %s is not kept', async (_, faults) => {
    const { email, userId } = await makePerson()
    const session = await enter(email)
    const response = new Authenticator(SITE).register(await asked('register', session), faults)
    expect(await addPasskey({ secret: session, response, name: 'X' })).toMatchObject(refusedKey)
    expect((await findFactors(userId)).passkeys).toEqual([])
  })

  it('ASVS 11.6.1: keys of Ed25519, ES256 and RS256 are asked for, and one of any other algorithm is not kept', async () => {
    const { email, userId } = await makePerson()
    const session = await enter(email)
    const options = (await asked('register', session)) as { pubKeyCredParams: { alg: number }[] }
    expect(options.pubKeyCredParams.map(({ alg }) => alg)).toEqual([-8, -7, -257])
    // RS1, RS512, ES256K, and none that is known.
    for (const algorithm of [-65535, -259, -47, -99]) {
      const response = new Authenticator(SITE).register(await asked('register', session), { algorithm })
      expect(await addPasskey({ secret: session, response, name: 'X' })).toMatchObject(refusedKey)
    }
    expect((await findFactors(userId)).passkeys).toEqual([])
  })

  it('is asked of nobody without a session, nor without a recent proof, nor before a step that is owed', async () => {
    const { email, secret } = await keyed()
    const half = await enter(email)
    for (const session of [null, half, 'inconnu']) {
      expect(await startCeremony('register', session)).toMatchObject({ error: { code: 'forbidden' } })
    }
    now += 11 * MINUTE_MS
    expect(await startCeremony('register', secret)).toMatchObject({ error: { code: 'proof-stale' } })
  })

  it('is not offered where the public address allows none', async () => {
    setEnv({ ...env(), publicUrl: 'http://192.0.2.7:3000' })
    expect(await startCeremony('sign-in', null)).toMatchObject({ error: { code: 'forbidden' } })
    setEnv({ ...env(), publicUrl: SITE.origin })
  })

  it('keeps no more challenges of strangers than it can hold', async () => {
    const insert = setup.database.writer.prepare(
      "insert into webauthn_challenges (challenge_hash, purpose, expires_at_ms) values (?, 'sign-in', ?)",
    )
    for (let at = 0; at < 5000; at += 1) insert.run(`flood-${at}`, now + MINUTE_MS)
    expect(await startCeremony('sign-in', null)).toMatchObject({ error: { code: 'busy' } })
    now += 2 * MINUTE_MS
    expect((await startCeremony('sign-in', null)).ok).toBe(true)
  })
})

it('ASVS 7.5.1: confirms who one is, under a new secret', async () => {
  const { authenticator, secret } = await keyed()
  now += 11 * MINUTE_MS
  const response = authenticator.sign(await asked('confirm', secret))
  const confirmed = granted(await confirmByPasskey({ secret, response }))
  expect(await readSession(secret)).toBeNull()
  expect(await readSession(confirmed.secret)).toMatchObject({ stage: 'open', provenAtMs: now })
  expect((await startCeremony('register', confirmed.secret)).ok).toBe(true)
})
