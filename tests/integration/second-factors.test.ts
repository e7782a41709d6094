import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { addTotp } from '~/features/identity/commands/add-factor.server'
import { sendResetLink } from '~/features/identity/commands/forget-password.server'
import { passByCode } from '~/features/identity/commands/pass-second-step.server'
import { removeFactor } from '~/features/identity/commands/remove-factor.server'
import { renewPassword } from '~/features/identity/commands/renew-password.server'
import { renewRecoveryCodes } from '~/features/identity/commands/renew-recovery-codes.server'
import { resetFactors } from '~/features/identity/commands/reset-factors.server'
import { resumeSession } from '~/features/identity/commands/resume-session.server'
import { findFactors } from '~/features/identity/queries/second-factors.server'
import { tokenOf } from '~/features/identity/account-token.server'
import { readSession } from '~/features/identity/read-session.server'
import { newSetup } from '~/features/identity/totp-setup.server'
import { createActor } from '~tests/support/actors'
import { granted } from '~tests/support/answers'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { codeOf, enter, enterTwice, makePerson, PASSWORD, setUpTotp } from '~tests/support/sign-in'

const MINUTE_MS = 60_000
let setup: TestSetup
let now = Date.parse('2026-09-15T08:00:00Z')

beforeAll(async () => {
  setup = await setupDatabase()
  setClock({ now: () => now })
})
afterAll(() => {
  setClock()
  setup.cleanup()
})
beforeEach(() => {
  now += 60 * MINUTE_MS
})

/** The notices that the outbox holds for a person, in order. */
function notices(userId: string): string[] {
  const sql = `select json_extract(payload, '$.notice') from outbox
    where topic = 'account.notice' and json_extract(payload, '$.userId') = ? order by rowid`
  return setup.database.writer.prepare(sql).pluck().all(userId) as string[]
}

/** The kinds of events about a person with who did them. */
function events(userId: string): { kind: string; by: string | null; detail: string }[] {
  const sql =
    "select kind, actor_user_id as by, detail from events where entity = 'user' and entity_id = ? order by rowid"
  return setup.database.writer.prepare(sql).all(userId) as ReturnType<typeof events>
}

/** Someone with an application, signed in with both proofs. */
async function secured(kind: 'company' | 'commune' | 'metropole' = 'company') {
  const person = await makePerson(kind)
  const { secret, codes, totp } = await setUpTotp(await enter(person.email))
  return { ...person, secret, totp, codes: codes! }
}

describe('who must have one', () => {
  it.each(['commune', 'metropole'] as const)(
    'ASVS 6.3.3: a member of a %s gets nothing from a password before a second factor is set up',
    async (kind) => {
      const { email } = await makePerson(kind)
      const half = await enter(email)
      expect(await resumeSession(half)).toBeNull()
      expect((await readSession(half))?.stage).toBe('enrol')
      const { secret } = await setUpTotp(half)
      expect(await resumeSession(secret)).toMatchObject({ email })
      expect(await readSession(half)).toBeNull()
    },
  )

  it('a company’s member enters with the password alone, until they set one up', async () => {
    const { email } = await makePerson()
    expect(await resumeSession(await enter(email))).toMatchObject({ email })
    await setUpTotp(await enter(email))
    expect(await resumeSession(await enter(email))).toBeNull()
  })

  it('a half-open session ends after twenty minutes', async () => {
    const { email, totp } = await secured()
    const half = await enter(email)
    now += 21 * MINUTE_MS
    expect(await readSession(half)).toBeNull()
    expect(await passByCode({ secret: half, code: codeOf(totp) })).toMatchObject({
      error: { code: 'forbidden' },
    })
  })

  it('an open session ends up at the step when its person joins a commune', async () => {
    const { email, userId } = await makePerson()
    const secret = await enter(email)
    const { organisationId } = await createActor('agent')
    const sql =
      "insert into memberships (user_id, organisation_id, role, created_at_ms) values (?, ?, 'member', 0)"
    setup.database.writer.prepare(sql).run(userId, organisationId)
    expect(await resumeSession(secret)).toBeNull()
    expect((await readSession(secret))?.stage).toBe('enrol')
  })
})

