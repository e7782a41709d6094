import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { paths } from '~/core/paths'
import { changePassword } from '~/features/identity/commands/change-password.server'
import { confirmIdentity } from '~/features/identity/commands/confirm-identity.server'
import { resumeSession } from '~/features/identity/commands/resume-session.server'
import { signIn } from '~/features/identity/commands/sign-in.server'
import { signOut } from '~/features/identity/commands/sign-out.server'
import { suspendAccount } from '~/features/identity/commands/suspend-account.server'
import { SESSION_ABSOLUTE_MS, SESSION_IDLE_MS } from '~/features/identity/model/session-limits'
import { listSessions } from '~/features/identity/queries.server'
import { readSession } from '~/features/identity/read-session.server'
import { setSessionCookie } from '~/http/session-cookie.server'
import { env, setEnv } from '~/platform/env.server'
import { action as accountAction } from '~/routes/account/route'
import { action as confirmAction } from '~/routes/confirm-identity/route'
import { action as stepAction } from '~/routes/second-step/route'
import { action as signInAction } from '~/routes/sign-in/route'
import { createActor } from '~tests/support/actors'
import { granted } from '~tests/support/answers'
import { answer, secretIn } from '~tests/support/ask-page'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { codeOf, enter, makePerson, PASSWORD, setUpTotp } from '~tests/support/sign-in'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
let setup: TestSetup
let now = Date.parse('2026-09-15T08:00:00Z')

beforeAll(async () => {
  setup = await setupDatabase()
  setEnv({ ...env(), publicUrl: 'https://gisement.example.org' })
  setClock({ now: () => now })
})
afterAll(() => {
  setClock()
  setup.cleanup()
})
beforeEach(() => {
  now += 60 * MINUTE_MS
})

