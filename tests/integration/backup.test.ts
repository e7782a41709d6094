import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { addAttachment } from '~/features/attachments/commands/add-attachment.server'
import { createAccount } from '~/features/identity/commands/create-account.server'
import { signIn } from '~/features/identity/commands/sign-in.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { env } from '~/platform/env.server'
import { gisement } from '~tests/support/cli'
import { connectionTo, isOnPostgres, openNamed, setupDatabase, type TestSetup } from '~tests/support/database'
import { isThere } from '~tests/support/contents-of'
import { addressOf, elsewhere as inElsewhere } from '~tests/support/elsewhere'
import { makeActor, makeLot, makeSite } from '~tests/support/deal'

let setup: TestSetup
let room: string
let giver: Actor

beforeAll(async () => {
  setup = await setupDatabase()
  room = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-backups-'))
  giver = await makeActor('giver')
})
afterAll(() => {
  setup.cleanup()
  fs.rmSync(room, { recursive: true, force: true })
})

async function photo(red: number): Promise<string> {
  const picture = sharp({
    create: { width: 40, height: 30, channels: 3, background: { r: red, g: 90, b: 60 } },
  })
  const photoId = newId()
  const added = await addPhoto({
    actor: giver,
    photoId,
    bytes: await picture.jpeg().toBuffer(),
    name: 'a.jpg',
  })
  expect(added).toMatchObject({ ok: true })
  return photoId
}

/** Backs up into a folder of the test; what the command answers as JSON. */
async function backUp(to: string, ...more: string[]) {
  const said = await gisement('backup', '--to', path.join(room, to), '--json', ...more)
  return {
    ...said,
    report: JSON.parse(said.out || '{}') as { folder: string; files: number; linked: number },
  }
}

/** Whether the former rows are still there: in the folder of what was moved, or in a schema of their own. */
function isKeptAside(folder: string): boolean {
  if (!isOnPostgres) return fs.existsSync(path.join(folder, 'gisement.sqlite'))
  const connection = connectionTo(env().databaseUrl!)
  const former = `select count(*) from pg_tables where schemaname like 'before_restore_%' and tablename = 'lots'`
  const found = connection.prepare(former).pluck().get()
  connection.close()
  return found === 1
}

const elsewhere = <T>(dataDir: string, work: () => Promise<T>) => inElsewhere(setup, dataDir, work)

const hashOf = (file: string) => createHash('sha256').update(fs.readFileSync(file)).digest('hex')

