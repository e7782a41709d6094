import type { ActionFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { paths } from '~/core/paths'
import { changePassword } from '~/features/identity/commands/change-password.server'
import { confirmIdentity } from '~/features/identity/commands/confirm-identity.server'
import { resumeSession } from '~/features/identity/commands/resume-session.server'
import { signIn } from '~/features/identity/commands/sign-in.server'
import { signInDemo } from '~/features/identity/commands/sign-in-demo.server'
import { signOut } from '~/features/identity/commands/sign-out.server'
import { suspendAccount } from '~/features/identity/commands/suspend-account.server'
import { DEMO_ACCOUNTS } from '~/features/identity/model/demo-accounts'
import { SESSION_ABSOLUTE_MS, SESSION_IDLE_MS } from '~/features/identity/model/session-limits'
import { listSessions } from '~/features/identity/queries.server'
import { readSession } from '~/features/identity/read-session.server'
import { setSessionCookie } from '~/http/session-cookie.server'
import { env, setEnv } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { action as accountAction, loader as accountLoader } from '~/routes/account/route'
import { action as confirmAction } from '~/routes/confirm-identity/route'
import { action as factorAction, loader as factorLoader } from '~/routes/new-factor/route'
import { action as stepAction, loader as stepLoader } from '~/routes/second-step/route'
import { action as securityAction, loader as securityLoader } from '~/routes/security/route'
import { action as signInAction, loader as signInLoader } from '~/routes/sign-in/route'
import { makeMembership, makeOrganisation } from '~db/seed/factories/organisation'
import { insertRows } from '~db/seed/factories/rows'
import { makeUser } from '~db/seed/factories/user'
import { createActor } from '~tests/support/actors'
import { granted } from '~tests/support/answers'
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

type Route = (args: ActionFunctionArgs) => Promise<unknown>
type Asked = { secret?: string | null; form?: Record<string, string> }

/** What a page or an act answers: status, where it leads, the session that its cookie holds, and what it shows. */
async function answer(route: Route, path: string, { secret, form }: Asked = {}) {
  const headers = new Headers({ 'Accept-Language': 'fr' })
  if (secret) headers.set('Cookie', (await setSessionCookie(secret)).split(';')[0]!)
  const post = form && { method: 'POST', body: new URLSearchParams(form) }
  const request = new Request(new URL(path, 'https://gisement.example.org'), { headers, ...post })
  const context = { cspNonce: '', requestId: '', clientIp: '127.0.0.1' }
  const given = await route({ request, params: {}, context }).catch((thrown: unknown) => thrown)
  if (given instanceof Error) throw given
  if (given instanceof Response) {
    const cookie = given.headers.get('Set-Cookie')
    return { status: given.status, to: given.headers.get('Location'), cookie, data: null }
  }
  const { data, init } = given as { data?: unknown; init?: ResponseInit | null }
  const cookie = new Headers(init?.headers).get('Set-Cookie')
  return { status: init?.status ?? 200, to: null, cookie, data: data ?? given }
}

/** The secret in a cookie that an answer sets, as the browser would send it back. */
function secretIn(cookie: string | null): string {
  const value = decodeURIComponent(/=([^;]+)/.exec(cookie ?? '')?.[1] ?? '')
  return JSON.parse(Buffer.from(value.split('.')[0]!, 'base64').toString()) as string
}

describe('a session', () => {
  it('ASVS 7.2.1, 7.2.3: is known by 256 random bits, of which the database holds a hash', async () => {
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

describe('the pages of the second step', () => {
  it('lead an agent to set it up before anything else, then to where they were going', async () => {
    const { email } = await makePerson('commune')
    const next = '/communes/93048'
    const form = { email, password: PASSWORD, next }
    const entered = await answer(signInAction, paths.signIn(), { form })
    expect(entered.to).toBe(paths.newFactor(next))
    const half = secretIn(entered.cookie)
    for (const page of [accountLoader, securityLoader, stepLoader]) {
      expect((await answer(page, `/x?suite=${next}`, { secret: half })).to).toContain(
        '/compte/second-facteur',
      )
    }
    expect((await answer(signInLoader, paths.signIn(next), { secret: half })).to).toBe(paths.newFactor(next))
    const page = await answer(factorLoader, paths.newFactor(next), { secret: half })
    const shown = page.data as {
      isOwed: boolean
      setup: { secret: string; sealed: string; qr: { d: string } }
    }
    expect([shown.isOwed, shown.setup.qr.d.length > 1000]).toEqual([true, true])
    const { secret, sealed } = shown.setup
    const wrong = await answer(factorAction, paths.newFactor(next), {
      secret: half,
      form: { intent: 'totp', setup: sealed, code: '000000' },
    })
    expect(wrong).toMatchObject({ status: 401, data: { setup: { secret } } })
    const done = await answer(factorAction, paths.newFactor(next), {
      secret: half,
      form: { intent: 'totp', setup: sealed, code: codeOf(secret) },
    })
    expect(done.data).toMatchObject({ next, codes: expect.arrayContaining([expect.any(String)]) as unknown })
    expect(await resumeSession(secretIn(done.cookie))).toMatchObject({ email })
  })

  it('ask for the code after the password, say what is wrong, and lead on', async () => {
    const { email } = await makePerson()
    const { totp, codes } = await setUpTotp(await enter(email))
    now += MINUTE_MS
    const entered = await answer(signInAction, paths.signIn(), {
      form: { email, password: PASSWORD, next: '/mes-lots' },
    })
    expect(entered.to).toBe(paths.secondStep('/mes-lots'))
    const half = secretIn(entered.cookie)
    expect(await answer(stepLoader, entered.to!, { secret: half })).toMatchObject({
      data: { hasTotp: true, hasPasskeys: false },
    })
    expect((await answer(accountLoader, '/compte', { secret: half })).to).toBe(paths.secondStep('/compte'))
    const post = (code: string) =>
      answer(stepAction, entered.to!, { secret: half, form: { intent: 'code', code } })
    const wrong = await post('000000')
    expect(wrong.status).toBe(401)
    expect(JSON.stringify(wrong.data)).toContain('il a déjà servi')
    expect((await post(codeOf(totp))).to).toBe('/mes-lots')
    const other = secretIn(
      (await answer(signInAction, paths.signIn(), { form: { email, password: PASSWORD } })).cookie,
    )
    const byCode = { intent: 'code', code: codes![0]! }
    expect((await answer(stepAction, paths.secondStep(), { secret: other, form: byCode })).to).toBe(
      paths.security('secours'),
    )
  })

  it('ASVS 7.5.1: what changes the way in asks a person with a second factor to prove it once more', async () => {
    const { email } = await makePerson()
    const { secret } = await setUpTotp(await enter(email))
    now += 11 * MINUTE_MS
    const forms: Record<string, string>[] = [
      { intent: 'email', email: 'neuve@exemple.fr', currentPassword: PASSWORD },
      { intent: 'password', currentPassword: PASSWORD, password: 'une nouvelle phrase' },
    ]
    for (const form of forms) {
      const asked = await answer(accountAction, paths.account(), { secret, form })
      expect(asked.to).toBe(paths.confirmIdentity(paths.account()))
    }
    for (const form of [{ intent: 'codes' }, { intent: 'remove', factor: 'totp' }] as Record<
      string,
      string
    >[]) {
      const asked = await answer(securityAction, paths.security(), { secret, form })
      expect(asked.to).toBe(paths.confirmIdentity(paths.security()))
    }
    expect((await answer(factorLoader, paths.newFactor(), { secret })).to).toContain('/compte/confirmer')
    const alone = { intent: 'confirm', password: PASSWORD }
    expect((await answer(confirmAction, paths.confirmIdentity(), { secret, form: alone })).status).toBe(401)
  })
})

describe('demo accounts', () => {
  const admin = DEMO_ACCOUNTS.find(({ role }) => role === 'admin')!
  beforeAll(async () => {
    const organisation = makeOrganisation({
      kind: 'metropole',
      name: 'Métropole',
      isGiver: false,
      isTaker: false,
    })
    const user = makeUser({ email: admin.email })
    const membership = makeMembership({ userId: user.id, organisationId: organisation.id })
    await withTx((tx) =>
      insertRows(tx, { organisations: [organisation], users: [user], memberships: [membership] }),
    )
  })
  const demo = async () => granted(await signInDemo({ email: admin.email, device: '' })).secret

  it('are spared the second factor outside production, and their page says so', async () => {
    const secret = await demo()
    expect(await resumeSession(secret)).toMatchObject({ email: admin.email })
    expect((await answer(securityLoader, paths.security(), { secret })).data).toMatchObject({
      state: { isExempt: true, isRequired: true },
    })
  })

  it('follow the rule where the operator wants them to', async () => {
    const before = env()
    setEnv({ ...before, isDemoExempt: false })
    expect((await readSession(await demo()))?.stage).toBe('enrol')
    setEnv(before)
  })

  it('ASVS 6.3.2, 6.3.3: in production have no way in, and a session of theirs owes what any other does', async () => {
    const secret = await demo()
    const before = env()
    setEnv({ ...before, isProduction: true, isDemoExempt: true })
    expect(await resumeSession(secret)).toBeNull()
    expect((await readSession(secret))?.stage).toBe('enrol')
    expect(await signInDemo({ email: admin.email, device: '' })).toMatchObject({
      error: { code: 'not-found' },
    })
    setEnv(before)
  })
})

it('an operator can require it of everyone', async () => {
  const before = env()
  const { email } = await makePerson()
  const open = await enter(email)
  setEnv({ ...before, factorAudience: 'everyone' })
  expect((await readSession(await enter(email)))?.stage).toBe('enrol')
  expect(await resumeSession(open)).toBeNull()
  setEnv(before)
})