describe('a session', () => {
  it('ASVS 7.2.1, 7.2.2, 7.2.3: is known by 256 random bits, of which the database holds a hash', async () => {
    const { email } = await makePerson()
    const secrets = await Promise.all(Array.from({ length: 5 }, () => enter(email)))
    expect(new Set(secrets).size).toBe(5)
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    const stored = JSON.stringify(setup.database.writer.prepare('select * from sessions').all())
    for (const secret of secrets) expect(stored).not.toContain(secret)
    expect(await resumeSession('inconnu')).toBeNull()
  })

  it('ASVS 7.2.4: has a new secret at each sign-in, and the one that the browser held ends', async () => {
    const { email } = await makePerson()
    const planted = await enter(email)
    const form = { email, password: PASSWORD }
    const { cookie } = await answer(signInAction, paths.signIn(), { secret: planted, form })
    const secret = secretIn(cookie)
    expect(secret).not.toBe(planted)
    expect(await resumeSession(planted)).toBeNull()
    expect(await resumeSession(secret)).toMatchObject({ email })
  })

  it('ASVS 7.2.4: has a new secret after its person confirmed who they are, for the rest of the same life', async () => {
    const { email } = await makePerson()
    const secret = await enter(email)
    const { createdAtMs } = (await readSession(secret))!
    now += DAY_MS
    const wrong = await confirmIdentity({ secret, password: 'faux', code: '' })
    expect(wrong).toMatchObject({ error: { code: 'bad-credentials', field: 'password' } })
    const next = granted(await confirmIdentity({ secret, password: PASSWORD, code: '' })).secret
    expect(await readSession(secret)).toBeNull()
    expect(await readSession(next)).toMatchObject({ stage: 'open', createdAtMs, provenAtMs: now })
  })

  it('ASVS 7.3.1: ends after fourteen days without use, and use keeps it', async () => {
    const { email } = await makePerson()
    const [idle, used] = [await enter(email), await enter(email)]
    for (const day of [6, 13]) {
      now += (day === 6 ? 6 : 7) * DAY_MS
      expect(await resumeSession(used)).not.toBeNull()
    }
    now += SESSION_IDLE_MS - 13 * DAY_MS
    expect(await resumeSession(idle)).toBeNull()
    expect(await resumeSession(used)).not.toBeNull()
  })

  it('ASVS 7.3.2: ends after sixty days, however much it is used and its person confirms', async () => {
    const { email } = await makePerson()
    let secret = await enter(email)
    const end = now + SESSION_ABSOLUTE_MS
    while (now + 5 * DAY_MS < end) {
      now += 5 * DAY_MS
      expect(await resumeSession(secret)).not.toBeNull()
      secret = granted(await confirmIdentity({ secret, password: PASSWORD, code: '' })).secret
    }
    now = end
    expect(await resumeSession(secret)).toBeNull()
  })

  it('ASVS 7.4.1: is gone once its person signed out', async () => {
    const { email } = await makePerson()
    const secret = await enter(email)
    await signOut(secret)
    expect(await resumeSession(secret)).toBeNull()
  })

  it('ASVS 7.4.3: ends elsewhere when the password changes, half-open ones too', async () => {
    const { email, userId } = await makePerson()
    const { secret } = await setUpTotp(await enter(email))
    const half = await enter(email)
    const change = { userId, email, currentPassword: PASSWORD, password: 'une nouvelle phrase', secret }
    granted(await changePassword(change))
    expect(await readSession(half)).toBeNull()
    expect(await resumeSession(secret)).not.toBeNull()
  })

  it('ASVS 7.4.2: every way in is refused to a suspended account', async () => {
    const { email, userId } = await makePerson()
    const { secret, totp } = await setUpTotp(await enter(email))
    const half = await enter(email)
    const admin = await createActor('admin')
    granted(await suspendAccount({ actor: admin, userId, reason: 'Fausses annonces' }))
    expect(await resumeSession(secret)).toBeNull()
    now += MINUTE_MS
    const late = await answer(stepAction, paths.secondStep(), {
      secret: half,
      form: { intent: 'code', code: codeOf(totp) },
    })
    expect(late.to).toContain(paths.signIn())
    const again = await signIn({ email, password: PASSWORD, device: '' })
    expect(again).toMatchObject({ error: { code: 'account-closed' } })
    setup.database.writer.prepare('update users set suspended_at_ms = null where id = ?').run(userId)
    const reopened = await enter(email)
    setup.database.writer.prepare('update users set suspended_at_ms = 1 where id = ?').run(userId)
    expect(await readSession(reopened)).toBeNull()
  })

  it('ASVS 7.5.2: is listed for its person, who closes it after a recent proof', async () => {
    const { email, userId } = await makePerson()
    const [here, elsewhere] = [await enter(email), await enter(email)]
    const listed = await listSessions(userId, here, now)
    expect(listed.map(({ isCurrent, device }) => [isCurrent, device])).toEqual([
      [true, 'Firefox, Linux'],
      [false, 'Firefox, Linux'],
    ])
    const form = { intent: 'session', session: listed[1]!.id }
    now += 11 * MINUTE_MS
    const stale = await answer(accountAction, paths.account(), { secret: here, form })
    expect(stale.to).toBe(paths.confirmIdentity(paths.account()))
    expect(await resumeSession(elsewhere)).not.toBeNull()
    const confirmed = await answer(confirmAction, paths.confirmIdentity(paths.account()), {
      secret: here,
      form: { intent: 'confirm', password: PASSWORD },
    })
    expect(confirmed.to).toBe(paths.account())
    const secret = secretIn(confirmed.cookie)
    expect((await answer(accountAction, paths.account(), { secret, form })).to).toContain('fait=session')
    expect(await resumeSession(elsewhere)).toBeNull()
    expect(await resumeSession(secret)).not.toBeNull()
  })

  it('a half-open one is not in the list', async () => {
    const { email, userId } = await makePerson()
    const { secret } = await setUpTotp(await enter(email))
    await enter(email)
    expect(await listSessions(userId, secret, now)).toHaveLength(1)
  })

  it('ASVS 3.3.1, 3.3.3, 3.3.4: its cookie is for this host over https alone, out of reach of scripts', async () => {
    const cookie = await setSessionCookie('x')
    expect(cookie).toMatch(/^__Host-gisement=/)
    const parts = cookie.split('; ').slice(1)
    expect(parts).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']))
    expect(cookie).not.toContain('Domain')
  })
})
