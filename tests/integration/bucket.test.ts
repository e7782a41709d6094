import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { addAttachment } from '~/features/attachments/commands/add-attachment.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { makeAvif } from '~/features/photos/commands/make-avif.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { diskStore } from '~/platform/disk-store.server'
import { StoreError } from '~/platform/object-store'
import { fileStore } from '~/platform/storage.server'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { action as uploadPhoto } from '~/routes/photo-upload/route'
import { gisement } from '~tests/support/cli'
import { emptyDatabase, isOnPostgres, reopen, setupDatabase, type TestSetup } from '~tests/support/database'
import { makeActor } from '~tests/support/deal'
import { startS3Server, type S3Server } from '~tests/support/s3-server'
import { serveApp, type Served } from '~tests/support/serve-app'

let setup: TestSetup
let server: S3Server
let served: Served
let giver: Actor
let room: string

beforeAll(async () => {
  setup = await setupDatabase()
  server = await startS3Server()
  room = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-bucket-'))
  configure()
  giver = await makeActor('giver')
  served = await serveApp({ only: /^\/(fichiers|connexion)/ })
})
afterAll(async () => {
  await served.stop()
  await server.close()
  setup.cleanup()
  fs.rmSync(room, { recursive: true, force: true })
})
beforeEach(() => configure())

/** This process's environment, with the bucket; a store made anew has not met a failure yet. */
function configure(wrong: Record<string, string> = {}): void {
  const variables = { ...server.variables, DATA_DIR: setup.dir, LOG_LEVEL: 'silent', ...wrong }
  const own = isOnPostgres ? { DATABASE_URL: setup.database.file } : {}
  setEnv(readEnv({ ...process.env, NODE_ENV: 'test', ...own, ...variables }))
}

const rowsOf = (table: string) => setup.database.writer.prepare(`select count(*) from ${table}`).pluck().get()
const stemOf = (photoId: string) =>
  String(setup.database.writer.prepare('select storage_key from photos where id = ?').pluck().get(photoId))

/** Sends a photo to the product as a device does. */
async function upload(photoId = newId()): Promise<Response> {
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#406080' } })
  const form = new FormData()
  form.set(
    'photo',
    new File([new Uint8Array(await picture.jpeg().toBuffer())], 'porte.jpg', { type: 'image/jpeg' }),
  )
  const { headers } = await requestAs(giver, paths.photoUpload(photoId))
  const request = new Request(`http://localhost${paths.photoUpload(photoId)}`, {
    method: 'PUT',
    headers,
    body: form,
  })
  return (await answerOf(uploadPhoto(argsOf(request, { photoId })))) as Response
}

/** Runs a command as an operator does: the database is its own. */
async function command(...args: string[]) {
  setup.database.close()
  try {
    return await gisement(...args)
  } finally {
    await reopen(setup)
  }
}

