import fs from 'node:fs'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import type { DomainErrorCode } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { MAX_PHOTO_BYTES, RENDITION_WIDTHS, renditionKey } from '~/features/photos/model/limits'
import { findPhotoOf } from '~/features/photos/queries.server'
import { readRendition } from '~/features/photos/read-rendition.server'
import { readPhotoForm } from '~/http/read-photo-form.server'
import { reader } from '~/platform/db.server'
import { outbox } from '~db/sqlite/platform'
import { photos } from '~db/sqlite/photos'
import { createActor } from '~tests/support/actors'
import { setupDatabase } from '~tests/support/database'

let dir: string
let cleanup: () => void
let actor: Actor

beforeEach(async () => {
  const setup = await setupDatabase()
  dir = setup.dir
  cleanup = setup.cleanup
  actor = await createActor('giver')
})
afterEach(() => cleanup())

/** A photo as a phone takes it: on its side, with its maker, its place and a thumbnail's worth of detail. */
function phonePhoto(width = 2000, height = 1500): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  return sharp({ create: { width, height, channels: 3, background: '#8a6a4a', noise } })
    .withExif({
      IFD0: { Make: 'Marque-Repérable', Model: 'Téléphone' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '48/1 51/1 24/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '2/1 21/1 7/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

const add = (bytes: Uint8Array, photoId = newId(), name = 'chantier.jpg') =>
  addPhoto({ actor, photoId, bytes, name })

function storedFiles(): string[] {
  const root = path.join(dir, 'photos')
  if (!fs.existsSync(root)) return []
  return fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? [entry.name] : []))
}

async function storedRendition(photoId: string, width: 320 | 960 | 1600, format: 'webp' | 'jpg' = 'webp') {
  const photo = await findPhotoOf(actor.organisationId, photoId)
  return readRendition(renditionKey(photo!.storageKey, width, format))
}

describe('a photo that is accepted', () => {
  it('ASVS 14.2.8: is stored upright, at every width, without EXIF, GPS or any other metadata', async () => {
    const bytes = await phonePhoto()
    const sent = await sharp(bytes).metadata()
    expect(sent.orientation).toBe(6)
    expect(sent.exif!.includes('Marque')).toBe(true)
    const photoId = newId()
    expect(await add(bytes, photoId)).toEqual({ ok: true, value: { photoId } })
    for (const width of RENDITION_WIDTHS) {
      const file = await storedRendition(photoId, width)
      const kept = await sharp(file!.bytes).metadata()
      expect(kept).toMatchObject({ format: 'webp', width: Math.min(width, 1200) })
      expect([kept.exif, kept.xmp, kept.iptc, kept.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ])
      expect(Buffer.from(file!.bytes).includes('Marque')).toBe(false)
    }
    const jpeg = await storedRendition(photoId, 960, 'jpg')
    expect(jpeg).toMatchObject({ type: 'image/jpeg' })
    expect((await sharp(jpeg!.bytes).metadata()).exif).toBeUndefined()
  })

  it('is stored once when it is sent again, even at the same time, and classified once', async () => {
    const bytes = await phonePhoto(600, 400)
    const photoId = newId()
    const results = await Promise.all([add(bytes, photoId), add(bytes, photoId), add(bytes, photoId)])
    expect(await add(bytes, photoId)).toEqual({ ok: true, value: { photoId } })
    for (const result of results) expect(result.ok).toBe(true)
    expect(await reader().select().from(photos)).toHaveLength(1)
    expect(await reader().select().from(outbox)).toHaveLength(1)
    expect(storedFiles()).toHaveLength(RENDITION_WIDTHS.length + 1)
  })

  it('keeps nothing of what was hidden behind its pixels', async () => {
    const payload = '<script>alert(1)</script>PK\u0003\u0004'
    const bytes = Buffer.concat([await phonePhoto(400, 300), Buffer.from(payload)])
    const photoId = newId()
    expect((await add(bytes, photoId)).ok).toBe(true)
    const file = await storedRendition(photoId, 960, 'jpg')
    expect(Buffer.from(file!.bytes).includes('<script>')).toBe(false)
  })
})

/** A PNG that says it is enormous, in a few hundred bytes. */
function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const out = Buffer.alloc(8)
  out.writeUInt32BE(data.length, 0)
  out.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([out.subarray(0, 4), body, out.subarray(4)])
}

/** CRC-32 of PNG chunks (ISO/IEC 15948, annex D). */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'
/** Two frames, one under the other, as sharp writes an animation. */
function animatedWebp(): Promise<Buffer> {
  const frames = Buffer.alloc(8 * 16 * 3, 90).fill(200, 0, 8 * 8 * 3)
  return sharp(frames, { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } })
    .webp({ delay: [100, 100] })
    .toBuffer()
}

