import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { signUp } from '~/features/identity/commands/sign-up.server'
import { runOnce } from '~/jobs/worker.server'
import { env, setEnv } from '~/platform/env.server'
import { logTo } from '~/platform/logger.server'
import { createActor } from '~tests/support/actors'
import { secretIn } from '~tests/support/ask-page'
import { formsOf } from '~tests/support/authorisation/forms'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { mailText, startMailServer, type MailServer } from '~tests/support/mail-server'
import { serveApp, type Served } from '~tests/support/serve-app'
import { codeOf } from '~tests/support/sign-in'
import { freshSiret } from '~tests/support/siret'

/** In every name, address, text and password of this journey, and nowhere else. */
const CANARY = 'canari'
const FIRST = `${CANARY} chante une phrase`
const SECOND = `${CANARY} se tait au matin`
const EMAIL = `jeanne.${CANARY}@personnes.example`

let setup: TestSetup
let served: Served
let mails: MailServer
const lines: string[] = []
/** Values of the journey that are worth stealing, with what they are. */
const secrets = new Map<string, string>()

beforeAll(async () => {
  setup = await setupDatabase()
  mails = await startMailServer()
  // Each statement is slow enough to be logged.
  setEnv({ ...env(), smtpUrl: mails.url, publicUrl: 'https://gisement.test', slowQueryMs: 0.001 })
  logTo('trace', { write: (line) => void lines.push(line) })
  served = await serveApp()
})
afterAll(async () => {
  await served.stop()
  await mails.close()
  setup.cleanup()
})

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString()
const get = (path: string, cookie?: string) =>
  served.ask(path, { cookie, headers: { Referer: `https://gisement.test${path}` } })
const post = (path: string, fields: Record<string, string>, cookie?: string) =>
  served.ask(path, { method: 'POST', body: form(fields), cookie })

/** The session's cookie of an answer, noted with what is in it. */
function session(answer: { headers: { 'set-cookie'?: string[] } }): string {
  const set = answer.headers['set-cookie']!.find((one) => one.startsWith('__Host-gisement'))!
  const pair = set.split(';')[0]!
  secrets.set(pair.split('=')[1]!, 'the cookie of a session')
  secrets.set(decodeURIComponent(pair.split('=')[1]!), 'the cookie of a session')
  secrets.set(secretIn(set), 'the secret of a session')
  return pair
}

/** Runs what waits, and opens the link to a door in the last mail that has one; its token is noted. */
async function linkOfMail(door: string): Promise<string> {
  while (await runOnce('canary'));
  const links = mails.received.flatMap(({ raw }) =>
    [...mailText(raw).matchAll(/https:\/\/gisement\.test(\/\S+)/g)].map(([, path]) => path!),
  )
  const link = links.findLast((path) => path.startsWith(`/${door}/`))!
  const [token = ''] = link.split('/').slice(-1)
  secrets.set(token, `the token of ${link.split('/')[1]}`)
  expect((await get(link)).status).toBe(200)
  return link
}