describe('a service whose files are in a bucket', () => {
  it('keeps an uploaded photo there and nowhere else, and serves it from its own host', async () => {
    const photoId = newId()
    expect((await upload(photoId)).status).toBe(201)
    const key = `${stemOf(photoId)}-960.webp`
    const shown = await served.ask(paths.photoFile(key))
    expect([shown.status, shown.headers['content-type']]).toEqual([200, 'image/webp'])
    expect(shown.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(server.asked).toContain(`GET /gisement-fichiers/instance/photos/${key}`)
    expect(fs.existsSync(path.join(setup.dir, 'photos'))).toBe(false)
    await makeAvif(photoId)
    expect(await fileStore().find(`photos/${stemOf(photoId)}-320.avif`)).not.toBeNull()
  })

  it('ASVS 16.5.2: refuses a photo and a document with a sentence (503) while the bucket is down, and keeps no row', async () => {
    const earlier = newId()
    expect((await upload(earlier)).status).toBe(201)
    const before = [rowsOf('photos'), rowsOf('lot_attachments')]
    await server.stop()
    configure()
    const photoId = newId()
    const sent = await upload(photoId)
    expect(sent.status).toBe(503)
    expect(await sent.json()).toMatchObject({
      error: expect.stringMatching(/ne peuvent pas être enregistrés/) as string,
    })
    const bytes = Buffer.from('%PDF-1.7\n%essai\n%%EOF\n')
    const document = { attachmentId: newId(), kind: 'technical-sheet', bytes, name: 'fiche.pdf' } as const
    expect(await addAttachment({ actor: giver, ...document })).toMatchObject({
      ok: false,
      error: { code: 'store-down' },
    })
    expect([rowsOf('photos'), rowsOf('lot_attachments')]).toEqual(before)
    // A job fails, and is tried again.
    await expect(makeAvif(earlier)).rejects.toThrow(StoreError)
    const shown = await served.ask(paths.photoFile(`ab/${'c'.repeat(30)}-960.webp`))
    expect([shown.status, shown.headers['retry-after'], shown.headers['cache-control']]).toEqual([
      503,
      '30',
      'no-store',
    ])
    const page = await served.ask(paths.photoFile(`ab/${'c'.repeat(30)}-960.webp`), {
      headers: { Accept: 'text/html' },
    })
    expect(page.text).toContain('Les fichiers ne sont pas accessibles en ce moment')
    expect(page.text).toContain(`href="${paths.photoFile(`ab/${'c'.repeat(30)}-960.webp`)}"`)
    expect((await served.ask('/readyz')).text).toContain('store')
    expect((await served.ask('/connexion')).status).toBe(200)
    await server.start()
    configure()
    expect((await upload(photoId)).status).toBe(201)
    expect((await served.ask('/readyz')).text).not.toContain('store')
  })
})

describe('the operator of a bucket', () => {
  it('finds an object that was altered, and one that is missing', async () => {
    const [first, second] = [newId(), newId()]
    for (const id of [first, second]) expect((await upload(id)).status).toBe(201)
    expect(await command('check')).toMatchObject({ exit: 0, err: '' })
    const altered = `photos/${stemOf(first)}-960.webp`
    const missing = `photos/${stemOf(second)}-320.webp`
    const [intact, removed] = [await fileStore().get(altered), await fileStore().get(missing)]
    server.damage(altered)
    await fileStore().remove(missing)
    const { exit, out } = await command('check')
    expect(exit).toBe(1)
    expect(out).toContain(`${altered} was altered`)
    expect(out).toContain(`${missing}, which photos names, is missing`)
    await fileStore().put(altered, intact!)
    await fileStore().put(missing, removed!)
    expect(await command('check')).toMatchObject({ exit: 0 })
  })

  it('moves files to the disk and back with the same hashes, as often as it takes, and is told what would be', async () => {
    const disk = diskStore(setup.dir)
    const hashes = async (store: typeof disk) => {
      const found = new Map<string, string | undefined>()
      for await (const file of store.list('')) found.set(file.path, (await store.find(file.path))?.sha256)
      return new Map([...found].sort())
    }
    const before = await hashes(fileStore())
    const said = async (...args: string[]) => {
      const { exit, out } = await command('files', 'copy', ...args, '--json')
      return {
        exit,
        ...(JSON.parse(out) as { copied: number; already: number; damaged: string[]; missing: string[] }),
      }
    }
    const all = { exit: 0, copied: before.size, already: 0, damaged: [], missing: [] }
    expect(before.size).toBeGreaterThan(8)
    expect(await said('--from', 's3', '--to', 'disk', '--dry-run')).toMatchObject(all)
    expect(await hashes(disk)).toEqual(new Map())
    expect(await said('--from', 's3', '--to', 'disk')).toMatchObject(all)
    expect(await hashes(disk)).toEqual(before)
    // A run that broke off: the rest is copied, what is there is left.
    const [one, two] = [...before.keys()]
    await disk.remove(one!)
    await disk.put(two!, Buffer.from('coupé'))
    const rest = { exit: 0, copied: 2, already: before.size - 2 }
    expect(await said('--from', 's3', '--to', 'disk')).toMatchObject(rest)
    for (const file of before.keys()) await fileStore().remove(file)
    // What the disk holds damaged stays behind, and is named.
    const kept = await disk.get(one!)
    await disk.put(one!, Buffer.from('autre'))
    expect(await said('--from', 'disk', '--to', 's3')).toMatchObject({ exit: 1, damaged: [one] })
    await disk.put(one!, kept!)
    expect(await said('--from', 'disk', '--to', 's3')).toMatchObject({
      exit: 0,
      copied: 1,
      already: before.size - 1,
    })
    expect(await hashes(fileStore())).toEqual(before)
    expect(await command('files', 'copy', '--from', 'disk', '--to', 'disk')).toMatchObject({ exit: 2 })
  })

  it('backs the bucket up with the database, each file once, and restores what it lost', async () => {
    const to = path.join(room, 'backups')
    type Report = { folder: string; files: number; linked: number }
    const backUp = async () => JSON.parse((await command('backup', '--to', to, '--json')).out) as Report
    const first = await backUp()
    server.asked.length = 0
    const second = await backUp()
    expect(second.linked).toBe(second.files)
    expect(server.asked.filter((asked) => asked.startsWith('GET') && asked.includes('photos'))).toEqual([])
    expect((await command('backup', 'verify', '--from', second.folder)).exit).toBe(0)
    const lost: string[] = []
    for await (const { path: file } of fileStore().list('photos/')) lost.push(file)
    for (const file of lost) await fileStore().remove(file)
    expect((await command('check')).exit).toBe(1)
    expect(await command('restore', '--from', first.folder, '--force')).toMatchObject({ exit: 0, err: '' })
    expect(await command('check')).toMatchObject({ exit: 0, err: '' })
    const exported = path.join(room, 'export')
    expect(await command('export', '--to', exported)).toMatchObject({ exit: 0, err: '' })
    expect(fs.existsSync(path.join(exported, 'files', lost[0]!))).toBe(true)
    // Elsewhere, with a bucket of its own: an archive that was made here starts anew there, files and all.
    const dataDir = path.join(room, 'moved-in')
    const STORAGE_URL = server.variables.STORAGE_URL.replace('/instance/', '/elsewhere/')
    configure({ STORAGE_URL, DATA_DIR: dataDir, ...(await emptyDatabase()) })
    setup.database.close()
    expect(await gisement('import', '--from', exported)).toMatchObject({ exit: 0, err: '' })
    expect(await gisement('check')).toMatchObject({ exit: 0, err: '' })
    expect(fs.readdirSync(dataDir)).not.toContain('photos')
    const there: string[] = []
    for await (const { path: file } of fileStore().list('photos/')) there.push(file)
    expect(there.sort()).toEqual(lost.sort())
    await fileStore().remove(there[0]!)
    expect(await gisement('check')).toMatchObject({
      exit: 1,
      out: expect.stringContaining(`${there[0]}, which photos names, is missing`) as string,
    })
    configure()
    await reopen(setup)
  })

  it.each([
    [
      { STORAGE_SECRET_ACCESS_KEY: 'autre' },
      1,
      /fault +STORAGE_URL: .*STORAGE_SECRET_ACCESS_KEY is not the one of/,
    ],
    [{ STORAGE_ACCESS_KEY_ID: 'AUTRE' }, 1, /fault +STORAGE_URL: .*it does not know STORAGE_ACCESS_KEY_ID/],
    [{}, 0, /would start with this/],
  ])('is told by «config check» whether the bucket serves: %j', async (wrong, exit, said) => {
    configure(wrong)
    const before = { ...process.env }
    Object.assign(process.env, server.variables, wrong)
    const told = await command('config', 'check')
    process.env = before
    expect(told.out).toMatch(said)
    expect(told.exit).toBe(exit)
    expect(told.out).not.toMatch(/S3RVER|AUTRE|autre/)
  })
})
