import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { findAttachment } from '~/features/attachments/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { bundleWorkers } from '~tests/support/bundle'
import { gisement } from '~tests/support/cli'
import { reopen, setupDatabase, type TestSetup } from '~tests/support/database'
import { makeActor } from '~tests/support/deal'
import type { FallOrder } from '~tests/support/fall-worker'
import type { Acknowledged, KillOrder } from '~tests/support/kill-worker'

let setup: TestSetup
let actor: Actor
let workers: Record<'kill-worker' | 'fall-worker' | 'sync-worker', string>

beforeAll(async () => {
  workers = await bundleWorkers('kill-worker', 'fall-worker', 'sync-worker')
  setup = await setupDatabase()
  actor = await makeActor('giver')
})
afterAll(() => {
  // A test that failed half-way leaves none of them behind.
  for (const child of children) child.kill('SIGKILL')
  setup.cleanup()
  fs.rmSync(path.dirname(workers['kill-worker']), { recursive: true, force: true })
})

const children = new Set<ChildProcess>()

function start(name: keyof typeof workers): ChildProcess {
  const child = fork(workers[name])
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

const ids = (sql: string) => new Set(setup.database.writer.prepare(sql).pluck().all() as string[])

describe('a process that is killed', () => {
  const KILLS = 20
  const AT_ONCE = 5

  it('kill −9 under load, 20 times: every acknowledged write is there, whole, and the database is sound', async () => {
    const acknowledged: Acknowledged[] = []
    const order: KillOrder = { dataDir: setup.dir, file: setup.database.file, actor }
    for (let killed = 0; killed < KILLS; killed += AT_ONCE) {
      await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => killOne(order, acknowledged, at)))
    }
    expect(acknowledged.length).toBeGreaterThan(KILLS)
    const kept = {
      change: ids(`select entity_id from events where kind = 'tried'`),
      photo: ids('select id from photos'),
      document: ids('select id from lot_attachments'),
    }
    expect(acknowledged.filter(({ kind, id }) => !kept[kind].has(id))).toEqual([])
    for (const kind of ['change', 'photo', 'document'] as const) {
      expect(acknowledged.filter((one) => one.kind === kind).length, kind).toBeGreaterThan(0)
    }
    for (const { id, sha256 } of acknowledged.filter(({ kind }) => kind === 'document')) {
      expect((await findAttachment(id))?.sha256).toBe(sha256)
    }
    const { exit, out } = await gisement('check', '--json')
    expect(exit, out).toBe(0)
    expect(setup.database.writer.pragma('integrity_check', { simple: true })).toBe('ok')
    await reopen(setup)
    expect(ids(`select id from outbox where topic = 'photo.added'`).size).toBe(kept.photo.size)
  })

  /** One of each five dies once a photo of its own was acknowledged, the others within a third of a second. */
  async function killOne(order: KillOrder, acknowledged: Acknowledged[], at: number): Promise<void> {
    const child = start('kill-worker')
    const has = new EventEmitter()
    const isReady = once(has, 'ready')
    const isStored = once(has, 'photo')
    child.on('message', (said: 'ready' | Acknowledged) => {
      if (said !== 'ready') acknowledged.push(said)
      has.emit(said === 'ready' ? 'ready' : said.kind)
    })
    child.send(order)
    await isReady
    if (at === 0) await isStored
    await wait(20 + at * 70)
    child.kill('SIGKILL')
    // What it had said before still arrives.
    await once(child, 'close')
  }
})

describe('a process whose test is interrupted', () => {
  it('ends by itself', async () => {
    const script = `
      const { fork } = require('node:child_process')
      const child = fork(${JSON.stringify(workers['kill-worker'])})
      child.on('message', () => process.stdout.write(String(child.pid)))
      child.send(${JSON.stringify({ dataDir: setup.dir, file: setup.database.file, actor } satisfies KillOrder)})`
    const parent = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [said] = (await once(parent.stdout, 'data')) as [Buffer]
    const pid = Number(/^\d+/.exec(said.toString())?.[0])
    parent.kill('SIGKILL')
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
  })

  /** What has ended may still be listed until someone asks how. */
  const isAlive = (pid: number) => {
    const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
    return state !== '' && !state.startsWith('Z')
  }
})

describe('a photo', () => {
  const bytesOf = (red: number) =>
    sharp({ create: { width: 60, height: 40, channels: 3, background: { r: red, g: 20, b: 90 } } })
      .jpeg()
      .toBuffer()

  it('is whole or absent, whichever step of storing it the process dies at, and can be sent again', async () => {
    const steps: Pick<FallOrder, 'step' | 'nth'>[] = [
      { step: 'open', nth: 1 },
      { step: 'write', nth: 2 },
      { step: 'sync', nth: 1 },
      { step: 'rename', nth: 2 },
      { step: 'sync', nth: 8 },
      { step: 'commit', nth: 1 },
    ]
    const bytes = await bytesOf(200)
    const photoIds = steps.map(() => newId())
    const ends = await Promise.all(
      steps.map(async (at, index) => {
        const child = start('fall-worker')
        const order: FallOrder = {
          ...{
            dataDir: setup.dir,
            file: setup.database.file,
            actor,
            photoId: photoIds[index]!,
            base64: bytes.toString('base64'),
            ...at,
          },
        }
        child.send(order)
        const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
        return signal
      }),
    )
    expect(ends).toEqual(steps.map(() => 'SIGKILL'))
    const kept = ids('select id from photos')
    expect(photoIds.filter((id) => kept.has(id))).toEqual([])
    expect((await gisement('check')).exit).toBe(0)
    await reopen(setup)
    for (const photoId of photoIds) {
      expect(await addPhoto({ actor, photoId, bytes, name: 'a.jpg' })).toMatchObject({ ok: true })
    }
    expect((await gisement('check')).exit).toBe(0)
    await reopen(setup)
    expect(photoIds.every((id) => ids('select id from photos').has(id))).toBe(true)
  })

  it('ASVS 2.3.3: sent eight times at once under one id is one photo, with one set of files', async () => {
    const photoId = newId()
    const bytes = await bytesOf(10)
    const filesBefore = countFiles()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => addPhoto({ actor, photoId, bytes, name: 'a.jpg' })),
    )
    expect(answers).toEqual(answers.map(() => ({ ok: true, value: { photoId } })))
    expect(countFiles() - filesBefore).toBe(4)
    expect(await addPhoto({ actor, photoId, bytes: await bytesOf(11), name: 'a.jpg' })).toMatchObject({
      error: { code: 'conflict' },
    })
    expect(countFiles() - filesBefore).toBe(4)
  })

  const countFiles = () =>
    (fs.readdirSync(path.join(setup.dir, 'photos'), { recursive: true }) as string[]).filter((name) =>
      /\.(webp|jpg)$/.test(name),
    ).length
})

describe('a commit', () => {
  const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0

  it.skipIf(!canTrace)(
    'waits for the disk: as many syncs of the log as commits, seen from outside (strace)',
    () => {
      const log = path.join(setup.dir, 'strace.log')
      const file = path.join(setup.dir, 'traced.sqlite')
      const traced = spawnSync(
        'strace',
        [
          '-f',
          '-y',
          '-e',
          'trace=fsync,fdatasync',
          '-o',
          log,
          process.execPath,
          workers['sync-worker'],
          file,
          '25',
        ],
        { encoding: 'utf8' },
      )
      expect(traced.status, traced.stderr).toBe(0)
      const synced = fs
        .readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => /(fsync|fdatasync)\(.*traced\.sqlite-wal/.test(line))
      expect(synced.length).toBeGreaterThanOrEqual(25)
    },
  )
})