const REFUSALS: [DomainErrorCode, string, () => Promise<Uint8Array> | Uint8Array][] = [
  ['photo-type', 'an SVG under the name of a JPEG', () => Buffer.from(svg)],
  [
    'photo-gif',
    'a GIF',
    () =>
      sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
        .gif()
        .toBuffer(),
  ],
  [
    'photo-type',
    'an AVIF',
    () =>
      sharp({ create: { width: 64, height: 64, channels: 3, background: 'red' } })
        .avif()
        .toBuffer(),
  ],
  ['photo-type', 'a page', () => Buffer.from('<!doctype html><p>bonjour')],
  ['photo-gif', 'an SVG with a GIF signature', () => Buffer.from(`GIF89a${svg}`)],
  [
    'photo-unreadable',
    'an SVG with a JPEG signature',
    () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(svg)]),
  ],
  ['photo-unreadable', 'a photo cut in the middle', async () => (await phonePhoto()).subarray(0, 40_000)],
  ['photo-unreadable', 'the first bytes of a photo', async () => (await phonePhoto()).subarray(0, 20)],
  ['photo-too-large', 'more bytes than allowed', () => Buffer.alloc(MAX_PHOTO_BYTES + 1, 0xff)],
  ['photo-heic', 'the photo of an iPhone', () => Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic')],
  ['photo-animated', 'an animated WebP', () => animatedWebp()],
  ['photo-pixels', 'more pixels than allowed', () => hugePng(30_000, 30_000)],
]

describe('a photo that is refused', () => {
  it.each(REFUSALS)('with %s: %s', async (code, _, make) => {
    const refusal = await add(await make())
    expect(refusal).toEqual({ ok: false, error: { code, field: 'photos', params: { name: 'chantier.jpg' } } })
    expect(storedFiles()).toEqual([])
    expect(await reader().select().from(photos)).toEqual([])
    expect(await reader().select().from(outbox)).toEqual([])
  })

  it('with an id already used for another photo, or by another organisation', async () => {
    const photoId = newId()
    const first = await phonePhoto(400, 300)
    await add(first, photoId)
    expect(await add(await phonePhoto(401, 300), photoId)).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    })
    const other = await createActor('giver')
    const stolen = await addPhoto({ actor: other, photoId, bytes: first, name: 'a.jpg' })
    expect(stolen).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await findPhotoOf(other.organisationId, photoId)).toBeNull()
  })
})

describe('the file of a photo', () => {
  it.each([
    '../gisement.sqlite',
    'aa/../../gisement.sqlite',
    `aa/${'a'.repeat(30)}-960.webp/../../../gisement.sqlite`,
    `aa/${'a'.repeat(30)}-960.webp\u0000.jpg`,
    `aa/${'a'.repeat(30)}-960.svg`,
    `aa/${'a'.repeat(30)}-960.webp`,
    '/etc/passwd',
    '',
  ])('is not found under %j', async (key) => {
    expect(await readRendition(key)).toBeNull()
  })
})

describe('a posted form with photos', () => {
  function post(form: FormData): Request {
    return new Request('http://localhost/lots/publier', { method: 'POST', body: form })
  }

  it('hands over each file of the field by its name, and gives the other answers back', async () => {
    const form = new FormData()
    form.append('title', 'Parquet chêne')
    form.append('photos', new File(['un'], 'dossier/un.jpg'))
    form.append('photos', new File([], ''))
    form.append('elsewhere', new File(['x'], 'x.jpg'))
    form.append('photos', new File(['deux'], `${'long'.repeat(50)}.jpg`))
    const taken: string[] = []
    const answers = await readPhotoForm(post(form), 'photos', ({ bytes, name }) => {
      taken.push(`${name}: ${Buffer.from(bytes).toString()}`)
    })
    expect(answers?.get('title')).toBe('Parquet chêne')
    expect(taken).toHaveLength(2)
    expect(taken[0]).toBe('un.jpg: un')
    expect(taken[1]).toMatch(/^(long){20}…: deux$/)
  })

  it('is no form when the body is not one, or holds too many files', async () => {
    const type = { 'Content-Type': 'multipart/form-data; boundary=x' }
    const broken = new Request('http://localhost/', { method: 'POST', headers: type, body: 'not a form' })
    expect(await readPhotoForm(broken, 'photos', () => undefined)).toBeNull()
    const many = new FormData()
    for (let i = 0; i < 41; i++) many.append('photos', new File(['x'], `${i}.jpg`))
    expect(await readPhotoForm(post(many), 'photos', () => undefined)).toBeNull()
  })
})