it('ASVS 16.2.5: no secret and no personal word of a whole journey is in the log of the server', async () => {
  const person = {
    ...{
      id: newId(),
      name: `Jeanne ${CANARY}`,
      email: EMAIL,
      password: FIRST,
      organisation: `Atelier ${CANARY}`,
    },
    ...{ siret: freshSiret(), kind: 'company', communeCode: '93048', sides: 'gives' },
  }
  expect((await post('/inscription', person)).status).toBe(302)
  expect((await post(await linkOfMail('confirmer-adresse'), {})).status).toBeLessThan(400)

  await post('/mot-de-passe-oublie', { email: EMAIL })
  expect((await post(await linkOfMail('nouveau-mot-de-passe'), { password: SECOND })).status).toBe(302)
  expect((await post('/connexion', { email: EMAIL, password: FIRST })).status).toBe(401)
  expect((await post('/connexion', { email: `${EMAIL} `, password: `${SECOND}!` })).status).toBe(401)
  let cookie = session(await post('/connexion?suite=/compte', { email: EMAIL, password: SECOND }))

  const page = await get('/compte/second-facteur', cookie)
  const found = formsOf(page.text, '/compte/second-facteur').find(({ fields }) =>
    fields.some(({ name }) => name === 'setup'),
  )!
  const sealed = found.fields.find(({ name }) => name === 'setup')!.value
  const totp = /otpauth:[^"]*secret=([A-Z2-7]+)/.exec(page.text)![1]!
  secrets.set(sealed, 'a sealed key').set(totp, 'the key of an application')
  const added = await post(
    '/compte/second-facteur',
    { intent: 'totp', setup: sealed, code: codeOf(totp) },
    cookie,
  )
  const codes = [...new Set(added.text.match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g))]
  expect(codes.length).toBe(10)
  for (const code of codes) secrets.set(code, 'a recovery code')
  cookie = session(added)
  await post('/deconnexion', {}, cookie)

  cookie = session(await post('/connexion', { email: EMAIL, password: SECOND }))
  expect(
    (await post('/connexion/verification', { intent: 'code', code: '0000-0000-0000' }, cookie)).status,
  ).toBe(401)
  cookie = session(await post('/connexion/verification', { intent: 'code', code: codes[0]! }, cookie))
  await post(
    '/organisation',
    { intent: 'invite', email: `invitee.${CANARY}@personnes.example`, role: 'member' },
    cookie,
  )
  await linkOfMail('invitation')
  const alert = { id: newId(), email: `alerte.${CANARY}@personnes.example`, pace: 'daily', website: '' }
  expect((await post(`/alertes/nouvelle/lots?materiau=door&q=${CANARY}`, alert)).status).toBe(302)
  await linkOfMail('alertes/confirmer')
  const message = {
    id: newId(),
    name: CANARY,
    email: EMAIL,
    topic: 'data',
    text: `${CANARY} écrit`,
    website: '',
  }
  expect((await post('/contact', { ...message, page: `/lots?q=${CANARY}` })).status).toBe(302)

  await askEveryLink()
  await fail(cookie)

  const log = lines.join('')
  expect(lines.length).toBeGreaterThan(60)
  const told = [...secrets]
    .filter(([value]) => log.includes(value))
    .map(([value, what]) => `${what}: ${value}`)
  expect(told).toEqual([])
  const near = (at: number) => log.slice(Math.max(0, at - 160), at + 40)
  expect(log.search(new RegExp(CANARY, 'i')), near(log.search(new RegExp(CANARY, 'i')))).toBe(-1)
})

/** Every address that holds a token, with one that is wrong. */
async function askEveryLink(): Promise<void> {
  for (const { pattern } of served.routes) {
    if (!pattern.includes(':token')) continue
    const path = pattern.replace(':token', `${CANARY}-jeton`).replace(/:\w+/g, newId())
    for (const method of ['GET', 'POST']) {
      const answer = await served.ask(`${path}?q=${CANARY}`, {
        method,
        ...(method === 'POST' && { body: `a=${CANARY}` }),
      })
      expect(answer.status, path).toBeLessThan(500)
    }
  }
}

/** Faults of the database and of the mail server while somebody acts. */
async function fail(cookie: string): Promise<void> {
  const { writer } = setup.database
  const { email } = await createActor('giver')
  await mails.close()
  await post('/mot-de-passe-oublie', { email: EMAIL })
  await post('/mot-de-passe-oublie', { email })
  while (await runOnce('canary'));
  writer.exec('alter table users rename to users_away')
  try {
    const answers = [
      await post('/connexion', { email: EMAIL, password: SECOND }),
      await get(`/lots?q=${CANARY}`, cookie),
      await post('/inscription', { id: newId(), name: CANARY, email: EMAIL, password: FIRST }),
    ]
    expect(answers.some(({ status }) => status >= 500)).toBe(true)
    const person = { id: newId(), name: CANARY, email: EMAIL, password: FIRST, organisation: CANARY }
    const place = {
      siret: null,
      kind: 'company',
      communeCode: '93048',
      sides: ['gives'],
      locale: 'fr',
    } as const
    await expect(signUp({ ...person, ...place } as unknown as Parameters<typeof signUp>[0])).rejects.toThrow()
  } finally {
    writer.exec('alter table users_away rename to users')
  }
}
