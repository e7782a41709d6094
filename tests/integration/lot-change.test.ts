import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import { addAttachment } from '~/features/attachments/commands/add-attachment.server'
import { listAttachmentsOfLot } from '~/features/attachments/queries.server'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import { findLot, searchLots } from '~/features/lots/queries.server'
import { changeLotSchema } from '~/features/lots/schema'
import type { Actor } from '~/features/organisations/model/permissions'
import { listPhotosOf, listPhotosOfLots } from '~/features/photos/queries.server'
import { proposePickup } from '~/features/reservations/commands/propose-pickup.server'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { reader } from '~/platform/db.server'
import { withTx } from '~/platform/transaction.server'
import { classifications } from '~db/sqlite/classifier'
import { lotAttributes } from '~db/sqlite/lots'
import { changes as changeRows, events, outbox } from '~db/sqlite/platform'
import { accepts, opensSite, publishes, requests, sendsPhoto, signs } from '~tests/support/answers'
import { changes } from '~tests/support/change-lot'
import { makeActor, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

let open: TestDatabase
let giver: Actor
let other: Actor
let taker: Actor
let siteId = ''
let clock = Date.parse(`${TODAY}T12:00:00Z`)

beforeAll(async () => {
  setClock({ now: () => clock })
  open = await openTestDatabase()
  giver = await makeActor('giver')
  other = await makeActor('giver')
  taker = await makeActor('taker')
  siteId = await opensSite(giver)
})
afterAll(() => {
  setClock()
  open.remove()
})

const lotOf = async (id: string) => (await findLot(id))!
const photosOf = async (id: string) => ((await listPhotosOfLots([id])).get(id) ?? []).map((one) => one.id)
const documentsOf = async (id: string) => (await listAttachmentsOfLot(id)).map((one) => one.id)

const save = (lotId: string, answers: Record<string, unknown> = {}, actor = giver) =>
  changes(actor, lotId, answers)

async function sendsDocument(actor: Actor): Promise<string> {
  const attachmentId = newId()
  const bytes = new TextEncoder().encode(`%PDF-1.7\n${attachmentId}\n%%EOF`)
  const sent = await addAttachment({ actor, attachmentId, kind: 'other', bytes, name: 'fiche.pdf' })
  expect(sent.ok).toBe(true)
  return attachmentId
}

/** What was written of a lot since it was published: event kinds with their detail, changes, messages. */
async function traces(lotId: string) {
  const told = (await reader().select().from(events)).filter((event) => event.entityId === lotId)
  const messages = (await reader().select().from(outbox)).filter(({ payload }) => payload.lotId === lotId)
  const rows = (await reader().select().from(changeRows)).filter((change) => change.entityId === lotId)
  return {
    kinds: told.map(({ kind }) => kind),
    last: told.at(-1)?.detail,
    topics: messages.map(({ topic }) => topic),
    changes: rows.length,
  }
}

describe('changing a lot', () => {
  it('opened and sent as it is changes nothing and tells nobody', async () => {
    const lotId = await publishes(giver, siteId, {
      hazards: ['lead-paint'],
      unitPrice: '12,50',
      volumeM3: '3,2',
      packaging: 'palette',
      removal: 'removed',
      quantityBasis: 'verified',
      storageUntil: addDays(TODAY, 60),
      visibility: 'staged',
      territory: 'commune',
      territoryFrom: addDays(TODAY, 2),
      publicFrom: addDays(TODAY, 9),
    })
    const before = await lotOf(lotId)
    expect((await save(lotId)).ok).toBe(true)
    expect(await lotOf(lotId)).toEqual(before)
    expect(await traces(lotId)).toMatchObject({ kinds: ['published'], topics: ['lot.published'], changes: 1 })
  })

  it('keeps its new answers, finds it by them and tells once, however often it is sent', async () => {
    const lotId = await publishes(giver, siteId)
    const answers = {
      title: 'Blocs-portes acoustiques',
      description: 'Huisseries comprises',
      attributes: { leafWidth: '930' },
      quantity: '20',
      condition: '5',
      hazards: ['heavy-pieces'],
      availableUntil: addDays(TODAY, 80),
    }
    const seen = (await lotOf(lotId)).updatedAtMs
    expect((await save(lotId, { ...answers, seen })).ok).toBe(true)
    expect((await save(lotId, { ...answers, seen })).ok).toBe(true)
    expect(await lotOf(lotId)).toMatchObject({
      title: 'Blocs-portes acoustiques',
      attributes: { leafWidth: 930 },
      quantityMilli: 20_000,
      availableMilli: 20_000,
      condition: 5,
      hazards: ['heavy-pieces'],
      status: 'published',
    })
    const rows = await reader().select().from(lotAttributes).where(eq(lotAttributes.lotId, lotId))
    expect(rows.map(({ key, numberMilli }) => [key, numberMilli])).toEqual([['leafWidth', 930_000]])
    const found = await searchLots({ text: 'acoustiques' }, { size: 50, number: 1 })
    expect(found.lots.map(({ id }) => id)).toEqual([lotId])
    const told = await traces(lotId)
    expect(told).toMatchObject({ kinds: ['published', 'changed'], changes: 2 })
    expect(told.topics).toEqual(['lot.published', 'lot.changed'])
    expect(told.last).toMatchObject({
      chosen: 'door',
      changed: expect.arrayContaining(['title', 'quantityMilli']) as unknown,
    })
  })

  it('is its organisation’s alone, at its own sites, with a confirmed address, and not once withdrawn', async () => {
    const lotId = await publishes(giver, siteId)
    const elsewhere = await opensSite(other)
    const before = await lotOf(lotId)
    const change = { title: 'Volé' }
    expect(await save(lotId, { ...change, siteId: elsewhere }, other)).toMatchObject({
      error: { code: 'not-found' },
    })
    expect(await save(lotId, { ...change, siteId: elsewhere })).toMatchObject({ error: { field: 'siteId' } })
    const unconfirmed = { ...giver, isConfirmed: false }
    expect(await save(lotId, change, unconfirmed)).toMatchObject({ error: { code: 'email-unconfirmed' } })
    expect(await lotOf(lotId)).toEqual(before)
    await changeLotStatus({ actor: giver, lotId, status: 'withdrawn' })
    expect(await save(lotId, change)).toMatchObject({ error: { code: 'conflict' } })
  })

  it('does not undo what a colleague changed meanwhile, unless it is sent again', async () => {
    const lotId = await publishes(giver, siteId)
    const seen = (await lotOf(lotId)).updatedAtMs
    await save(lotId, { title: 'De Nadia' })
    expect(await save(lotId, { title: 'De Karim', seen })).toMatchObject({
      error: { code: 'edited-meanwhile' },
    })
    expect((await lotOf(lotId)).title).toBe('De Nadia')
    expect((await save(lotId, { title: 'De Karim' })).ok).toBe(true)
    expect((await lotOf(lotId)).title).toBe('De Karim')
  })

  it('of its material keeps what the model said and what stood before', async () => {
    const photoId = await sendsPhoto(giver)
    const lotId = await publishes(giver, siteId, { photoIds: [photoId] })
    await withTx(async (tx) => {
      const candidates = [{ material: 'window' as const, confidence: 0.9 }]
      const said = { photoId, modelVersion: 'test', verdict: 'sure' as const, candidates }
      await tx.insert(classifications).values({ ...said, inferenceMs: 1, classifiedAtMs: 0 })
    })
    expect(
      (await save(lotId, { material: 'cladding', attributes: {} }).catch(() => ({ ok: false }))).ok,
    ).toBe(false)
    await save(lotId, { material: 'brick', attributes: {}, suggested: 'brick' })
    expect(await lotOf(lotId)).toMatchObject({ material: 'brick', materialSource: 'person' })
    expect((await traces(lotId)).last).toMatchObject({
      chosen: 'brick',
      was: 'door',
      said: [{ photoId, offered: ['window'] }],
    })
    await save(lotId, { material: 'window', attributes: {}, suggested: 'window' })
    expect(await lotOf(lotId)).toMatchObject({ material: 'window', materialSource: 'suggestion' })
  })
})

describe('the photos and documents of a lot', () => {
  it('are added, removed and put in order; the first is the cover', async () => {
    const [a, b, c] = [await sendsPhoto(giver), await sendsPhoto(giver), await sendsPhoto(giver)]
    const lotId = await publishes(giver, siteId, { photoIds: [a, b] })
    expect((await save(lotId, { photoIds: [c, b, a] })).ok).toBe(true)
    expect(await photosOf(lotId)).toEqual([c, b, a])
    expect((await save(lotId, { photoIds: [b] })).ok).toBe(true)
    expect(await photosOf(lotId)).toEqual([b])
    expect((await traces(lotId)).last).toMatchObject({ changed: ['photos'] })
    expect(await listPhotosOf(giver.organisationId, [a])).toHaveLength(1)
    const another = await publishes(giver, siteId, { photoIds: [a] })
    expect(await photosOf(another)).toEqual([a])
    const [one, two] = [await sendsDocument(giver), await sendsDocument(giver)]
    await save(lotId, { attachmentIds: [one] })
    await save(lotId, { attachmentIds: [two] })
    expect(await documentsOf(lotId)).toEqual([two])
  })

  it('are one photo at least, and never another lot’s or another organisation’s', async () => {
    const lotId = await publishes(giver, siteId)
    const taken = (await photosOf(await publishes(giver, siteId)))[0]!
    const before = await photosOf(lotId)
    const none = changeLotSchema.safeParse({ photoIds: [] })
    expect(none.error?.issues).toContainEqual(expect.objectContaining({ message: 'photo-required' }))
    for (const photoId of [taken, await sendsPhoto(other), newId()]) {
      expect(await save(lotId, { photoIds: [photoId] })).toMatchObject({ error: { field: 'photoIds' } })
    }
    const foreign = { attachmentIds: [await sendsDocument(other)] }
    expect(await save(lotId, foreign)).toMatchObject({ error: { field: 'attachmentIds' } })
    expect(await photosOf(lotId)).toEqual(before)
  })
})

describe('what a reservation is founded on', () => {
  it('stays while a part is asked for, accepted or handed over', async () => {
    const lotId = await publishes(giver, siteId, { unitPrice: '10' })
    const elsewhere = await opensSite(giver)
    const reservationId = await requests(taker, lotId, 5)
    const refused = async () => {
      const answers = [
        await save(lotId, { quantity: '4' }),
        await save(lotId, { material: 'window', attributes: {} }),
        await save(lotId, { unit: 'kg' }),
        await save(lotId, { siteId: elsewhere }),
        await save(lotId, { unitPrice: '11' }),
      ]
      return answers.map((answer) => (answer.ok ? 'ok' : `${answer.error.field}: ${answer.error.code}`))
    }
    const held = [
      'quantity: below-held',
      'material: held-unchangeable',
      'unit: held-unchangeable',
      'siteId: held-unchangeable',
    ]
    const before = await lotOf(lotId)
    expect(await refused()).toEqual([...held, 'unitPrice: held-unchangeable'])
    expect(await save(lotId, { quantity: '4' })).toMatchObject({ error: { params: { held: 5 } } })
    await accepts(giver, reservationId)
    expect(await refused()).toEqual([...held, 'unitPrice: held-unchangeable'])
    expect(await lotOf(lotId)).toEqual(before)
    expect((await save(lotId, { quantity: '5', unitPrice: '9', condition: '2' })).ok).toBe(true)
    expect(await lotOf(lotId)).toMatchObject({ quantityMilli: 5000, availableMilli: 0, unitPriceCents: 900 })
    expect((await save(lotId, { quantity: '30' })).ok).toBe(true)
    expect(await lotOf(lotId)).toMatchObject({ quantityMilli: 30_000, availableMilli: 25_000 })
    await signs(giver, reservationId, 200_000)
    await signs(taker, reservationId, 200_000)
    expect(await refused()).toEqual([...held, 'ok'])
  })

  it('is free again once the request is refused', async () => {
    const lotId = await publishes(giver, siteId)
    const reservationId = await requests(taker, lotId, 5)
    await decideReservation({ actor: giver, reservationId, action: 'refuse', reason: '' })
    expect((await save(lotId, { material: 'window', attributes: {}, quantity: '1' })).ok).toBe(true)
  })

  it('includes the day on which a collection is planned', async () => {
    const lotId = await publishes(giver, siteId, { storageUntil: addDays(TODAY, 50) })
    const reservationId = await requests(taker, lotId, 5)
    await accepts(giver, reservationId)
    const slot = { on: addDays(TODAY, 46), part: 'morning' } as const
    expect((await proposePickup({ actor: giver, reservationId, slot })).ok).toBe(true)
    const day = { error: { code: 'pickup-held', params: { day: slot.on } } }
    expect(await save(lotId, { storageUntil: undefined })).toMatchObject(day)
    expect(
      await save(lotId, { availableFrom: addDays(TODAY, 47), availableUntil: addDays(TODAY, 49) }),
    ).toMatchObject(day)
    expect((await save(lotId, { storageUntil: addDays(TODAY, 48) })).ok).toBe(true)
  })
})

describe('who sees a lot that changes', () => {
  const staged = (days: number) => ({ visibility: 'staged', publicFrom: addDays(TODAY, days) })

  it('goes on seeing it', async () => {
    const lotId = await publishes(giver, siteId)
    expect(await save(lotId, staged(5))).toMatchObject({
      error: { code: 'stage-narrower', field: 'visibility' },
    })
    const hidden = await publishes(giver, siteId, staged(5))
    expect((await save(hidden, staged(9))).ok).toBe(true)
    const everyone = { visibility: 'public', publicFrom: undefined }
    expect((await save(hidden, everyone)).ok).toBe(true)
    expect(await lotOf(hidden)).toMatchObject({ publicFrom: TODAY })
    clock += 5 * 86_400_000
    expect((await save(hidden, { title: 'Toujours là' })).ok).toBe(true)
    expect(await lotOf(hidden)).toMatchObject({ publicFrom: TODAY, title: 'Toujours là' })
  })
})
