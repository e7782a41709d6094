import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { runOnce } from '~/jobs/worker.server'
import { env, setEnv } from '~/platform/env.server'
import { action, loader } from '~/routes/contact/route'
import { createActor } from '~tests/support/actors'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { startMailServer, type MailServer } from '~tests/support/mail-server'

type Row = { path: string; user_id: string | null; text: string }

let setup: TestSetup
let server: MailServer
let now = Date.parse('2026-09-15T08:00:00Z')

beforeAll(async () => {
  setup = await setupDatabase()
  server = await startMailServer()
  setClock({ now: () => now })
  setEnv({
    ...env(),
    smtpUrl: server.url,
    publicUrl: 'https://gisement.test',
    operatorContact: 'reemploi@metropole.example',
    operatorName: 'Équipe du réemploi',
  })
})
beforeEach(() => {
  now += 24 * 3_600_000
  server.received.length = 0
})
afterAll(async () => {
  setClock()
  await server.close()
  setup.cleanup()
})

const MESSAGE = {
  name: 'Odile Marchand',
  email: 'odile@exemple.fr',
  topic: 'accessibility',
  text: 'Le plan ne dit rien à mon lecteur d’écran.',
  page: '/communes/93048',
  website: '',
}

async function post(more: Partial<typeof MESSAGE & { id: string }> = {}, ip = '203.0.113.7') {
  const request = await requestAs(null, '/contact', { id: newId(), ...MESSAGE, ...more })
  const args = argsOf(request)
  return answerOf(action({ ...args, context: { ...args.context, clientIp: ip } }))
}

const rows = () => setup.database.writer.prepare('select * from contact_messages').all() as Row[]
const statusOf = (answer: unknown) =>
  answer instanceof Response ? answer.status : (answer as { init?: { status?: number } }).init?.status

async function work(): Promise<void> {
  while (await runOnce('contact-test'));
}

it('keeps the message and writes to the operator, who answers its writer', async () => {
  const answer = (await post()) as Response
  expect(answer.headers.get('Location')).toBe('/contact?fait=envoye')
  await work()
  expect(server.received.map(({ to }) => to)).toEqual([['reemploi@metropole.example']])
  const raw = server.received[0]!.raw
  expect(raw).toContain('Reply-To: Odile Marchand <odile@exemple.fr>')
  expect(raw.replace(/=\r\n/g, '')).toContain('https://gisement.test/communes/93048')
  expect(rows()).toHaveLength(1)
  expect(JSON.stringify(setup.database.writer.prepare('select * from rate_limits').all())).not.toMatch(
    /203|odile/,
  )
})

it('keeps a message that is sent twice once, and writes once', async () => {
  const id = newId()
  const before = rows().length
  await Promise.all([post({ id }), post({ id })])
  await work()
  expect(rows()).toHaveLength(before + 1)
  expect(server.received).toHaveLength(1)
})

it('drops what a program wrote, and lets it believe otherwise', async () => {
  const before = rows().length
  expect(statusOf(await post({ website: 'https://spam.example' }))).toBe(302)
  await work()
  expect(rows()).toHaveLength(before)
  expect(server.received).toHaveLength(0)
})

it('asks for a pause after five messages an hour of one address or one network, answers kept', async () => {
  for (let sent = 0; sent < 5; sent++)
    expect(statusOf(await post({ email: `a${sent}@exemple.fr` }))).toBe(302)
  const refusal = await post({ email: 'sixth@exemple.fr' })
  expect(statusOf(refusal)).toBe(429)
  expect(JSON.stringify(refusal)).toMatch(/Prochain essai possible\s: /)
  expect(JSON.stringify(refusal)).toContain('lecteur d’écran')
  expect(statusOf(await post({ email: 'a1@exemple.fr' }, '198.51.100.1'))).toBe(302)
  now += 3_600_001
  expect(statusOf(await post({ email: 'sixth@exemple.fr' }))).toBe(302)
})

it('lets no line break of a name become a header, and no foreign page a link', async () => {
  await post({ name: 'Eve\r\nBcc: all@exemple.fr', page: 'https://evil.example/x' })
  await work()
  expect(server.received[0]?.to).toEqual(['reemploi@metropole.example'])
  expect(server.received[0]?.raw).not.toMatch(/^Bcc:/m)
  expect(rows().at(-1)?.path).toBe('')
})

it('names each fault at its field', async () => {
  const before = rows().length
  const refusal = await post({ name: '', email: 'nobody', topic: 'gossip', text: 'court' })
  expect(statusOf(refusal)).toBe(400)
  const { error } = (refusal as { data: { result: { error: Record<string, string[]> } } }).data.result
  expect(Object.keys(error).sort()).toEqual(['email', 'name', 'text', 'topic'])
  expect(rows()).toHaveLength(before)
})

it('knows who is signed in and which page they came from', async () => {
  const taker = await createActor('taker')
  const page = await loader(argsOf(await requestAs(taker, '/contact?page=/reservations&sujet=data')))
  expect(page).toMatchObject({ person: { email: taker.email, topic: 'data' }, page: '/reservations' })
  const foreign = await loader(argsOf(await requestAs(null, '/contact?page=//evil.example')))
  expect(foreign).toMatchObject({ page: '', person: { email: '' } })
})
