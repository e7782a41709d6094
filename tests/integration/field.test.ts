import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import type { FieldFacts } from '~/features/field/model/field-facts'
import { claimCode } from '~/features/labels/commands/claim-code.server'
import { makeBlankLabels } from '~/features/labels/commands/make-blank-labels.server'
import { listLabelsOfBatch, listLabelsOfLots } from '~/features/labels/queries.server'
import { listLotsOf } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { findHandover } from '~/features/reservations/queries.server'
import { loader as dataLoader } from '~/routes/field-data/route'
import { action as handoverAction } from '~/routes/field-handover/route'
import { action as sendAction } from '~/routes/field-send/route'
import { action as photoAction } from '~/routes/photo-upload/route'
import { handoverChecks } from '~db/sqlite/reservations'
import { accepts, granted, opensSite, publishes, requests, sendsPhoto, signs } from '~tests/support/answers'
import { makeActor, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

let open: TestDatabase
let giver: Actor
let taker: Actor
let siteId = ''
const NOON = Date.parse(`${TODAY}T12:00:00Z`)

beforeAll(async () => {
  setClock({ now: () => NOON })
  open = await openTestDatabase()
  giver = await makeActor('giver')
  taker = await makeActor('taker')
  siteId = await opensSite(giver)
})
afterAll(() => {
  setClock()
  open.remove()
})

type Form = Record<string, string>
type Answer = { status: number; body: Record<string, unknown>; cache: string | null }

async function said(answer: unknown): Promise<Answer> {
  const response = (await answerOf(answer)) as Response
  const body = (await response.json()) as Record<string, unknown>
  return { status: response.status, body, cache: response.headers.get('Cache-Control') }
}

const sends = async (who: Actor | null, form: Form) =>
  said(sendAction(argsOf(await requestAs(who, '/terrain/envoi', form))))
const signsOnDevice = async (who: Actor | null, form: Form) =>
  said(handoverAction(argsOf(await requestAs(who, '/terrain/remise', form))))
const asks = async (who: Actor | null) => said(dataLoader(argsOf(await requestAs(who, '/terrain/donnees'))))

/** What a device sends of a lot: what the quick screen asks for, and nothing typed. */
async function lotForm(change: Form = {}): Promise<Form> {
  return {
    ...{ compte: giver.userId, id: newId(), siteId, photoIds: await sendsPhoto(giver) },
    ...{ material: 'door', quantity: '12', unit: 'u', condition: '4', hazards: 'none' },
    ...{ availableFrom: TODAY, availableUntil: addDays(TODAY, 14), cedingRight: 'owner' },
    ...change,
  }
}

describe('a lot written on a device', () => {
  it('is published once, however often it is sent, and says what it is called', async () => {
    const form = await lotForm()
    const first = await sends(giver, form)
    expect(first).toMatchObject({ status: 200, body: { ok: true, lotId: form.id } })
    expect(first.body.reference).toMatch(/^GIS-/)
    expect(first.cache).toBe('private, no-store')
    const again = await Promise.all([sends(giver, form), sends(giver, { ...form, quantity: '99' })])
    for (const { body } of again) expect(body).toEqual(first.body)
    const lots = (await listLotsOf(giver.organisationId)).filter(({ id }) => id === form.id)
    expect(lots).toMatchObject([{ quantityMilli: 12_000, title: 'Porte et menuiserie' }])
  })

  it('is published once when two tabs send it in the same instant', async () => {
    const form = await lotForm()
    const both = await Promise.all([sends(giver, form), sends(giver, form)])
    expect(both.map(({ body }) => body.ok)).toEqual([true, true])
    expect((await listLotsOf(giver.organisationId)).filter(({ id }) => id === form.id)).toHaveLength(1)
  })

  it('names the fields at fault in sentences, and publishes nothing', async () => {
    const form = await lotForm({ quantity: '', condition: '' })
    const { status, body } = await sends(giver, form)
    expect(status).toBe(400)
    expect(body).toMatchObject({ ok: false, cause: 'refused' })
    expect(Object.keys(body.faults as object).sort()).toEqual(['condition', 'quantity'])
    const asbestos = await sends(giver, await lotForm({ id: form.id!, hazards: 'asbestos' }))
    expect(asbestos).toMatchObject({
      status: 400,
      body: { faults: { hazards: [expect.stringMatching(/amiante/i)] } },
    })
    expect((await listLotsOf(giver.organisationId)).some(({ id }) => id === form.id)).toBe(false)
  })

  it('says which photos are missing, so that they are sent first', async () => {
    const missing = newId()
    expect(await sends(giver, await lotForm({ photoIds: missing }))).toMatchObject({
      status: 409,
      body: { missingPhotoIds: [missing] },
    })
    const others = await sendsPhoto(taker)
    expect(await sends(giver, await lotForm({ photoIds: others }))).toMatchObject({
      body: { missingPhotoIds: [others] },
    })
  })

  it('waits while nobody, or somebody else, is signed in', async () => {
    const form = await lotForm()
    expect(await sends(null, form)).toMatchObject({ status: 403, body: { cause: 'session' } })
    const other = await makeActor('giver')
    expect(await sends(other, form)).toMatchObject({ status: 409, body: { cause: 'other-account' } })
    expect(await sends(taker, { ...form, compte: taker.userId })).toMatchObject({
      status: 403,
      body: { cause: 'refused' },
    })
    expect(await sends(giver, form)).toMatchObject({ body: { ok: true } })
  })

  it('sends its photos for its own account alone', async () => {
    const photoId = newId()
    const path = `/photos/${photoId}/envoi?compte=${giver.userId}`
    const as = async (who: Actor | null) =>
      said(photoAction(argsOf(await requestAs(who, path, {}), { photoId })))
    expect(await as(null)).toMatchObject({ status: 403, body: { cause: 'session' } })
    expect(await as(await makeActor('giver'))).toMatchObject({
      status: 409,
      body: { cause: 'other-account' },
    })
  })
})

describe('the label that is stuck on a lot written on a device', () => {
  async function blanks(count: number, owner = giver): Promise<string[]> {
    const batchId = newId()
    granted(await makeBlankLabels({ actor: owner, batchId, count }))
    return (await listLabelsOfBatch(owner.organisationId, batchId)).map(({ code }) => code)
  }
  const labelsOf = async (lotId: string) =>
    ((await listLabelsOfLots([lotId])).get(lotId) ?? []).map(({ code }) => code)

  it('is on it once it is published, however often and by however many it is sent', async () => {
    const [code = ''] = await blanks(1)
    const form = await lotForm({ etiquette: code })
    const both = await Promise.all([sends(giver, form), sends(giver, form)])
    for (const { body } of both) expect(body).toMatchObject({ ok: true, labelFault: null })
    expect((await sends(giver, form)).body).toEqual(both[0].body)
    expect(await labelsOf(form.id!)).toEqual([code])
  })

  it('is claimed by the sending again when only the lot had arrived', async () => {
    const [code = ''] = await blanks(1)
    const { etiquette: _, ...form } = await lotForm({ etiquette: code })
    await sends(giver, form)
    expect((await sends(giver, { ...form, etiquette: code })).body).toMatchObject({ labelFault: null })
    expect(await labelsOf(form.id!)).toEqual([code])
  })

  it('stays with the lot that had it first: the other is published all the same, and told whose it is', async () => {
    const [code = ''] = await blanks(1)
    const first = await lotForm({ etiquette: code })
    const second = await lotForm({ etiquette: code })
    const { reference } = (await sends(giver, first)).body
    const { status, body } = await sends(giver, second)
    expect({ status, ok: body.ok }).toEqual({ status: 200, ok: true })
    expect(body.labelFault).toContain(String(reference))
    expect(await labelsOf(second.id!)).toEqual([])
    expect(await labelsOf(first.id!)).toEqual([code])
  })

  it('is no one else’s, and no code that was mistyped', async () => {
    const [theirs = ''] = await blanks(1, await makeActor('giver'))
    const [own = ''] = await blanks(1)
    const swapped = (own[0] === '0' ? '1' : '0') + own.slice(1)
    for (const code of [theirs, swapped, '00000000']) {
      const form = await lotForm({ etiquette: code })
      const { body } = await sends(giver, form)
      expect(body.ok).toBe(true)
      expect(body.labelFault).toMatch(/[.!]$/)
      expect(await labelsOf(form.id!)).toEqual([])
    }
  })

  it('is among what the device keeps: those of its lots by piece, and blank ones of its organisation', async () => {
    const [own, buyer] = await Promise.all([makeActor('giver'), makeActor('taker')])
    const lotId = await publishes(own, await opensSite(own))
    const [claimed = '', blank = ''] = await blanks(2, own)
    granted(await claimCode({ actor: own, code: claimed, lotId }))
    const { labels, labelBase } = (await asks(own)).body as unknown as FieldFacts
    expect(labels).toEqual([
      { code: claimed, lotId, item: null },
      { code: blank, lotId: null, item: null },
    ])
    expect(labelBase).toMatch(/^http.*\/q\/$/)
    const reservationId = await requests(buyer, lotId, 2)
    const kept = async () => ((await asks(buyer)).body as unknown as FieldFacts).labels
    expect(await kept()).toEqual([])
    await accepts(own, reservationId)
    expect(await kept()).toEqual([{ code: claimed, lotId, item: null }])
  })
})

describe('what a device keeps of an account', () => {
  it('is its own sites, lots and handovers, for who is signed in alone', async () => {
    const lotId = await publishes(giver, siteId)
    const reservationId = await requests(taker, lotId, 5)
    await accepts(giver, reservationId)
    const facts = (await asks(giver)).body as unknown as FieldFacts
    expect(facts.who).toMatchObject({ userId: giver.userId, canPublish: true })
    expect(facts.sites.map(({ id }) => id)).toEqual([siteId])
    expect(facts.lots.find(({ id }) => id === lotId)).toMatchObject({ availableMilli: 7000, siteId })
    expect(facts.reservations).toMatchObject([{ id: reservationId, side: 'giver', quantityMilli: 5000 }])
    const ofTaker = (await asks(taker)).body as unknown as FieldFacts
    expect(ofTaker).toMatchObject({ who: { canPublish: false }, sites: [], lots: [] })
    expect(ofTaker.reservations).toMatchObject([{ id: reservationId, side: 'taker' }])
    const ofStranger = (await asks(await makeActor('taker'))).body as unknown as FieldFacts
    expect(ofStranger.reservations).toEqual([])
    expect(await asks(null)).toMatchObject({ status: 403, body: { cause: 'session' } })
  })
})

describe('a handover counted and signed on a device', () => {
  async function collection() {
    const lotId = await publishes(giver, siteId)
    const reservationId = await requests(taker, lotId, 5)
    await accepts(giver, reservationId)
    const form = (change: Form = {}): Form => ({
      ...{ compte: giver.userId, id: newId(), reservationId, counted: '5', massKg: '200' },
      ...{ signedName: 'Aïcha Benali', countedAtMs: String(NOON - 1000) },
      ...change,
    })
    return { reservationId, form }
  }
  const checksOf = (reservationId: string) =>
    open.read.select().from(handoverChecks).where(eq(handoverChecks.reservationId, reservationId))

  it('is kept once however often it is sent, and completes with the other side’s signature', async () => {
    const { reservationId, form } = await collection()
    const sent = form()
    for (let times = 0; times < 3; times++)
      expect(await signsOnDevice(giver, sent)).toMatchObject({ status: 200 })
    expect(await checksOf(reservationId)).toMatchObject([
      { side: 'giver', countedMilli: 5000, difference: '' },
    ])
    expect(await signs(taker, reservationId, 200_000)).not.toBeNull()
    expect(await signsOnDevice(giver, sent)).toMatchObject({ status: 200, body: { ok: true } })
    expect(await checksOf(reservationId)).toHaveLength(1)
  })

  it('asks why the count differs, and keeps the reason', async () => {
    const { reservationId, form } = await collection()
    const short = form({ counted: '4' })
    expect(await signsOnDevice(giver, short)).toMatchObject({
      status: 400,
      body: { cause: 'refused', faults: { difference: [expect.any(String)] } },
    })
    expect(await checksOf(reservationId)).toEqual([])
    const explained = { ...short, difference: 'Une porte fendue' }
    expect(await signsOnDevice(giver, explained)).toMatchObject({
      status: 400,
      body: { faults: { reason: [expect.any(String)] } },
    })
    expect(await checksOf(reservationId)).toEqual([])
    expect(await signsOnDevice(giver, { ...explained, reason: 'broken' })).toMatchObject({ status: 200 })
    expect(await checksOf(reservationId)).toMatchObject([
      { countedMilli: 4000, reason: 'broken', difference: 'Une porte fendue' },
    ])
  })

  it('does not undo what one’s own side has signed since', async () => {
    const { reservationId, form } = await collection()
    await signs(giver, reservationId, 210_000)
    expect(await signsOnDevice(giver, form())).toMatchObject({ status: 409, body: { cause: 'refused' } })
    const { confirmations } = await findHandover(reservationId)
    expect(confirmations).toMatchObject([{ side: 'giver', massG: 210_000 }])
  })

  it('is refused to strangers, to nobody and to another account', async () => {
    const { reservationId, form } = await collection()
    const stranger = await makeActor('taker')
    expect(await signsOnDevice(stranger, form({ compte: stranger.userId }))).toMatchObject({ status: 404 })
    expect(await signsOnDevice(null, form())).toMatchObject({ status: 403, body: { cause: 'session' } })
    expect(await signsOnDevice(taker, form())).toMatchObject({
      status: 409,
      body: { cause: 'other-account' },
    })
    expect(await checksOf(reservationId)).toEqual([])
  })
})
