import { fork } from 'node:child_process'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { LIMITS } from '~/core/limits'
import { forgetPassword, sendResetLink } from '~/features/identity/commands/forget-password.server'
import { renewPassword } from '~/features/identity/commands/renew-password.server'
import { tokenOf } from '~/features/identity/account-token.server'
import { hashPassword } from '~/features/identity/passwords.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { forgetCounts, spendNow } from '~/platform/limits.server'
import { action as changeAccount } from '~/routes/account/route'
import { action as forget } from '~/routes/forgotten-password/route'
import { action as searchByPhoto } from '~/routes/lots-by-photo/route'
import { action as organisation } from '~/routes/organisation/route'
import { action as passkeyOptions } from '~/routes/passkey-options/route'
import { action as resend } from '~/routes/resend-confirmation/route'
import { action as signIn } from '~/routes/sign-in/route'
import { action as signUp } from '~/routes/sign-up/route'
import { action as tryPhoto } from '~/routes/try-photo/route'
import { createActor } from '~tests/support/actors'
import { reopen, rowsEverWritten, setupDatabase, type TestSetup } from '~tests/support/database'
import type { LimitOrder } from '~tests/support/limit-race-worker'

const PASSWORD = 'une phrase assez longue'
let setup: TestSetup
let giver: Actor
let now = Date.parse('2026-09-15T08:00:20Z')

beforeAll(async () => {
  setup = await setupDatabase()
  setClock({ now: () => now })
  giver = await createActor('giver')
  const hash = await hashPassword(PASSWORD)
  setup.database.writer.prepare('update users set password_hash = ? where id = ?').run(hash, giver.userId)
})
beforeEach(() => {
  now += 100 * 3_600_000
})
afterAll(() => {
  setClock()
  setup.cleanup()
})

type Form = Record<string, string>
type Action = (args: ReturnType<typeof argsOf>) => Promise<unknown>
type Answer = { status: number; wait: string | null; text: string }

/** Posts a form to a page as a browser does, from an address of its own. */
async function post(action: Action, form: Form, ip: string, actor: Actor | null = null): Promise<Answer> {
  const args = argsOf(await requestAs(actor, '/', form))
  return told(await answerOf(action({ ...args, context: { ...args.context, clientIp: ip } })))
}

/** Sends a file that is no photo to a page that takes photos: it counts, and costs the test no model. */
async function sendPhoto(action: Action, ip: string): Promise<Answer> {
  const body = new FormData()
  body.set('photo', new File(['no photo'], 'a.jpg', { type: 'image/jpeg' }))
  const request = new Request('http://localhost/', {
    method: 'POST',
    body,
    headers: { 'Accept-Language': 'fr' },
  })
  const args = argsOf(request)
  return told(await answerOf(action({ ...args, context: { ...args.context, clientIp: ip } })))
}

function told(answer: unknown): Answer {
  if (answer instanceof Response) return { status: answer.status, wait: null, text: '' }
  const { data, init } = answer as { data: unknown; init?: ResponseInit }
  const headers = new Headers(init?.headers)
  return { status: init?.status ?? 200, wait: headers.get('Retry-After'), text: JSON.stringify(data) }
}

const networkOf = (n: number) => `198.51.${Math.floor(n / 250)}.${(n % 250) + 1}`
const wrong = (email: string) => ({ email, password: 'une autre phrase' })
const person = (email: string) => ({
  ...{ id: newId(), name: 'Noor Modèle', email, password: PASSWORD, organisation: 'Atelier Modèle' },
  ...{ siret: '77777777777773', kind: 'company', sides: 'gives', communeCode: '93048' },
})
const invite = (email: string) => ({ intent: 'invite', email, role: 'member' })
const password = { intent: 'proconnect-unlink', currentPassword: 'une autre phrase' }

