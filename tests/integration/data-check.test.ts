import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROW_FILES } from '~/cli/stored-files'
import { newId } from '~/core/ids'
import { addAttachment } from '~/features/attachments/commands/add-attachment.server'
import { createAccount } from '~/features/identity/commands/create-account.server'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { makeAvif } from '~/features/photos/commands/make-avif.server'
import { askForHashes } from '~/jobs/housekeeping.server'
import { HANDLERS } from '~/jobs/registry.server'
import { storeFile } from '~/platform/storage.server'
import { gisement } from '~tests/support/cli'
import { contentsOf, isThere } from '~tests/support/contents-of'
import { isOnPostgres, setupDatabase, type TestSetup } from '~tests/support/database'
import { makeActor, makeLot, makeSite } from '~tests/support/deal'
import { addressOf, elsewhere as inElsewhere } from '~tests/support/elsewhere'
import { openAddress } from '~tests/support/open-address'

let setup: TestSetup
let room: string

beforeAll(async () => {
  setup = await setupDatabase()
  room = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-exports-'))
  const giver = await makeActor('giver')
  await makeLot(giver, await makeSite(giver), 3)
  const picture = sharp({
    create: { width: 40, height: 30, channels: 3, background: { r: 9, g: 90, b: 60 } },
  })
  await addPhoto({ actor: giver, photoId: newId(), bytes: await picture.jpeg().toBuffer(), name: 'a.jpg' })
  const bytes = Buffer.from('%PDF-1.7\n%essai\n%%EOF\n')
  const attachment = { attachmentId: newId(), kind: 'technical-sheet', bytes, name: 'fiche.pdf' } as const
  expect(await addAttachment({ actor: giver, ...attachment })).toMatchObject({ ok: true })
  const organisation = {
    name: 'Essai',
    kind: 'company',
    isGiver: true,
    isTaker: false,
    communeCode: '93048',
  } as const
  const account = { email: 'operatrice@exemple.fr', name: 'Opératrice', password: 'une phrase assez longue' }
  await createAccount({ ...account, organisation })
})
afterAll(() => {
  setup.cleanup()
  fs.rmSync(room, { recursive: true, force: true })
})

const elsewhere = <T>(dataDir: string, work: () => Promise<T>) => inElsewhere(setup, dataDir, work)

/** Works as the server does on the same database; commands open and close it for themselves. */
async function asServer<T>(work: () => Promise<T>): Promise<T> {
  const open = await openAddress(setup.database.file)
  try {
    return await work()
  } finally {
    await open.close()
  }
}

