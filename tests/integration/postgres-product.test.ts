import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { CLI, isBuilt, MAIN, productionEnv, startBuilt, type BuiltServer } from '~tests/support/built-server'
import { BuiltVisitor } from '~tests/support/built-visitor'
import { askAt } from '~tests/support/postgres/ask-at'
import { hasPostgres, makeDatabase, startPostgres } from '~tests/support/postgres/server'
import type { LocalServer } from '../../scripts/postgres/local-server'

const PASSWORD = 'une phrase assez longue'
/** In the address of the database, whose server asks for none. */
const DATABASE_PASSWORD = 'bouvet-trusquin-4711'
const today = isoDayOf(nowMs())

let room: string
let cluster: LocalServer
let url: string
let first: BuiltServer
let second: BuiltServer

const envOf = (more: Record<string, string> = {}) =>
  productionEnv(path.join(room, 'data'), {
    SESSION_SECRET: '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a6978',
    PUBLIC_URL: 'http://localhost',
    TRUST_PROXY: '1',
    DATABASE_URL: url,
    ...more,
  })
type Said = { status: number; stdout: string; stderr: string }

/** Runs a program of the build beside the servers, which go on meanwhile. */
async function run(file: string, args: string[], env: NodeJS.ProcessEnv): Promise<Said> {
  const child = spawn(process.execPath, [file, ...args], { env })
  const said = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (chunk: Buffer) => (said[name] += chunk.toString()))
  const [status] = (await once(child, 'close')) as [number]
  return { status, ...said }
}

const gisement = (args: string[], more: Record<string, string> = {}) => run(CLI, args, envOf(more))
const check = (databaseUrl: string) => run(MAIN, ['--check-config'], envOf({ DATABASE_URL: databaseUrl }))

const rows = (text: string, database = url) => askAt(database, text)

/** What a question answers once it answers as it should, or last. */
async function soon<T>(ask: () => Promise<T>, isIt: (answer: T) => boolean, withinMs = 8000): Promise<T> {
  const until = performance.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (isIt(answer) || performance.now() > until) return answer
    await wait(50)
  }
}

/** Ten doors for Montreuil; gives the need's id. */
async function stateNeed(who: BuiltVisitor, title: string): Promise<string> {
  const id = newId()
  const need = { id, material: 'door', title, quantity: '10', unit: 'u', radiusKm: '20' }
  const days = { neededFrom: today, neededUntil: addDays(today, 25) }
  const sent = await who.post(paths.newNeed(), { ...need, ...days, communeCode: '93048', minCondition: '3' })
  expect(sent.status, sent.text.slice(0, 2000)).toBe(302)
  return id
}

