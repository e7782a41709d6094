import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import express from 'express'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { findLot } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { recordChange } from '~/platform/changes.server'
import { openDatabase } from '~/platform/db.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { refuseWhenFull } from '~/server/full-disk'
import { gisement } from '~tests/support/cli'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { makeActor, makeLot, makeSite } from '~tests/support/deal'
import { serveApp, type Served } from '~tests/support/serve-app'

let setup: TestSetup
let giver: Actor
let lotId: string

beforeAll(async () => {
  setup = await setupDatabase()
  giver = await makeActor('giver')
  lotId = await makeLot(giver, await makeSite(giver), 3)
})
afterAll(() => setup.cleanup())

const noise = (width: number) =>
  sharp({
    create: {
      width,
      height: width,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg({ quality: 90 })
    .toBuffer()

const large = (entityId: string) =>
  withTx((tx) =>
    recordChange(tx, {
      entity: 'lot',
      entityId,
      kind: 'tried',
      actorUserId: null,
      detail: { text: 'x'.repeat(200_000) },
    }),
  )

/** Writes until the product says that there is no room. */
async function fill(): Promise<unknown> {
  for (let at = 0; at < 2000; at++) {
    const fault = await large(`fill-${at}`).then(
      () => null,
      (error: unknown) => error,
    )
    if (fault) return fault
  }
  return null
}

describe('a database without room', () => {
  it('keeps what was committed and nothing of what was not; reads go on, and writes do once there is room', async () => {
    const { writer } = setup.database
    const pages = writer.pragma('page_count', { simple: true }) as number
    writer.pragma(`max_page_count = ${pages + 500}`)
    expect(String(await fill())).toMatch(/database or disk is full/)
    const kept = writer.prepare(`select count(*) from events where kind = 'tried'`).pluck().get() as number
    expect(kept).toBeGreaterThan(0)
    expect(writer.inTransaction).toBe(false)
    await expect(large('too-much')).rejects.toThrow(/full/)
    expect(writer.prepare(`select count(*) from changes where entity_id = 'too-much'`).pluck().get()).toBe(0)
    expect(await findLot(lotId)).toMatchObject({ id: lotId })
    expect(writer.pragma('integrity_check', { simple: true })).toBe('ok')
    writer.pragma('max_page_count = 1073741823')
    await large('room-again')
    expect(writer.prepare(`select count(*) from events where kind = 'tried'`).pluck().get()).toBe(kept + 1)
  })
})

describe('the server on a disk that is nearly full', () => {
  let server: Server
  let served: Served

  beforeAll(async () => {
    served = await serveApp({ reserveBytes: Number.MAX_SAFE_INTEGER })
  })
  afterAll(async () => {
    server.close()
    await served.stop()
  })

  it('refuses writes of programs in their language, with a time to try again, and answers reads', async () => {
    const app = express()
    app.use(
      '/full',
      refuseWhenFull(os.tmpdir(), Number.MAX_SAFE_INTEGER),
      (_, res) => void res.send('through'),
    )
    app.use('/roomy', refuseWhenFull(os.tmpdir(), 0), (_, res) => void res.send('through'))
    server = app.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    for (const [language, said] of [
      ['fr', /plus de place/],
      ['en', /no room left/],
    ] as const) {
      const headers = { 'Accept-Language': language }
      const refused = await fetch(`${origin}/full`, { method: 'POST', body: 'x', headers })
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([507, '300'])
      expect(await refused.json()).toMatchObject({
        code: 'disk-full',
        title: expect.stringMatching(said) as string,
      })
    }
    expect(await (await fetch(`${origin}/full`)).text()).toBe('through')
    expect(await (await fetch(`${origin}/roomy`, { method: 'POST', body: 'x' })).text()).toBe('through')
  })

  it.each([
    ['/connexion', 'a page with a form'],
    ['/preferences', 'an address that draws none'],
  ])('answers the form of %s, %s, with a page in the reader’s language', async (path) => {
    for (const [language, title] of [
      ['fr', 'Le service n’a plus de place pour enregistrer'],
      ['en', 'The service has no room left to save'],
    ]) {
      const headers = { Accept: 'text/html,application/xhtml+xml', 'Accept-Language': language }
      const page = await served.ask(path, { method: 'POST', headers, body: 'a=b' })
      expect([page.status, page.headers['retry-after']]).toEqual([507, '300'])
      expect(page.headers['content-type']).toContain('text/html')
      expect(page.text).toMatch(new RegExp(`<html lang="${language}"[^]*<h1[^>]*>${title}`))
      expect(page.text).toContain('href="/"')
    }
    const data = await served.ask(`${path}.data`, { method: 'POST', body: 'a=b' })
    expect(data.status).toBe(507)
    expect((await served.ask('/connexion')).status).toBe(200)
  })
})

describe('a disk without room', () => {
  const mount = path.join(os.tmpdir(), `gisement-small-${process.pid}`)
  const canMount = (() => {
    fs.mkdirSync(mount, { recursive: true })
    const done = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', mount]).status === 0
    if (!done) fs.rmdirSync(mount)
    return done
  })()

  afterAll(() => {
    if (!canMount) return
    spawnSync('umount', ['--lazy', mount])
    fs.rmdirSync(mount)
  })

  it.skipIf(!canMount)(
    'refuses a photo and a row, leaves nothing half written, and is sound (24 MB file system)',
    async () => {
      const file = path.join(mount, 'gisement.sqlite')
      setup.database.writer.pragma('wal_checkpoint(TRUNCATE)')
      fs.copyFileSync(setup.database.file, file)
      setup.database.close()
      setEnv(readEnv({ ...process.env, NODE_ENV: 'test', DATA_DIR: mount, LOG_LEVEL: 'silent' }))
      const open = openDatabase(file)
      const stored: string[] = []
      let fault: unknown = null
      for (let at = 0; at < 200 && !fault; at++) {
        const photoId = newId()
        const bytes = await noise(400)
        const added = await addPhoto({ actor: giver, photoId, bytes, name: 'a.jpg' }).catch(
          (error: unknown) => {
            fault = error
            return null
          },
        )
        if (added) stored.push(photoId)
      }
      expect(String(fault)).toMatch(/ENOSPC|full/)
      const kept = open.writer
        .prepare('select id from photos where id in (select value from json_each(?))')
        .pluck()
        .all(JSON.stringify(stored))
      expect(kept).toHaveLength(stored.length)
      expect(await findLot(lotId)).toMatchObject({ id: lotId })
      const files = fs.readdirSync(path.join(mount, 'photos'), { recursive: true }) as string[]
      expect(files.filter((name) => name.endsWith('.tmp'))).toEqual([])
      expect(files.filter((name) => /\.(webp|jpg)$/.test(name))).toHaveLength(4 * stored.length)
      const { exit, out, err } = await gisement('check')
      expect(exit, out + err).toBe(0)
      expect(out).toMatch(/warning +disk/)
      const backup = await gisement('backup', '--to', path.join(mount, 'backups'))
      expect(backup.exit).toBe(1)
      expect((await gisement('backup', 'list', '--to', path.join(mount, 'backups'))).out).toMatch(
        /There is no backup/,
      )
    },
  )
})
