import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { newId } from '~/core/ids'
import { forgetPassword } from '~/features/identity/commands/forget-password.server'
import { signIn } from '~/features/identity/commands/sign-in.server'
import { signUp } from '~/features/identity/commands/sign-up.server'
import { hashPassword } from '~/features/identity/passwords.server'
import { env } from '~/platform/env.server'
import { action as forget } from '~/routes/forgotten-password/route'
import { action as signInPage } from '~/routes/sign-in/route'
import { action as signUpPage } from '~/routes/sign-up/route'
import { createApp } from '~/server/app'
import { createActor } from '~tests/support/actors'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { freshSiret } from '~tests/support/siret'

const PASSWORD = 'une phrase assez longue'
let setup: TestSetup
let known: string
let made = 0

beforeAll(async () => {
  setup = await setupDatabase()
  const { email, userId } = await createActor('giver')
  known = email
  const hash = await hashPassword(PASSWORD)
  setup.database.writer.prepare('update users set password_hash = ? where id = ?').run(hash, userId)
})
afterAll(() => setup.cleanup())

const unknown = () => `personne${made++}@exemple.fr`

function person(email: string) {
  return {
    ...{ id: newId(), name: 'Noor Modèle', email, password: PASSWORD, organisation: 'Atelier Modèle' },
    ...{ siret: freshSiret(), kind: 'company' as const, communeCode: '93048', sides: ['gives' as const] },
  }
}

type Action = (args: ReturnType<typeof argsOf>) => Promise<unknown>

/** Status, place, and body with the address that was typed taken out. */
async function answerTo(action: Action, form: Record<string, string>): Promise<string> {
  const answer = await answerOf(action(argsOf(await requestAs(null, '/', form))))
  if (answer instanceof Response) return `${answer.status} ${answer.headers.get('Location')}`
  const { data, init } = answer as { data: unknown; init?: ResponseInit }
  const typed = [form.email, form.id, form.siret].filter((text) => text !== undefined)
  return typed.reduce((text, part) => text.replaceAll(part, '…'), `${init?.status} ${JSON.stringify(data)}`)
}

describe('who asks does not learn whether an address has an account', () => {
  it.each<[string, Action, (email: string) => Record<string, string>]>([
    ['sign-in', signInPage, (email) => ({ email, password: 'une autre phrase' })],
    ['forgotten password', forget, (email) => ({ email })],
    ['sign-up', signUpPage, (email) => ({ ...person(email), sides: 'gives' })],
  ])('ASVS 6.3.8: %s: same status, place and body', async (_, action, form) => {
    expect(await answerTo(action, form(known))).toBe(await answerTo(action, form(unknown())))
  })
})

const TRIES = 200

/** Medians of two ways measured turn about, the first of each pair by turns, so that a slow moment hits both. */
async function ratioOf(work: (email: string) => Promise<unknown>): Promise<number> {
  const times: [known: number[], unknown: number[]] = [[], []]
  for (let n = 0; n < TRIES * 2; n++) {
    const which = (n + Math.floor(n / 2)) % 2
    const email = which === 0 ? known : unknown()
    const from = performance.now()
    await work(email)
    times[which as 0 | 1].push(performance.now() - from)
  }
  const [a, b] = times.map(medianOf) as [number, number]
  return Math.max(a, b) / Math.min(a, b)
}

function medianOf(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}

describe('nor by how long the answer takes', () => {
  it.each<[string, (email: string) => Promise<unknown>]>([
    ['sign-in', (email) => signIn({ email, password: 'une autre phrase', device: '' })],
    ['forgotten password', forgetPassword],
    ['sign-up', (email) => signUp({ ...person(email), locale: 'fr' })],
  ])('ASVS 6.3.8: %s: the medians of 200 tries each are alike', async (_, work) => {
    expect(await ratioOf(work)).toBeLessThan(1.25)
  })
})

describe('a flood of passwords', () => {
  it('ASVS 15.2.2: leaves the server answering: 100 sign-ins at once, and /livez is told before the 20th ends', async () => {
    const app = createApp({
      env: env(),
      build: () => Promise.reject(new Error('no page is asked for')),
      health: { draining: false },
    })
    const server = http.createServer(app)
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    let ended = 0
    const flood = Array.from({ length: 100 }, async () => {
      const answer = await signIn({ email: unknown(), password: PASSWORD, device: '' })
      ended += 1
      return answer
    })
    const reply = await fetch(`http://127.0.0.1:${port}/livez`)
    expect([await reply.text(), ended < 20]).toEqual(['ok', true])
    const answers = await Promise.all(flood)
    expect(answers.filter((answer) => !answer.ok && answer.error.code === 'bad-credentials')).toHaveLength(
      100,
    )
    await new Promise((closed) => server.close(closed))
  })

  it('ASVS 15.2.2: has an end: beyond a line of 120 a sign-in is asked to come again, and the line is served', async () => {
    const flood = Array.from({ length: 300 }, () =>
      signIn({ email: unknown(), password: PASSWORD, device: '' }),
    )
    const answers = await Promise.all(flood)
    const codes = answers.map((answer) => (answer.ok ? 'in' : answer.error.code))
    expect(codes.filter((code) => code === 'busy').length).toBeGreaterThan(100)
    expect(codes.filter((code) => code === 'bad-credentials').length).toBeGreaterThanOrEqual(120)
    expect((await signIn({ email: known, password: PASSWORD, device: '' })).ok).toBe(true)
  })
})