describe.skipIf(!isBuilt || !hasPostgres)('the built product on PostgreSQL', () => {
  const people: Record<string, BuiltVisitor> = {}
  let lotId = ''

  beforeAll(async () => {
    room = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-on-postgres-'))
    cluster = await startPostgres()
    url = cluster.urlOf(await makeDatabase(cluster)).replace('@', `:${DATABASE_PASSWORD}@`)
  })
  afterAll(async () => {
    for (const server of [first, second]) server?.process.kill('SIGKILL')
    await cluster?.stop()
    fs.rmSync(room, { recursive: true, force: true })
  })

  it('ASVS 13.3.1, 16.2.5: checks its address, says what is wrong with it and never the password', async () => {
    const none = cluster.urlOf('none').replace('gisement@', 'gisement:hidden@')
    const wrong = {
      'mysql://gisement:hidden@localhost/gisement': /^DATABASE_URL: write postgres:\/\//m,
      'postgres://gisement:hidden@127.0.0.1:9/gisement':
        /^DATABASE_URL: The database 127.0.0.1:9\/gisement cannot be used: nobody listens there$/m,
      [none]: /\/none cannot be used: there is no database of this name/,
    }
    const faults = Object.entries(wrong).map(async ([address, sentence]) => {
      const { status, stdout, stderr } = await check(address)
      expect(stderr).toMatch(sentence)
      expect(stdout + stderr).not.toContain('hidden')
      expect(status).toBe(1)
    })
    const [right] = await Promise.all([check(url), ...faults])
    expect(right).toMatchObject({ status: 0, stdout: '' })
  })

  it('starts on an empty database, whose address may be a file', async () => {
    const file = path.join(room, 'database-url')
    fs.writeFileSync(file, `${url}\n`)
    first = await startBuilt(envOf({ DATABASE_URL: '', DATABASE_URL_FILE: file }))
    expect(await (await fetch(`${first.origin}/readyz`)).text()).toBe('ready')
    expect((await fetch(first.origin)).status).toBe(200)
    expect(await rows('select count(*)::int as all130 from communes')).toEqual([{ all130: 130 }])
    expect(fs.existsSync(path.join(room, 'data/gisement.sqlite'))).toBe(false)
  })

  it('takes accounts from the command line and signs them in', async () => {
    const sides = Object.entries({ giver: '--gives', taker: '--takes' })
    const signedIn = sides.map(async ([name, side]) => {
      const email = `${name}@exemple.fr`
      const account = ['--email', email, '--name', name, '--organisation', name, '--kind', 'company']
      const added = await gisement(['user', 'add', ...account, side, '--commune', '93048'], {
        ACCOUNT_PASSWORD: PASSWORD,
      })
      expect(added).toMatchObject({ status: 0, stderr: '' })
      people[name] = new BuiltVisitor(first.origin)
      const { status } = await people[name].post(paths.signIn(), { email, password: PASSWORD })
      expect(status).toBe(302)
    })
    await Promise.all(signedIn)
  })

  it('publishes, pairs, reserves and hands over; the ledger holds it', async () => {
    const { giver, taker } = people as Record<'giver' | 'taker', BuiltVisitor>
    lotId = await giver.publish(await giver.openSite(), 'Portes du préau')
    const needId = await stateNeed(taker, 'Des portes')
    const visitor = new BuiltVisitor(first.origin)
    expect((await visitor.get(`${paths.lots()}?q=porte+preau`)).text).toContain('Portes du préau')
    expect((await taker.get(paths.need(needId))).text).toContain('Portes du préau')
    const pairs = () => rows('select lot_id, need_id from match_pairs')
    expect(await soon(pairs, ({ length }) => length > 0)).toEqual([{ lot_id: lotId, need_id: needId }])
    const asked = await taker.post(paths.newReservation(lotId), { id: newId(), quantity: '10', needId })
    expect(asked.status, asked.text.slice(0, 2000)).toBe(302)
    const reservation = new URL(asked.to!, first.origin).pathname
    const accepted = await giver.post(reservation, { intent: 'accept', criterion: 'only' })
    expect(accepted.status, accepted.text.slice(0, 2000)).toBe(302)
    const signed = { intent: 'confirm', massKg: '400' }
    for (const [name, who] of Object.entries({ 'Jeanne G.': giver, 'Paul T.': taker })) {
      const sent = await who.post(reservation, { ...signed, signedName: name })
      expect(sent.status, sent.text.slice(0, 2000)).toBe(302)
    }
    const entered = () => rows('select mass_g::int as mass from ledger_rows')
    expect(await soon(entered, ({ length }) => length > 0)).toEqual([{ mass: 400_000 }])
    expect((await visitor.get(paths.commune('93048'))).status).toBe(200)
  })

  it('a second node finds at once what the first was told, knows its sessions and does its work', async () => {
    second = await startBuilt(envOf())
    const { giver } = people as Record<'giver', BuiltVisitor>
    const visitor = new BuiltVisitor(second.origin)
    // Both have built their indexes before anything changes.
    await soon(
      () => visitor.get(`${paths.lots()}?q=preau`),
      ({ text }) => text.includes('Portes du préau'),
    )
    await giver.publish(await giver.openSite(), 'Vantaux de chêne')
    const found = await soon(
      () => visitor.get(`${paths.lots()}?q=vantail+chene`),
      ({ text }) => text.includes('Vantaux de chêne'),
    )
    expect(found.text).toContain('Vantaux de chêne')
    const atSecond = people.taker!.at(second.origin)
    const needId = await stateNeed(atSecond, 'Encore des portes')
    expect((await atSecond.get(paths.need(needId))).text).toContain('Vantaux de chêne')
    expect((await atSecond.post(paths.signOut(), {})).status).toBe(302)
    expect((await people.taker!.get(paths.reservations())).status).toBe(302)
  })

  it('ASVS 16.2.5: goes on by itself after every connection to the database broke, and logs nothing of what opens one', async () => {
    for (const server of [first, second]) expect(server.said()).not.toMatch(/"level":[56]0/)
    await rows(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'gisement'`)
    const isReady = async ({ origin }: BuiltServer) => (await fetch(`${origin}/readyz`)).ok
    for (const server of [first, second])
      expect(
        await soon(
          () => isReady(server),
          (ready) => ready,
        ),
      ).toBe(true)
    const { giver } = people as Record<'giver', BuiltVisitor>
    expect((await giver.get(paths.lot(lotId))).status).toBe(200)
    await giver.publish(await giver.openSite(), 'Huisseries')
    expect(first.said()).toContain('a connection to the database was lost')
    for (const what of [DATABASE_PASSWORD, 'secretKey', 'connectionParameters'])
      for (const server of [first, second]) expect(server.said()).not.toContain(what)
  })

  it('backs up beside the running servers what another database is restored from', async () => {
    const done = await gisement(['backup', '--to', path.join(room, 'backups'), '--json'])
    expect(done.status, done.stderr).toBe(0)
    const { folder } = JSON.parse(done.stdout) as { folder: string }
    const elsewhere = {
      DATABASE_URL: cluster.urlOf(await makeDatabase(cluster)),
      DATA_DIR: path.join(room, 'elsewhere'),
    }
    const [refusal, restored] = await Promise.all([
      gisement(['restore', '--from', folder, '--force']),
      gisement(['restore', '--from', folder], elsewhere),
    ])
    expect(refusal.stderr).toMatch(/Stop the server/)
    expect(restored.status, restored.stderr).toBe(0)
    const titles = 'select title from lots order by 1'
    expect(await rows(titles, elsewhere.DATABASE_URL)).toEqual(await rows(titles))
    const [here, there] = await Promise.all([gisement(['check']), gisement(['check'], elsewhere)])
    for (const { stdout, stderr } of [here, there]) {
      expect(stderr).toBe('')
      expect(stdout).toMatch(/^ok +ledger: 1 rows in the chain/m)
      expect(stdout).not.toMatch(/^fault/m)
    }
    expect(await gisement(['restore', '--from', folder, '--force'], elsewhere)).toMatchObject({ status: 0 })
    const schemas = `select nspname from pg_namespace where nspname like 'before_restore_%'`
    expect(await rows(schemas, elsewhere.DATABASE_URL)).toHaveLength(1)
  })

  it('stops without a failure and gives back what it held', async () => {
    const stopped = [first, second].map(async (server) => {
      const exit = once(server.process, 'exit')
      server.process.kill('SIGTERM')
      expect((await exit)[0], server.said().slice(-2000)).toBe(0)
      expect(server.said()).not.toContain('DeprecationWarning')
    })
    await Promise.all(stopped)
    expect(await rows(`select id from jobs where lease_owner is not null or status = 'running'`)).toEqual([])
  })
})