describe('a code of the application', () => {
  it('ASVS 6.5.1: opens the session once; the same code, or one before it, is refused ever after', async () => {
    const { email, totp } = await secured()
    now += MINUTE_MS
    const code = codeOf(totp)
    const secret = await enterTwice(email, code)
    expect(await resumeSession(secret)).toMatchObject({ email })
    const again = await enter(email)
    for (const used of [code, codeOf(totp, -1)]) {
      expect(await passByCode({ secret: again, code: used })).toMatchObject({ error: { code: 'code-wrong' } })
    }
    expect(granted(await passByCode({ secret: again, code: codeOf(totp, 1) })).way).toBe('totp')
  })

  it('ASVS 6.5.1: opens one session of two that send it at once', async () => {
    const { email, totp } = await secured()
    now += MINUTE_MS
    const halves = [await enter(email), await enter(email)]
    const answers = await Promise.all(halves.map((secret) => passByCode({ secret, code: codeOf(totp) })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('ASVS 6.5.5: is good for its half-minute and the two beside it, no more', async () => {
    const { email, totp } = await secured()
    now += 10 * MINUTE_MS
    const half = await enter(email)
    for (const steps of [-2, 2]) {
      const late = await passByCode({ secret: half, code: codeOf(totp, steps) })
      expect(late).toMatchObject({ error: { code: 'code-wrong' } })
    }
    expect((await passByCode({ secret: half, code: codeOf(totp, -1) })).ok).toBe(true)
  })

  it('ASVS 7.2.4: opens a session under a new secret, and ends the half-open one', async () => {
    const { email, totp } = await secured()
    now += MINUTE_MS
    const half = await enter(email)
    const { secret } = granted(await passByCode({ secret: half, code: codeOf(totp) }))
    expect(secret).not.toBe(half)
    expect(await readSession(half)).toBeNull()
    expect((await readSession(secret))?.stage).toBe('open')
  })

  it('ASVS 6.3.1, 6.3.5: five wrong ones close codes for a quarter of an hour, over all sessions, then for longer', async () => {
    const { email, totp, userId } = await secured()
    const wrong = async () => passByCode({ secret: await enter(email), code: '000000' })
    for (let trial = 1; trial < 5; trial += 1)
      expect(await wrong()).toMatchObject({ error: { code: 'code-wrong' } })
    expect(await wrong()).toMatchObject({ error: { code: 'codes-locked' } })
    expect(notices(userId)).toContain('codes-locked')
    now += 14 * MINUTE_MS
    const half = await enter(email)
    expect(await passByCode({ secret: half, code: codeOf(totp) })).toMatchObject({
      error: { code: 'codes-locked' },
    })
    now += 2 * MINUTE_MS
    for (let trial = 6; trial <= 10; trial += 1) await wrong()
    now += 16 * MINUTE_MS
    expect(await wrong()).toMatchObject({ error: { code: 'codes-locked' } })
    now += 15 * MINUTE_MS
    expect(await resumeSession(await enterTwice(email, codeOf(totp)))).toMatchObject({ email })
  })

  it('ASVS 6.5.3: has a secret of its own, which the database holds under a key that is not in it', async () => {
    const [one, two] = [await secured(), await secured()]
    expect(one.totp).not.toBe(two.totp)
    const rows = JSON.stringify(setup.database.writer.prepare('select * from totp_factors').all())
    expect(rows).toContain(one.userId)
    for (const secret of [one.totp, two.totp]) expect(rows).not.toContain(secret)
  })

  it('is set up by the session that began it, soon, with a right first code', async () => {
    const [mine, other] = [await makePerson(), await makePerson()]
    const session = await enter(mine.email)
    const begun = newSetup((await readSession(session))!)
    const add = (secret: string, code = codeOf(begun.secret)) =>
      addTotp({ secret, setup: begun.sealed, code })
    expect(await add(session, '000000')).toMatchObject({ error: { code: 'code-wrong' } })
    expect(await add(await enter(other.email))).toMatchObject({ error: { code: 'setup-stale' } })
    expect(await add(await enter(mine.email))).toMatchObject({ error: { code: 'setup-stale' } })
    expect((await findFactors(mine.userId)).totp).toBeNull()
    expect((await add(session)).ok).toBe(true)
  })
})

describe('recovery codes', () => {
  it('ASVS 6.5.1: ten are shown at set-up; each opens one session, and the person is told', async () => {
    const { email, userId, codes } = await secured()
    expect(codes).toHaveLength(10)
    const half = await enter(email)
    const { secret, way } = granted(await passByCode({ secret: half, code: codes[3]!.toLowerCase() }))
    expect([way, (await resumeSession(secret))?.email]).toEqual(['recovery', email])
    expect(await passByCode({ secret: await enter(email), code: codes[3]! })).toMatchObject({
      error: { code: 'code-wrong' },
    })
    expect((await findFactors(userId)).codesLeft).toBe(9)
    expect(notices(userId)).toContain('recovery-code-used')
  })

  it('ASVS 6.5.2: are stored hashed, under a salt of the person', async () => {
    const [one, two] = [await secured(), await secured()]
    const rows = setup.database.writer.prepare('select * from recovery_codes').all() as Record<
      string,
      string
    >[]
    const stored = JSON.stringify(rows)
    for (const code of [...one.codes, ...two.codes]) {
      expect(stored).not.toContain(code)
      expect(stored).not.toContain(code.replaceAll('-', ''))
    }
    const saltsOf = (id: string) => new Set(rows.filter((row) => row.user_id === id).map(({ salt }) => salt))
    expect([...saltsOf(one.userId), ...saltsOf(two.userId)]).toHaveLength(2)
    expect([...saltsOf(one.userId)]).not.toEqual([...saltsOf(two.userId)])
  })

  it('open nobody else’s account', async () => {
    const [one, two] = [await secured(), await secured()]
    const half = await enter(two.email)
    expect(await passByCode({ secret: half, code: one.codes[0]! })).toMatchObject({
      error: { code: 'code-wrong' },
    })
  })

  it('are renewed on demand: the former ones are refused, and the person is told', async () => {
    const { email, userId, secret, codes } = await secured()
    const renewed = granted(await renewRecoveryCodes(secret))
    expect(renewed.codes).toHaveLength(10)
    const half = await enter(email)
    expect(await passByCode({ secret: half, code: codes[0]! })).toMatchObject({
      error: { code: 'code-wrong' },
    })
    expect((await passByCode({ secret: half, code: renewed.codes[0]! })).ok).toBe(true)
    expect(notices(userId)).toContain('codes-renewed')
  })
})

describe('changing them', () => {
  it('ASVS 7.5.1: asks for a proof of the last ten minutes', async () => {
    const { secret } = await secured()
    now += 11 * MINUTE_MS
    const stale = { error: { code: 'proof-stale' } }
    expect(await removeFactor({ secret, factor: 'totp' })).toMatchObject(stale)
    expect(await renewRecoveryCodes(secret)).toMatchObject(stale)
    const { email } = await makePerson()
    const session = await enter(email)
    now += 11 * MINUTE_MS
    await expect(setUpTotp(session)).rejects.toThrow('proof-stale')
  })

  it('ASVS 6.3.7, 7.4.3: adding or removing one ends the other sessions and tells the person', async () => {
    const { email, userId } = await makePerson()
    const elsewhere = await enter(email)
    const { secret } = await setUpTotp(await enter(email))
    expect(await readSession(elsewhere)).toBeNull()
    const half = await enter(email)
    granted(await removeFactor({ secret, factor: 'totp' }))
    expect(await readSession(half)).toBeNull()
    expect(await resumeSession(secret)).not.toBeNull()
    expect(notices(userId)).toEqual(['factor-added', 'factor-removed'])
    expect(events(userId).map(({ kind }) => kind)).toEqual(['created', 'factor-added', 'factor-removed'])
    expect(await findFactors(userId)).toEqual({ totp: null, passkeys: [], codesLeft: 0 })
    expect(await resumeSession(await enter(email))).not.toBeNull()
  })

  it('ASVS 6.3.3: the last one stays where a role requires it', async () => {
    const { secret, userId } = await secured('commune')
    expect(await removeFactor({ secret, factor: 'totp' })).toMatchObject({
      error: { code: 'factor-required' },
    })
    expect((await findFactors(userId)).totp).not.toBeNull()
  })

  it('a second application is refused, and nobody removes another’s', async () => {
    const [one, two] = [await secured(), await secured()]
    await expect(setUpTotp(one.secret)).rejects.toThrow('conflict')
    expect(await removeFactor({ secret: two.secret, factor: 'inconnue' })).toMatchObject({
      error: { code: 'not-found' },
    })
  })
})

describe('what was lost', () => {
  it('ASVS 6.4.3: a password renewed by e-mail leaves the second factor in place', async () => {
    const { email, userId, totp, secret } = await secured()
    const messageId = newId()
    await sendResetLink({ messageId, userId })
    granted(await renewPassword({ token: tokenOf(messageId), password: 'une nouvelle phrase' }))
    expect(await readSession(secret)).toBeNull()
    const half = await enter(email, 'une nouvelle phrase')
    expect(await resumeSession(half)).toBeNull()
    now += MINUTE_MS
    expect((await passByCode({ secret: half, code: codeOf(totp) })).ok).toBe(true)
  })

  it('ASVS 6.4.4, 7.4.5: an admin resets them with a reason; sessions end, the person is told, the event stays', async () => {
    const admin = await createActor('admin')
    const { email, userId, secret } = await secured('commune')
    const reason = 'Téléphone perdu, rappelée à la mairie'
    granted(await resetFactors({ actor: admin, userId, reason }))
    expect(await readSession(secret)).toBeNull()
    expect(await findFactors(userId)).toEqual({ totp: null, passkeys: [], codesLeft: 0 })
    expect(notices(userId).at(-1)).toBe('factors-reset')
    expect(events(userId).at(-1)).toMatchObject({ kind: 'factors-reset', by: admin.userId })
    expect(events(userId).at(-1)?.detail).toContain(reason)
    expect((await readSession(await enter(email)))?.stage).toBe('enrol')
    expect(await resetFactors({ actor: admin, userId, reason })).toMatchObject({
      error: { code: 'conflict' },
    })
  })

  it('is reset by nobody else, nor by an admin for themselves', async () => {
    const { userId } = await secured()
    const reason = 'Parce que je le veux'
    for (const kind of ['giver', 'taker', 'agent'] as const) {
      const refused = await resetFactors({ actor: await createActor(kind), userId, reason })
      expect(refused).toMatchObject({ error: { code: 'forbidden' } })
    }
    const admin = await createActor('admin')
    expect(await resetFactors({ actor: admin, userId: admin.userId, reason })).toMatchObject({
      error: { code: 'own-account' },
    })
    expect((await findFactors(userId)).totp).not.toBeNull()
  })

  it('an account that nobody has keeps its password as the only thing to know', async () => {
    const { email } = await secured()
    await expect(enter(email, `${PASSWORD} `)).rejects.toThrow('bad-credentials')
  })
})