/** A way in: how many tries pass, and the try number n, which fails or does little. */
type Way = [name: string, most: number, tryIt: (n: number) => Promise<Answer>]
const mail = (n: number) => `n${n}@exemple.fr`
const WAYS: Way[] = [
  ['sign-in, one account from one network', 10, () => post(signIn, wrong('a@exemple.fr'), '203.0.113.1')],
  ['sign-in, one account from everywhere', 60, (n) => post(signIn, wrong('b@exemple.fr'), networkOf(n))],
  ['sign-in, many accounts from one network', 60, (n) => post(signIn, wrong(mail(n)), '203.0.113.2')],
  ['sign-up, one address', 5, (n) => post(signUp, person('c@exemple.fr'), networkOf(n))],
  ['sign-up, one network', 20, (n) => post(signUp, person(mail(n)), '203.0.113.3')],
  ['forgotten password, one address', 3, (n) => post(forget, { email: 'd@exemple.fr' }, networkOf(n))],
  ['forgotten password, one network', 20, (n) => post(forget, { email: mail(n) }, '203.0.113.4')],
  ['resend the confirmation', 3, (n) => post(resend, {}, networkOf(n), giver)],
  ['invitations of an organisation', 20, (n) => post(organisation, invite(mail(n)), networkOf(n), giver)],
  ['invitations to one address', 5, (n) => post(organisation, invite('e@exemple.fr'), networkOf(n), giver)],
  ['the password asked for again', 10, (n) => post(changeAccount, password, networkOf(n), giver)],
  ['a photo to try', 60, () => sendPhoto(tryPhoto, '203.0.113.5')],
  ['a search by photo', 60, () => sendPhoto(searchByPhoto, '203.0.113.6')],
]

describe('each way in has a limit', () => {
  it.each(WAYS)(
    'ASVS 2.4.1, 6.3.1: %s: try %i + 1 is refused, and says when to come again',
    async (_, most, tryIt) => {
      for (let n = 0; n < most; n++) expect((await tryIt(n)).status).not.toBe(429)
      const refused = await tryIt(most)
      expect(refused.status).toBe(429)
      expect(refused.text).toMatch(/Trop d’essais\. Prochain essai possible\s: (.+ à )?\d\d\sh\s\d\d\./)
      expect(Number(refused.wait)).toBeGreaterThan(0)
      now += Number(refused.wait) * 1000
      expect((await tryIt(most + 1)).status).not.toBe(429)
    },
  )

  it('ASVS 2.4.1: what to sign with a passkey: a script hears the same of try 61 from one network', async () => {
    const ask = async (clientIp: string) => {
      const args = argsOf(await requestAs(null, '/', { purpose: 'sign-in' }))
      return (await answerOf(passkeyOptions({ ...args, context: { ...args.context, clientIp } }))) as Response
    }
    for (let n = 0; n < 60; n++) expect((await ask('203.0.113.9')).status).toBe(200)
    const refused = await ask('203.0.113.9')
    expect([refused.status, await refused.json()]).toEqual([429, { code: 'rate-limited' }])
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect((await ask('192.0.2.60')).status).toBe(200)
  })

  it('ASVS 6.3.1: a right password costs nothing, however often', async () => {
    for (let n = 0; n < 15; n++) {
      const answer = await post(signIn, { email: giver.email, password: PASSWORD }, '203.0.113.7')
      expect(answer.status).toBe(302)
    }
  })

  it('keeps the answers of a form that comes too soon, but no password', async () => {
    for (let n = 0; n < 5; n++) await post(signUp, person('f@exemple.fr'), networkOf(n))
    const { status, text } = await post(signUp, person('f@exemple.fr'), networkOf(9))
    expect(status).toBe(429)
    expect(text).toContain('Atelier Modèle')
    expect(text).not.toContain(PASSWORD)
  })
})

describe('networks', () => {
  const tries = (clientIp: string) => spendNow('forgotten-password', { clientIp })

  it('ASVS 2.4.1: an IPv6 network is one, whatever the addresses in it, and another is another', async () => {
    for (let n = 0; n < 20; n++) expect((await tries(`2001:db8:1:2::${n}`)).ok).toBe(true)
    expect((await tries('2001:db8:1:2:ffff::1')).ok).toBe(false)
    expect((await tries('2001:db8:1:3::1')).ok).toBe(true)
  })

  it('an IPv4 address is the same written as IPv6', async () => {
    for (let n = 0; n < 20; n++) expect((await tries('192.0.2.7')).ok).toBe(true)
    expect((await tries('::ffff:192.0.2.7')).ok).toBe(false)
  })
})

