import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOCALES, type Locale } from '~/core/locale'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import type { DomainErrorCode } from '~/core/result'
import { classifyPixels, stopClassifier, warmClassifier } from '~/features/classifier/classifier.server'
import { tryPhoto } from '~/features/classifier/commands/try-photo.server'
import { listClassifications } from '~/features/classifier/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { pixelsForModel } from '~/features/photos/pixels.server'
import { domainMessage } from '~/http/issue-message.server'
import { receivePhotos } from '~/http/receive-photos.server'
import { STATUS } from '~/http/status'
import { jobsFor } from '~/jobs/jobs-of-messages.server'
import { HANDLERS, PHOTOS } from '~/jobs/registry.server'
import { env, setEnv } from '~/platform/env.server'
import { claimJob, completeJob } from '~/platform/jobs.server'
import { dispatchOutbox } from '~/platform/outbox.server'
import { action as uploadPhoto } from '~/routes/photo-upload/route'
import { action as tryPhotoAction } from '~/routes/try-photo/route'
import { createActor } from '~tests/support/actors'
import { setupDatabase } from '~tests/support/database'
import { HOSTILE_PHOTOS } from '~tests/support/hostile-photos'
import { buildModel } from '../../scripts/model/build-model'

/** What this process may ever hold, in bytes, the making of these files included: the largest would unpack to 30 GB. */
const MOST_MEMORY = 1.3e9
let folder = ''
let cleanup: () => void
let actor: Actor

beforeAll(async () => {
  cleanup = (await setupDatabase()).cleanup
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-corpus-'))
  const modelDir = path.join(folder, 'reuse-materials')
  buildModel({ folder: modelDir })
  // The detector of people sees pictures of the product's own making, never these files.
  setEnv({ ...env(), modelDir, chosenModel: null, isDetectorOff: true })
  actor = await createActor('giver')
  await warmClassifier()
})
afterAll(async () => {
  await stopClassifier()
  cleanup()
  fs.rmSync(folder, { recursive: true, force: true })
})

type Sent = { field: string; bytes: Uint8Array; name: string; locale?: Locale }

async function post(to: string, { field, bytes, name, locale = 'fr' }: Sent): Promise<Request> {
  const signedIn = await requestAs(actor, to)
  const body = new FormData()
  body.set(field, new File([new Uint8Array(bytes)], name))
  const headers = { Cookie: signedIn.headers.get('Cookie') ?? '', 'Accept-Language': locale }
  return new Request(signedIn.url, { method: 'POST', body, headers })
}

function sentence(locale: Locale, code: DomainErrorCode, name: string): string {
  return domainMessage(locale, { code, params: { name } })
}

/** Runs the classification of every photo stored so far, as the worker does. */
async function classifyWaiting(): Promise<void> {
  await dispatchOutbox(jobsFor)
  for (let job = await claimJob('test', PHOTOS); job; job = await claimJob('test', PHOTOS)) {
    await HANDLERS[job.kind]!(job.payload, job.urgency)
    await completeJob('test', job)
  }
}

async function expectAlive(): Promise<void> {
  const grey = sharp({ create: { width: 320, height: 320, channels: 3, background: '#808080' } })
  const said = await classifyPixels([await pixelsForModel(await grey.png().toBuffer())])
  expect(said.scores.length).toBeGreaterThan(0)
}

describe.each(HOSTILE_PHOTOS)('$what ($name)', ({ name, make, fate }) => {
  it(`ASVS 5.2.1, 5.2.2, 5.2.6: is ${fate} when somebody tries it`, async () => {
    const bytes = await make()
    for (const locale of LOCALES) {
      const request = await post(paths.tryPhoto(), { field: 'photo', bytes, name, locale })
      const { data: reply, init } = await tryPhotoAction(argsOf(request))
      if (fate === 'taken') {
        expect(reply).toMatchObject({ ok: true, name })
      } else {
        expect(reply).toEqual({ ok: false, message: sentence(locale, fate, name) })
        expect(init?.status).toBe(STATUS[fate])
      }
    }
    await expectAlive()
  })

  it(`ASVS 5.2.2: is ${fate} when it is sent for a lot, and classified by the job`, async () => {
    const photoId = newId()
    const request = await post(paths.photoUpload(photoId), { field: 'photo', bytes: await make(), name })
    const reply = await uploadPhoto(argsOf(request, { photoId }))
    await classifyWaiting()
    const said = await listClassifications([photoId])
    if (fate === 'taken') {
      expect(reply.status).toBe(201)
      expect(said).toHaveLength(1)
    } else {
      expect(reply.status).toBe(STATUS[fate])
      expect(await reply.json()).toEqual({ error: sentence('fr', fate, name) })
      expect(said).toHaveLength(0)
    }
    await expectAlive()
  })

  it(`is ${fate} with a form sent without script`, async () => {
    const request = await post(paths.newLot(), { field: 'photos', bytes: await make(), name })
    const received = await receivePhotos(request, actor, 'fr')
    expect(received?.faults).toEqual(fate === 'taken' ? [] : [sentence('fr', fate, name)])
    expect(received?.form.getAll('photoIds')).toHaveLength(fate === 'taken' ? 1 : 0)
  })
})

