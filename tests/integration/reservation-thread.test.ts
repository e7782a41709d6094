import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { sweepUploads } from '~/features/lots/commands/sweep-uploads.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { attachPhotos } from '~/features/photos/commands/attach-photos.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { writeMessage } from '~/features/reservations/commands/write-message.server'
import { MESSAGES_A_DAY } from '~/features/reservations/model/thread'
import { countUnread, listThread } from '~/features/reservations/queries/thread.server'
import { runOnce } from '~/jobs/worker.server'
import { withTx } from '~/platform/transaction.server'
import { loader as photoLoader } from '~/routes/message-photo/route'
import { loader as csvLoader } from '~/routes/reservation-messages-csv/route'
import { action, loader } from '~/routes/reservation-messages/route'
import { classifications } from '~db/sqlite/classifier'
import { notifications } from '~db/sqlite/notifications'
import { jobs } from '~db/sqlite/platform'
import { createActor } from '~tests/support/actors'
import { makeActor, makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

let open: TestDatabase
let giver: Actor, taker: Actor, stranger: Actor, admin: Actor
let lotId: string, reservationId: string
let now = 0

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
  admin = await createActor('admin')
})
afterAll(() => {
  open.remove()
  setClock()
})
beforeEach(async () => {
  now = Date.parse(`${TODAY}T12:00:00Z`)
  giver = await makeActor('giver')
  taker = await makeActor('taker')
  stranger = await makeActor('taker')
  lotId = await makeLot(giver, await makeSite(giver), 100)
  reservationId = newId()
  await requestReservation({ actor: taker, lotId, id: reservationId, quantity: 40_000, message: '' })
})

const write = (actor: Actor, text: string, photoIds: string[] = [], id = newId()) => {
  now += 1000
  return writeMessage({ actor, reservationId, id, text, photoIds })
}
const unreadOf = async (actor: Actor) => (await countUnread(actor, [reservationId])).get(reservationId) ?? 0
const page = async (actor: Actor, headers: Record<string, string> = {}) => {
  const request = await requestAs(actor, `/reservations/${reservationId}/messages`)
  for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
  return answerOf(loader(argsOf(request, { reservationId })))
}

async function picture(): Promise<Uint8Array<ArrayBuffer>> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  const grain = sharp({ create: { width: 40, height: 30, channels: 3, background: 'red', noise } })
  const image = sharp(await grain.png().toBuffer()).resize({ width: 400, kernel: 'cubic' })
  return new Uint8Array(await image.jpeg().toBuffer())
}

async function privatePhoto(actor: Actor): Promise<string> {
  const photoId = newId()
  const added = await addPhoto({ actor, photoId, bytes: await picture(), name: 'a.jpg', isPrivate: true })
  expect(added.ok).toBe(true)
  return photoId
}

describe('the messages of a reservation', () => {
  it('are written once, by its two sides only', async () => {
    const id = newId()
    expect(await write(taker, 'Bonjour, un monte-charge ?', [], id)).toMatchObject({ ok: true })
    expect(await write(taker, 'Bonjour, un monte-charge ?', [], id)).toMatchObject({ ok: true })
    expect(await write(giver, 'vol', [], id)).toMatchObject({ error: { code: 'conflict' } })
    expect(await write(giver, 'Oui, 500 kg.')).toMatchObject({ ok: true })
    for (const actor of [stranger, admin])
      expect(await write(actor, 'x')).toMatchObject({ error: { code: 'not-found' } })
    expect(await write(giver, '')).toMatchObject({ error: { code: 'invalid' } })
    expect((await listThread(reservationId)).map(({ side, text }) => [side, text])).toEqual([
      ['taker', 'Bonjour, un monte-charge ?'],
      ['giver', 'Oui, 500 kg.'],
    ])
  })

  it('are unread until the other side opens the page, not when it is fetched ahead', async () => {
    await write(taker, 'un')
    await write(taker, 'deux')
    expect([await unreadOf(giver), await unreadOf(taker), await unreadOf(stranger)]).toEqual([2, 0, 0])
    await page(giver, { 'Sec-Purpose': 'prefetch' })
    expect(await unreadOf(giver)).toBe(2)
    await page(giver)
    expect(await unreadOf(giver)).toBe(0)
    await write(taker, 'trois')
    expect(await unreadOf(giver)).toBe(1)
  })

  it('are told to the other side, in the product and by e-mail, with what was written', async () => {
    await write(taker, 'Je peux venir avec une remorque.')
    while (await runOnce('thread-test'));
    const told = (await open.read.select().from(notifications)).filter(
      ({ kind, path }) => kind === 'reservation.message' && path.includes(reservationId),
    )
    expect(told.map(({ userId, path }) => [userId, path])).toEqual([
      [giver.userId, `/reservations/${reservationId}/messages`],
    ])
    const mails = (await open.read.select().from(jobs)).filter(({ kind }) => kind === 'send-mail')
    const texts = mails.map(({ payload }) => String(payload['text']))
    expect(texts.some((text) => text.includes('Je peux venir avec une remorque.'))).toBe(true)
  })

  it('are limited in a day', async () => {
    for (let index = 0; index < MESSAGES_A_DAY; index++) await write(taker, `message ${index}`)
    expect(await write(taker, 'de trop')).toMatchObject({ error: { code: 'too-many-requests' } })
    expect(await write(giver, 'une réponse')).toMatchObject({ ok: true })
    now += 86_400_000
    expect(await write(taker, 'le lendemain')).toMatchObject({ ok: true })
  })

  it('come as a file, to the two sides only', async () => {
    await write(taker, 'Bonjour; "à demain"')
    const csv = async (actor: Actor | null) =>
      (await answerOf(csvLoader(argsOf(await requestAs(actor, '/x'), { reservationId })))) as Response
    expect(await (await csv(giver)).text()).toContain('à demain')
    expect((await csv(stranger)).status).toBe(404)
    await expect(page(stranger)).resolves.toMatchObject({ status: 404 })
  })
})