describe('backup and restore', () => {
  const account = { email: 'operatrice@exemple.fr', password: 'une phrase assez longue' }
  let folder: string
  let acknowledged: string[]

  it('backs up while writes go on, and what was acknowledged before is in it', async () => {
    const organisation = {
      name: 'Essai',
      kind: 'company',
      isGiver: true,
      isTaker: false,
      communeCode: '93048',
    } as const
    await createAccount({ ...account, name: 'Opératrice', organisation })
    const siteId = await makeSite(giver)
    await Promise.all(Array.from({ length: 4 }, (_, at) => photo(at * 50)))
    const pdf = Buffer.from('%PDF-1.7\n%essai\n%%EOF\n')
    const attachment = {
      attachmentId: newId(),
      kind: 'technical-sheet',
      bytes: pdf,
      name: 'fiche.pdf',
    } as const
    expect(await addAttachment({ actor: giver, ...attachment })).toMatchObject({ ok: true })
    acknowledged = [await makeLot(giver, siteId, 3)]
    let isOver = false
    const writing = (async () => {
      while (!isOver) await Promise.all([makeLot(giver, siteId, 2), photo(acknowledged.length % 250)])
    })()
    const { exit, report, err } = await backUp('under-load')
    isOver = true
    await writing
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    folder = report.folder
    expect(await gisement('backup', 'verify', '--from', folder)).toMatchObject({ exit: 0 })
    expect(fs.readdirSync(path.join(room, 'under-load'))).toEqual([path.basename(folder)])
  })

  it('restores elsewhere: rows, every file to the byte, and signing in', async () => {
    const dataDir = path.join(room, 'elsewhere')
    const answer = await elsewhere(dataDir, async () => {
      expect(await gisement('restore', '--from', folder)).toMatchObject({ exit: 0, err: '' })
      expect(await gisement('check', '--against', folder)).toMatchObject({ exit: 0 })
      const open = await openNamed()
      const kept = open.writer.prepare('select id from lots').pluck().all()
      const signedIn = await signIn({ ...account, device: 'essai' })
      const photos = open.writer.prepare('select count(*) from photos').pluck().get() as number
      open.close()
      return { kept, signedIn, photos }
    })
    expect(answer.kept).toEqual(expect.arrayContaining(acknowledged))
    expect(answer.signedIn).toMatchObject({ ok: true })
    expect(answer.photos).toBeGreaterThanOrEqual(4)
    const files = (fs.readdirSync(path.join(dataDir, 'photos'), { recursive: true }) as string[]).filter(
      (name) => /\.(webp|jpg)$/.test(name),
    )
    expect(files.length).toBeGreaterThanOrEqual(16)
    for (const name of files) {
      expect(hashOf(path.join(dataDir, 'photos', name))).toBe(hashOf(path.join(setup.dir, 'photos', name)))
    }
  })

  it('does not restore over data, unless told to; then it keeps what was there', async () => {
    const dataDir = path.join(room, 'elsewhere')
    await elsewhere(dataDir, async () => {
      fs.writeFileSync(path.join(dataDir, 'note.txt'), 'kept')
      expect((await gisement('restore', '--from', folder)).err).toMatch(/is not empty.*--force/)
      const said = await gisement('restore', '--from', folder, '--force', '--json')
      const { aside } = JSON.parse(said.out) as { aside: string }
      expect(fs.readFileSync(path.join(aside, 'note.txt'), 'utf8')).toBe('kept')
      expect(isKeptAside(aside)).toBe(true)
      expect(fs.existsSync(path.join(dataDir, 'note.txt'))).toBe(false)
    })
  })

  it('does not restore beneath a process that uses the database', async () => {
    const said = await gisement('restore', '--from', folder, '--force')
    expect(said).toMatchObject({ exit: 1, err: expect.stringMatching(/Stop the server/) as string })
    expect(fs.existsSync(path.join(setup.dir, '.restoring'))).toBe(false)
  })

  it('refuses to go on where a restore broke off, until it is run again', async () => {
    const dataDir = path.join(room, 'broken-off')
    fs.mkdirSync(path.join(dataDir, '.restoring'), { recursive: true })
    await elsewhere(dataDir, async () => {
      expect(await gisement('migrate')).toMatchObject({
        exit: 1,
        err: expect.stringMatching(/did not come to its end/) as string,
      })
      expect(await gisement('restore', '--from', folder)).toMatchObject({ exit: 0 })
      expect(await gisement('migrate')).toMatchObject({ exit: 0, out: 'The database is up to date.' })
    })
  })

  it.each([
    [
      'a file that is missing',
      (copy: string, file: string) => fs.rmSync(path.join(copy, file)),
      /is missing/,
    ],
    [
      'an altered file of the same size',
      (copy: string, file: string) => {
        const bytes = fs.readFileSync(path.join(copy, file))
        bytes[bytes.length - 1]! ^= 1
        fs.writeFileSync(path.join(copy, file), bytes)
      },
      /another SHA-256/,
    ],
    [
      'a shortened database',
      (copy: string) => fs.truncateSync(path.join(copy, 'gisement.sqlite'), 8192),
      /gisement\.sqlite has 8192 bytes/,
    ],
    [
      'a path out of the folder',
      (copy: string) => {
        const manifest = path.join(copy, 'manifest.json')
        fs.writeFileSync(manifest, fs.readFileSync(manifest, 'utf8').replace('"photos/', '"../photos/'))
      },
      /cannot be read/,
    ],
  ])('restores nothing of a backup with %s', async (_what, spoil, sentence) => {
    const copy = path.join(room, newId())
    fs.cpSync(folder, copy, { recursive: true })
    spoil(
      copy,
      `photos/${(fs.readdirSync(path.join(copy, 'photos'), { recursive: true }) as string[]).find((name) => name.endsWith('.webp'))}`,
    )
    const dataDir = path.join(room, newId())
    await elsewhere(dataDir, async () => {
      const said = await gisement('restore', '--from', copy)
      expect(said.exit).toBe(1)
      expect(said.err).toMatch(sentence)
    })
    expect(isThere(addressOf(dataDir))).toBe(false)
  })

  it('shares unchanged files with the backup before, and keeps as many as asked', async () => {
    const first = await backUp('many')
    const second = await backUp('many')
    expect([first.report.linked, second.report.linked]).toEqual([0, second.report.files])
    const third = await backUp('many', '--keep', '2')
    const list = await gisement('backup', 'list', '--to', path.join(room, 'many'))
    expect(list.out.split('\n').map((line) => line.split('  ')[0])).toEqual([
      second.report.folder,
      third.report.folder,
    ])
    expect(await gisement('backup', 'verify', '--from', third.report.folder)).toMatchObject({ exit: 0 })
  })

  it('removes what a backup that ended left, and is never taken for a whole one', async () => {
    const to = path.join(room, 'ended')
    fs.mkdirSync(path.join(to, '.gisement-2026-01-01T000000Z.999999.partial'), { recursive: true })
    expect((await gisement('backup', 'list', '--to', to)).out).toMatch(/There is no backup/)
    const { report } = await backUp('ended')
    expect(fs.readdirSync(to)).toEqual([path.basename(report.folder)])
  })

  it('says which file of a row was not there, and ends as something wrong', async () => {
    const photoId = await photo(7)
    const key = setup.database.writer
      .prepare('select storage_key from photos where id = ?')
      .pluck()
      .get(photoId) as string
    fs.rmSync(path.join(setup.dir, 'photos', `${key}-960.jpg`))
    const { exit, out } = await gisement('backup', '--to', path.join(room, 'lacking'))
    expect({ exit, out }).toMatchObject({
      exit: 1,
      out: expect.stringContaining(`photos/${key}-960.jpg`) as string,
    })
    expect((await gisement('check')).out).toMatch(
      new RegExp(`fault.*files:[^]*${key}-960.jpg, which photos names, is missing`),
    )
    fs.copyFileSync(
      path.join(setup.dir, 'photos', `${key}-960.webp`),
      path.join(setup.dir, 'photos', `${key}-960.jpg`),
    )
  })
})