describe('a photo that is not upright', () => {
  const WIDTH = 480
  const HEIGHT = 320
  type Place = (row: number, column: number, rows: number, columns: number) => [row: number, column: number]
  /** Where each pixel of the file is seen, by the orientation of its EXIF (TIFF 6.0, field 274). */
  const SEEN: Record<number, Place> = {
    1: (r, c) => [r, c],
    2: (r, c, _, columns) => [r, columns - 1 - c],
    3: (r, c, rows, columns) => [rows - 1 - r, columns - 1 - c],
    4: (r, c, rows) => [rows - 1 - r, c],
    5: (r, c) => [c, r],
    6: (r, c, rows) => [c, rows - 1 - r],
    7: (r, c, rows, columns) => [columns - 1 - c, rows - 1 - r],
    8: (r, c, _, columns) => [columns - 1 - c, r],
  }

  /** Four colours in four unequal parts, so that each turn and each mirror image differ. */
  function colourAt(row: number, column: number): [number, number, number] {
    if (row < HEIGHT / 4) return column < WIDTH / 3 ? [200, 40, 30] : [230, 200, 60]
    return column < WIDTH / 2 ? [40, 120, 60] : [30, 60, 160]
  }

  async function stored(orientation: number): Promise<Buffer> {
    const isTurned = orientation > 4
    const [rows, columns] = isTurned ? [WIDTH, HEIGHT] : [HEIGHT, WIDTH]
    const pixels = Buffer.alloc(rows * columns * 3)
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const [seenRow, seenColumn] = SEEN[orientation]!(row, column, rows, columns)
        pixels.set(colourAt(seenRow, seenColumn), (row * columns + column) * 3)
      }
    }
    return sharp(pixels, { raw: { width: columns, height: rows, channels: 3 } })
      .withMetadata({ orientation })
      .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
      .toBuffer()
  }

  async function scoresOf(bytes: Buffer): Promise<Map<string, number>> {
    const tried = await tryPhoto({ bytes, name: 'tournee.jpg', visitor: 'test' })
    if (!tried.ok) throw new Error(tried.error.code)
    return new Map(tried.value.scores.map(({ label, score }) => [label, score]))
  }

  it.each([2, 3, 4, 5, 6, 7, 8])('is seen upright and scored alike: orientation %i', async (orientation) => {
    const [upright, turned] = [await stored(1), await stored(orientation)]
    const [expected, seen] = [await pixelsForModel(upright), await pixelsForModel(turned)]
    const difference = seen.data.reduce((sum, value, at) => sum + Math.abs(value - expected.data[at]!), 0)
    expect(difference / seen.data.length).toBeLessThan(2)
    const scores = await scoresOf(turned)
    for (const [label, score] of await scoresOf(upright)) {
      expect(Math.abs((scores.get(label) ?? 0) - score)).toBeLessThan(0.03)
    }
  })

  it('would be seen otherwise without its orientation', async () => {
    const [upright, bare] = [
      await stored(1),
      await sharp(await stored(3))
        .keepIccProfile()
        .png()
        .toBuffer(),
    ]
    const [expected, seen] = [await pixelsForModel(upright), await pixelsForModel(bare)]
    const difference = seen.data.reduce((sum, value, at) => sum + Math.abs(value - expected.data[at]!), 0)
    expect(difference / seen.data.length).toBeGreaterThan(20)
  })
})

it('ASVS 5.2.1, 15.2.2: takes all of them within a bounded memory', () => {
  expect(mostMemoryBytes()).toBeLessThan(MOST_MEMORY)
})

/** The most that this process held. What `resourceUsage` says begins with what the process that started it held. */
function mostMemoryBytes(): number {
  const status = fs.existsSync('/proc/self/status') ? fs.readFileSync('/proc/self/status', 'utf8') : ''
  const peakKb = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]
  return (peakKb === undefined ? process.resourceUsage().maxRSS : Number(peakKb)) * 1024
}