describe('photos of messages', () => {
  const fileOf = async (actor: Actor | null, file: string) =>
    (await answerOf(photoLoader(argsOf(await requestAs(actor, '/x'), { reservationId, file })))) as Response

  it('are shown to the two sides only, and looked at by no model', async () => {
    const photoId = await privatePhoto(taker)
    expect(await write(taker, '', [photoId])).toMatchObject({ ok: true })
    while (await runOnce('thread-test'));
    const looked = (await open.read.select().from(classifications)).map((row) => row.photoId)
    expect(looked).not.toContain(photoId)
    for (const actor of [giver, taker]) {
      const answer = await fileOf(actor, `${photoId}-960.jpg`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('Content-Type')).toBe('image/jpeg')
      expect(answer.headers.get('Cache-Control')).toContain('private')
    }
    for (const file of [`${photoId}-961.jpg`, `${photoId}-960.png`, `../${photoId}-960.jpg`, 'x'])
      expect((await fileOf(giver, file)).status).toBe(404)
    expect((await fileOf(stranger, `${photoId}-960.jpg`)).status).toBe(404)
    expect((await fileOf(null, `${photoId}-960.jpg`)).status).toBe(302)
    expect([403, 404]).toContain((await fileOf(admin, `${photoId}-960.jpg`)).status)
  })

  it('stay when unused ones are swept, and cannot be used again elsewhere', async () => {
    const photoId = await privatePhoto(giver)
    await write(giver, 'Voici', [photoId])
    expect(await write(giver, 'encore', [photoId])).toMatchObject({ error: { code: 'conflict' } })
    expect(await write(taker, 'la vôtre', [await privatePhoto(giver)])).toMatchObject({
      error: { code: 'conflict' },
    })
    const toLot = { organisationId: giver.organisationId, lotId, photoIds: [photoId] }
    expect(await withTx((tx) => attachPhotos(tx, toLot))).toBe(false)
    now += 30 * 86_400_000
    await sweepUploads()
    expect((await fileOf(taker, `${photoId}-320.webp`)).status).toBe(200)
  })

  it('come with the form of the page; one that is refused keeps the others and the text', async () => {
    const send = async (files: Uint8Array<ArrayBuffer>[], fields: Record<string, string>) => {
      const { headers, url } = await requestAs(taker, `/reservations/${reservationId}/messages`)
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.append(name, value)
      for (const bytes of files) body.append('photos', new File([bytes], 'photo.jpg', { type: 'image/jpeg' }))
      headers.delete('Content-Type')
      const request = new Request(url, { method: 'POST', headers, body })
      return answerOf(action(argsOf(request, { reservationId })))
    }
    const id = newId()
    const bad = new Uint8Array([1, 2, 3])
    const refusedForm = JSON.stringify(await send([await picture(), bad], { id, text: 'Deux photos' }))
    expect(refusedForm).toContain('Deux photos')
    expect(refusedForm).toContain('photoIds')
    expect(await listThread(reservationId)).toEqual([])
    expect(await send([await picture(), await picture()], { id, text: 'Deux photos' })).toMatchObject({
      status: 302,
    })
    const [message] = await listThread(reservationId)
    expect(message?.photos).toHaveLength(2)
  })
})
