import { hash } from '@node-rs/argon2'
import { createCookie } from '@remix-run/node'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { passByCode } from '~/features/identity/commands/pass-second-step.server'
import { resealFactors } from '~/features/identity/commands/reseal-factors.server'
import { setSessionCookie, sessionSecretOf } from '~/http/session-cookie.server'
import { env, setEnv } from '~/platform/env.server'
import { granted } from '~tests/support/answers'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { codeOf, enter, makePerson, PASSWORD, setUpTotp } from '~tests/support/sign-in'

const [OLD, NEW] = ['ancien secret '.repeat(3), 'nouveau secret '.repeat(3)]
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
  now += 60 * 60_000
})

const use = (sessionSecret: string, formerSecret: string | null = null) =>
  setEnv({ ...env(), sessionSecret, formerSecret })

it('ASVS 11.2.2: a new secret takes the place of the old one, and what that sealed is sealed anew', async () => {
  use(OLD)
  const { email } = await makePerson()
  const { totp } = await setUpTotp(await enter(email))
  const passes = async () => {
    now += 60_000
    return (await passByCode({ secret: await enter(email), code: codeOf(totp) })).ok
  }
  expect(await passes()).toBe(true)
  use(NEW)
  expect(await passes()).toBe(false)
  use(NEW, OLD)
  expect(await passes()).toBe(true)
  expect(await resealFactors()).toEqual({ sealed: 1, lost: 0 })
  use(NEW)
  expect(await passes()).toBe(true)
  use(OLD)
  expect(await passes()).toBe(false)
  expect(await resealFactors()).toEqual({ sealed: 0, lost: 1 })
})

it('ASVS 11.2.2: cookies that the old secret signed are still read while it is known', async () => {
  use(NEW, OLD)
  const value = 'x'.repeat(43)
  const [before = ''] = (await createCookie('gisement', { secrets: [OLD] }).serialize(value)).split(';')
  const asks = new Request('http://localhost/', { headers: { Cookie: before } })
  expect(await sessionSecretOf(asks)).toBe(value)
  const made = await setSessionCookie(value)
  expect(await createCookie('gisement', { secrets: [NEW] }).parse(made)).toBe(value)
  expect(await createCookie('gisement', { secrets: [OLD] }).parse(made)).toBeNull()
})

it('ASVS 11.2.2: a password hashed at another cost is read, and hashed at that of today at the next sign-in', async () => {
  const { email, userId } = await makePerson()
  const users = setup.database.writer
  const kept = () =>
    users.prepare('select password_hash from users where id = ?').pluck().get(userId) as string
  const weaker = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 })
  users.prepare('update users set password_hash = ? where id = ?').run(weaker, userId)
  granted({ ok: true, value: await enter(email) })
  expect(kept()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  const before = kept()
  await enter(email)
  expect(kept()).toBe(before)
})
