import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { builtinModules } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { CLI, isBuilt, MAIN, productionEnv, startBuilt, type BuiltServer } from '~tests/support/built-server'

const SECRET = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a6978'
const ACCOUNT = { email: 'jeanne@exemple.fr', password: 'une phrase assez longue' }

let room: string
let dataDir: string
let env: NodeJS.ProcessEnv
let server: BuiltServer

const gisement = (args: string[], more: Record<string, string> = {}) =>
  spawnSync(process.execPath, [CLI, ...args], { env: { ...env, ...more }, encoding: 'utf8' })

function rows(sql: string): unknown[] {
  const connection = new Sqlite(path.join(dataDir, 'gisement.sqlite'), { readonly: true })
  try {
    return connection.prepare(sql).all()
  } finally {
    connection.close()
  }
}

describe.skipIf(!isBuilt)('the built product in production', () => {
  let cookie = ''

  beforeAll(() => {
    room = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-production-'))
    dataDir = path.join(room, 'data')
    const file = path.join(room, 'session-secret')
    fs.writeFileSync(file, `${SECRET}\n`)
    env = productionEnv(dataDir, {
      SESSION_SECRET_FILE: file,
      PUBLIC_URL: 'http://localhost',
      TRUST_PROXY: '1',
    })
  })
  afterAll(() => {
    server?.process.kill('SIGKILL')
    fs.rmSync(room, { recursive: true, force: true })
  })

  it('does not start without its secrets, and says which', () => {
    const bare = spawnSync(process.execPath, [MAIN], { env: productionEnv(dataDir), encoding: 'utf8' })
    expect(bare.status).toBe(1)
    expect(bare.stderr).toMatch(
      /Production needs SESSION_SECRET .* and PUBLIC_URL .*Set them, then start again/,
    )
    const checked = spawnSync(process.execPath, [MAIN, '--check-config'], { env, encoding: 'utf8' })
    expect(checked).toMatchObject({ status: 0, stdout: '' })
    expect(checked.stderr).toMatch(/^PUBLIC_URL: without https/m)
    expect(fs.existsSync(dataDir)).toBe(false)
  })

  it('ASVS 15.2.3: needs no package of development', () => {
    const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>
    }
    const files = (fs.readdirSync('build/server', { recursive: true }) as string[]).filter((name) =>
      name.endsWith('.js'),
    )
    const wanted = new Set(
      files.flatMap((name) =>
        [
          ...fs
            .readFileSync(path.join('build/server', name), 'utf8')
            .matchAll(/^(?:import|export)\b[^'"\n]*['"]([^'"./][^'"]*)['"];?$/gm),
        ].map(([, from]) =>
          from!
            .split('/')
            .slice(0, from!.startsWith('@') ? 2 : 1)
            .join('/'),
        ),
      ),
    )
    expect(wanted.size).toBeGreaterThan(20)
    const known = [...Object.keys(manifest.dependencies), ...builtinModules]
    expect([...wanted].filter((name) => !name.startsWith('node:') && !known.includes(name))).toEqual([])
  })

  it('starts on an empty folder with nothing in it that anyone made up', async () => {
    server = await startBuilt(env)
    expect(await (await fetch(`${server.origin}/readyz`)).text()).toBe('ready')
    expect((await fetch(server.origin)).status).toBe(200)
    const signIn = await (await fetch(server.origin + paths.signIn())).text()
    expect(signIn).not.toContain(paths.demoSignIn())
    expect(rows('select (select count(*) from users) + (select count(*) from lots) as made')).toEqual([
      { made: 0 },
    ])
    expect(rows('select count(*) as all130 from communes')).toEqual([{ all130: 130 }])
  })

  it('takes an account from the command line beside it, signs in and publishes a lot with its photo', async () => {
    const account = [
      '--email',
      ACCOUNT.email,
      '--name',
      'Jeanne',
      '--organisation',
      'Bailleur',
      '--kind',
      'company',
    ]
    const added = gisement(['user', 'add', ...account, '--gives', '--commune', '93048'], {
      ACCOUNT_PASSWORD: ACCOUNT.password,
    })
    expect(added).toMatchObject({ status: 0, stderr: '' })
    const signedIn = await post(paths.signIn(), ACCOUNT)
    expect(signedIn.status).toBe(302)
    cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!
    const today = isoDayOf(nowMs())
    const site = {
      id: newId(),
      name: 'École',
      kind: 'strip-out',
      communeCode: '93048',
      address: '4 rue du Préau',
    }
    const opened = await post(paths.newSite(), {
      ...site,
      startsOn: addDays(today, -9),
      endsOn: addDays(today, 90),
    })
    expect(opened.status).toBe(302)
    const photoId = newId()
    const picture = sharp({ create: { width: 640, height: 480, channels: 3, background: '#a86' } })
    const form = new FormData()
    form.set(
      'photo',
      new Blob([new Uint8Array(await picture.jpeg().toBuffer())], { type: 'image/jpeg' }),
      'a.jpg',
    )
    const sent = await fetch(server.origin + paths.photoUpload(photoId), {
      method: 'POST',
      body: form,
      headers: { cookie },
    })
    expect(sent.status).toBe(201)
    const lotId = newId()
    const published = await post(paths.newLot(), {
      ...{
        id: lotId,
        siteId: site.id,
        photoIds: photoId,
        material: 'door',
        title: 'Portes',
        quantity: '12',
        unit: 'u',
      },
      ...{ massKg: '480', condition: '4', hazards: 'none', cedingRight: 'owner' },
      ...{ availableFrom: today, availableUntil: addDays(today, 30), 'attributes.leafWidth': '830' },
    })
    expect(published.status, await published.text()).toBe(302)
    expect(rows('select id from lots')).toEqual([{ id: lotId }])
    expect(await (await fetch(server.origin + paths.lot(lotId))).text()).toContain('Portes')
  })

  it('backs up beside the running server', () => {
    const done = gisement(['backup', '--to', path.join(room, 'backups'), '--json'])
    expect(done.status, done.stderr).toBe(0)
    const { folder } = JSON.parse(done.stdout) as { folder: string }
    expect(gisement(['backup', 'verify', '--from', folder])).toMatchObject({ status: 0 })
    expect(gisement(['check']).status).toBe(0)
    expect(gisement(['restore', '--from', folder, '--force']).stderr).toMatch(/Stop the server/)
  })

  it('SIGTERM under load: unready first, no accepted request fails, leases and log given back, within 30 s', async () => {
    // Without a server, hands would ask in vain without ever letting anything else run.
    expect(server, 'the server did not start above').toBeDefined()
    // Commands held this process up: connections that the server ended meanwhile are noticed first.
    await wait(200)
    const outcomes: { status: number | string; acknowledged?: string }[] = []
    let isOver = false
    const hand = async (work: () => Promise<{ status: number; acknowledged?: string }>) => {
      while (!isOver) {
        outcomes.push(await work().catch((error: unknown) => ({ status: causeOf(error) })))
      }
    }
    const draft = async () => {
      const id = newId()
      const { status } = await post(paths.newLot(), { id, intent: 'draft', title: 'Essai' })
      return { status, acknowledged: status === 302 ? id : undefined }
    }
    const read = async () => {
      const reply = await fetch(server.origin + paths.lots())
      await reply.text()
      return { status: reply.status }
    }
    const hands = [hand(draft), hand(draft), hand(read), hand(read)]
    await wait(1500)
    const stopped = once(server.process, 'exit')
    const asked = performance.now()
    server.process.kill('SIGTERM')
    // As a proxy that watches does: it goes on sending until it sees that the server is not ready.
    let isReady = true
    while (isReady) {
      await wait(200)
      const ready = await fetch(`${server.origin}/readyz`)
      isReady = ready.ok
      expect(await ready.text()).toBe(ready.ok ? 'ready' : 'draining')
    }
    isOver = true
    const [code] = (await stopped) as [number]
    const took = performance.now() - asked
    await Promise.all(hands)
    expect(code, server.said().slice(-2000)).toBe(0)
    expect(took).toBeLessThan(30_000)
    const failed = outcomes.filter(({ status }) => status !== 200 && status !== 302)
    expect(failed).toEqual([])
    const acknowledged = outcomes.flatMap((outcome) => outcome.acknowledged ?? [])
    expect(acknowledged.length).toBeGreaterThan(5)
    const wal = path.join(dataDir, 'gisement.sqlite-wal')
    expect(fs.existsSync(wal) ? fs.statSync(wal).size : 0).toBe(0)
    const kept = new Set((rows('select id from lot_drafts') as { id: string }[]).map(({ id }) => id))
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
    expect(rows(`select id from jobs where lease_owner is not null or status = 'running'`)).toEqual([])
  })

  function post(to: string, fields: Record<string, string>): Promise<Response> {
    return fetch(server.origin + to, {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) },
      headers: { cookie, origin: server.origin },
    })
  }
})

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null
  if (cause instanceof AggregateError) return codeOf(cause.errors[0])
  return codeOf(cause)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
