import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { paths } from '~/core/paths'
import { resumeSession } from '~/features/identity/commands/resume-session.server'
import { signInDemo } from '~/features/identity/commands/sign-in-demo.server'
import { DEMO_ACCOUNTS } from '~/features/identity/model/demo-accounts'
import { readSession } from '~/features/identity/read-session.server'
import { setSessionCookie } from '~/http/session-cookie.server'
import { env, setEnv } from '~/platform/env.server'
import { duringRequest } from '~/platform/request-facts.server'
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
import { granted } from '~tests/support/answers'
import { answer, secretIn } from '~tests/support/ask-page'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { codeOf, enter, makePerson, NO_PASSKEY, PASSWORD, setUpTotp } from '~tests/support/sign-in'

const MINUTE_MS = 60_000
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

  it('show the codes in the answer to the form itself, where no script asks for the page again', async () => {
    const { email } = await makePerson('commune')
    const half = await enter(email)
    const shown = (await answer(factorLoader, paths.newFactor(), { secret: half })).data
    const { secret, sealed } = (shown as { setup: { secret: string; sealed: string } }).setup
    const facts = { requestId: 'r', address: '192.0.2.0/24', actor: null }
    const cookie = (await setSessionCookie(half)).split(';')[0]!
    const asked = (init?: RequestInit) => ({
      request: new Request('https://gisement.example.org/compte/second-facteur', {
        headers: { Cookie: cookie },
        ...init,
      }),
      params: {},
      context: { cspNonce: '', requestId: '', clientIp: '127.0.0.1' },
    })
    const drawn = await duringRequest(facts, async () => {
      const form = new URLSearchParams({ intent: 'totp', setup: sealed, code: codeOf(secret) })
      await factorAction(asked({ method: 'POST', body: form }))
      return factorLoader(asked())
    })
    expect(drawn).toMatchObject({ email, isOwed: false, hasTotp: true })
    await expect(factorLoader(asked())).rejects.toMatchObject({ status: 302 })
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

  it('ASVS 2.4.1, 6.3.1: thirty answers of no passkey close the step for a while; a right code costs nothing', async () => {
    const { email } = await makePerson()
    const { totp } = await setUpTotp(await enter(email))
    now += MINUTE_MS
    const half = await enter(email)
    const post = (form: Record<string, string>, secret = half) =>
      answer(stepAction, paths.secondStep('/mes-lots'), { secret, form })
    for (let n = 0; n < 30; n++) expect((await post({ response: NO_PASSKEY })).status).not.toBe(429)
    const closed = await post({ response: NO_PASSKEY })
    expect(closed.status).toBe(429)
    expect((await post({ intent: 'code', code: codeOf(totp) })).status).toBe(429)
    now += 15 * MINUTE_MS
    expect((await post({ intent: 'code', code: codeOf(totp) }, await enter(email))).to).toBe('/mes-lots')
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