describe('an owner is not locked out by a stranger', () => {
  const enter = (ip: string, text = PASSWORD) => post(signIn, { email: giver.email, password: text }, ip)

  it('ASVS 6.3.1: wrong passwords from one network leave the others open', async () => {
    for (let n = 0; n < 11; n++) await enter('203.0.113.8', 'une autre phrase')
    expect((await enter('203.0.113.8')).status).toBe(429)
    expect((await enter('192.0.2.50')).status).toBe(302)
  })

  it('ASVS 6.3.1: a new password by the link opens an account that all the world tried', async () => {
    for (let n = 0; n < 61; n++) await enter(networkOf(n), 'une autre phrase')
    expect((await enter('192.0.2.51')).status).toBe(429)
    const messageId = newId()
    await sendResetLink({ messageId, userId: giver.userId })
    const renewed = await renewPassword({
      token: tokenOf(messageId),
      password: PASSWORD,
      clientIp: '192.0.2.51',
    })
    expect(renewed.ok).toBe(true)
    expect((await enter('192.0.2.51')).status).toBe(302)
  })
})

describe('counts in the database', () => {
  it('ASVS 6.3.1: survive a restart', async () => {
    const tries = { account: 'g@exemple.fr' }
    for (let n = 0; n < 3; n++) await spendNow('forgotten-password', tries)
    await reopen(setup)
    expect(await spendNow('forgotten-password', tries)).toMatchObject({ error: { code: 'rate-limited' } })
  })

  it('ASVS 2.4.1, 6.3.1: 4 processes × 25 tries at once pass as often as one would', async () => {
    const order: LimitOrder = {
      ...{ file: setup.database.file, way: 'sign-up', times: 25 },
      tries: { clientIp: '203.0.113.99' },
    }
    const passed = await Promise.all(Array.from({ length: 4 }, () => raceOf(order)))
    expect(passed.reduce((sum, n) => sum + n)).toBe(LIMITS['sign-up'][1].most)
  })

  it('hold no address and no network that could be read, and are forgotten when their time is over', async () => {
    await spendNow('sign-in', { account: 'h@exemple.fr', clientIp: '203.0.113.10' })
    const rows = () => setup.database.writer.prepare('select * from rate_limits').all()
    expect(rows().length).toBeGreaterThan(2)
    expect(JSON.stringify(rows())).not.toMatch(/exemple|203\.0/)
    now += 25 * 3_600_000
    await forgetCounts()
    expect(rows()).toEqual([])
  })

  it('says nothing of an account that does not exist: it is counted as one that does', async () => {
    for (const email of ['nobody@exemple.fr', giver.email]) {
      for (let n = 0; n < 10; n++) await post(signIn, wrong(email), '203.0.113.11')
    }
    const answers = [
      await post(signIn, wrong('nobody@exemple.fr'), '203.0.113.11'),
      await post(signIn, wrong(giver.email), '203.0.113.11'),
    ]
    expect(answers.map(({ status }) => status)).toEqual([429, 429])
  })
})

it('ASVS 6.3.8: a forgotten password writes the same for an account and for none', async () => {
  const written = async (email: string) => {
    const before = await rowsEverWritten(setup.database)
    await forgetPassword(email)
    return (await rowsEverWritten(setup.database)) - before
  }
  expect(await written('nobody@exemple.fr')).toBe(await written(giver.email))
  expect(JSON.stringify(setup.database.writer.prepare('select * from outbox').all())).not.toContain('nobody@')
})

/** How many tries of another process passed. */
function raceOf(order: LimitOrder): Promise<number> {
  const child = fork(path.resolve('tests/support/limit-race-worker.ts'), { execArgv: ['--import', 'tsx'] })
  return new Promise((resolve, reject) => {
    child.once('message', (passed) => resolve(passed as number))
    child.once('error', reject)
    child.send(order)
  })
}