describe('check', () => {
  it('finds sound what is sound', async () => {
    const { exit, out } = await gisement('check', '--json')
    const { findings } = JSON.parse(out) as { findings: { check: string; level: string }[] }
    expect(exit).toBe(0)
    expect(findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining([
        'database',
        'schema',
        'files',
        'orphans',
        'unfinished',
        'disk',
        'ledger',
        'work',
      ]),
    )
    expect(findings.filter(({ level, check }) => level !== 'ok' && check !== 'disk')).toEqual([])
  })

  it('names a document that was altered, and a row without its parent', async () => {
    const { writer } = setup.database
    const key = writer.prepare('select storage_key from lot_attachments limit 1').pluck().get() as string
    const file = path.join(setup.dir, 'documents', key)
    const bytes = fs.readFileSync(file)
    fs.writeFileSync(file, Buffer.concat([bytes, Buffer.from('\n')]))
    writer.pragma('foreign_keys = OFF')
    writer
      .prepare(
        `insert into memberships (user_id, organisation_id, role) values ('nobody', 'nothing', 'member')`,
      )
      .run()
    const { exit, out } = await gisement('check')
    writer.prepare(`delete from memberships where user_id = 'nobody'`).run()
    writer.pragma('foreign_keys = ON')
    fs.writeFileSync(file, bytes)
    expect(exit).toBe(1)
    expect(out).toMatch(/memberships has no users/)
    expect(out).toContain(`documents/${key} was altered`)
  })

  it.each(['960.webp', '960.jpg', '320.avif'])(
    'names the file of a photo that was cut off or altered by one byte: %s',
    async (ending) => {
      const { writer } = setup.database
      const photo = writer.prepare('select id, storage_key as stem from photos limit 1').get() as {
        id: string
        stem: string
      }
      await asServer(() => makeAvif(photo.id))
      const file = path.join(setup.dir, 'photos', `${photo.stem}-${ending}`)
      const bytes = fs.readFileSync(file)
      const altered = Buffer.from(bytes)
      altered[bytes.length - 9]! ^= 1
      for (const harmed of [bytes.subarray(0, -1), altered]) {
        fs.writeFileSync(file, harmed)
        const { exit, out } = await gisement('check')
        expect(exit).toBe(1)
        expect(out).toContain(`photos/${photo.stem}-${ending} was altered`)
      }
      fs.writeFileSync(file, bytes)
      expect(await gisement('check')).toMatchObject({ exit: 0 })
    },
  )

  it('says which files have no hash yet; jobs note it, and of none that does not decode whole', async () => {
    const { writer } = setup.database
    const stem = writer.prepare('select storage_key from photos limit 1').pluck().get() as string
    const noted = () => writer.prepare('select files_sha256 from photos limit 1').pluck().get()
    const before = noted()
    writer.prepare('update photos set files_sha256 = null').run()
    expect((await gisement('check')).out).toMatch(/warning +files: .*7 have no SHA-256 yet/)
    const file = path.join(setup.dir, 'photos', `${stem}-1600.webp`)
    const bytes = fs.readFileSync(file)
    fs.writeFileSync(file, bytes.subarray(0, bytes.length >> 1))
    await asServer(askForHashes)
    const job = writer.prepare("select payload from jobs where kind = 'note-file-hashes'").pluck().get()
    const payload = JSON.parse(String(job)) as Record<string, unknown>
    const run = () => asServer(() => HANDLERS['note-file-hashes']!(payload))
    await expect(run()).rejects.toThrow()
    expect(noted()).toBeNull()
    fs.writeFileSync(file, bytes)
    await run()
    expect(JSON.parse(String(noted()))).toEqual(JSON.parse(String(before)))
    expect((await gisement('check')).out).toMatch(/ok +files/)
  })

  it('names the picture of a handover that was altered, once a job has noted its hash', async () => {
    const { writer } = setup.database
    const id = newId()
    const key = `ab/${'c'.repeat(30)}-960.jpg`
    const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#808080' } })
    const bytes = await picture.jpeg().toBuffer()
    await storeFile('documents', key, bytes)
    writer.pragma('foreign_keys = OFF')
    writer
      .prepare(
        `insert into handover_files (id, reservation_id, side, kind, storage_key, sha256, user_id, created_at_ms)
         values (?, 'none', 'taker', 'installed', ?, ?, 'none', 0)`,
      )
      .run(id, key, '0'.repeat(64))
    const sayOf = async () => (await gisement('check')).out
    expect(await sayOf()).toMatch(/; 1 have no SHA-256 yet/)
    await asServer(() => HANDLERS['note-picture-hash']!({ fileId: id }))
    expect(await sayOf()).toMatch(/ok +files/)
    fs.writeFileSync(path.join(setup.dir, 'documents', key), bytes.subarray(0, -1))
    expect(await sayOf()).toContain(`documents/${key} was altered`)
    fs.rmSync(path.join(setup.dir, 'documents', key))
    writer.prepare('delete from handover_files').run()
    writer.pragma('foreign_keys = ON')
  })

  it('names files that no row names once they are a day old, and removes them when told to', async () => {
    const folder = path.join(setup.dir, 'photos/zz')
    fs.mkdirSync(folder, { recursive: true })
    const [old, young] = ['a', 'b'].map((letter) => path.join(folder, `${letter.repeat(30)}-320.webp`))
    fs.writeFileSync(old!, 'x')
    fs.writeFileSync(young!, 'x')
    fs.utimesSync(old!, 1_700_000_000, 1_700_000_000)
    const { exit, out } = await gisement('check')
    expect({ exit, out }).toMatchObject({ exit: 0, out: expect.stringMatching(/orphans: 1 files/) as string })
    await gisement('check', '--remove-orphans')
    expect([fs.existsSync(old!), fs.existsSync(young!)]).toEqual([false, true])
  })

  it('knows every table whose rows name a file', () => {
    const tables = setup.database.writer
      .prepare(
        `select m.name from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and c.name = 'storage_key' order by 1`,
      )
      .pluck()
      .all()
    expect(ROW_FILES.map(({ table }) => table).sort()).toEqual(tables)
  })
})

describe('export and import', () => {
  it('moves everything to another data folder and back to the last value', async () => {
    const to = path.join(room, 'moved')
    expect(await gisement('export', '--to', to, '--with-secrets', '--csv')).toMatchObject({
      exit: 0,
      err: '',
    })
    const dataDir = path.join(room, 'moved-in')
    await elsewhere(dataDir, async () => {
      expect(await gisement('import', '--from', to)).toMatchObject({ exit: 0, err: '' })
      expect(await gisement('import', '--from', to)).toMatchObject({
        exit: 1,
        err: expect.stringMatching(isOnPostgres ? /is not empty/ : /exists already/) as string,
      })
      expect(await gisement('check')).toMatchObject({ exit: 0 })
    })
    expect(contentsOf(addressOf(dataDir))).toEqual(contentsOf(setup.database.file))
    expect(fs.readFileSync(path.join(to, 'tables/lots.csv'), 'utf8').split('\n')[0]).toMatch(/^id,/)
  })

  it('leaves passwords, sessions and links out unless asked for them', async () => {
    const to = path.join(room, 'shared')
    expect(await gisement('export', '--to', to)).toMatchObject({ exit: 0, err: '' })
    const all = fs
      .readdirSync(path.join(to, 'tables'))
      .map((name) => fs.readFileSync(path.join(to, 'tables', name), 'utf8'))
    expect(all.join('')).not.toMatch(/argon2|_hash":"[^"]{40,}","user/)
    expect(fs.readFileSync(path.join(to, 'tables/sessions.jsonl'), 'utf8')).toBe('')
    await elsewhere(path.join(room, 'shared-in'), async () => {
      expect(await gisement('import', '--from', to)).toMatchObject({
        exit: 0,
        err: '',
        out: expect.stringMatching(/no passwords/) as string,
      })
    })
  })

  it('imports nothing of an export that was altered', async () => {
    const to = path.join(room, 'altered')
    expect(await gisement('export', '--to', to)).toMatchObject({ exit: 0, err: '' })
    fs.appendFileSync(path.join(to, 'tables/lots.jsonl'), '{}\n')
    const dataDir = path.join(room, 'altered-in')
    await elsewhere(dataDir, async () => {
      expect((await gisement('import', '--from', to)).err).toMatch(
        /tables\/lots.jsonl of the export is altered/,
      )
    })
    expect(isThere(addressOf(dataDir))).toBe(false)
  })
})
