import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import { publishLot } from '~/features/lots/commands/publish-lot.server'
import { saveDraft } from '~/features/lots/commands/save-draft.server'
import { findDraftOf } from '~/features/lots/queries/drafts.server'
import { findLot, listLotsOf, searchLots } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { reader } from '~/platform/db.server'
import { withTx } from '~/platform/transaction.server'
import { classifications } from '~db/sqlite/classifier'
import { lotAttributes } from '~db/sqlite/lots'
import { makeActor, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

let open: TestDatabase
let giver: Actor
let other: Actor
let siteId = ''

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  giver = await makeActor('giver')
  other = await makeActor('giver')
  siteId = await makeSite(giver)
})
afterAll(() => {
  setClock()
  open.remove()
})

async function photoOf(actor: Actor): Promise<string> {
  const photoId = newId()
  const background = `#${photoId.slice(-6)}`
  const image = sharp({ create: { width: 640, height: 480, channels: 3, background } })
  const sent = await addPhoto({ actor, photoId, bytes: await image.jpeg().toBuffer(), name: 'mur.jpg' })
  expect(sent.ok).toBe(true)
  return photoId
}

async function order(change: Partial<Parameters<typeof publishLot>[0]> = {}) {
  return {
    actor: giver,
    id: newId(),
    siteId,
    photoIds: change.photoIds ?? [await photoOf(giver)],
    material: 'brick' as const,
    title: 'Briques de façade',
    description: 'Démontées à la main',
    attachmentIds: [],
    quantity: 500_000,
    unit: 'u' as const,
    condition: 4 as const,
    availableFrom: TODAY,
    availableUntil: addDays(TODAY, 30),
    quantityBasis: 'estimated' as const,
    attributes: {},
    hazards: [],
    access: '',
    provenance: '',
    cedingRight: 'owner' as const,
    visibility: 'public' as const,
    splitting: 'parts' as const,
    ...change,
  }
}

describe('publishing a lot', () => {
  it('makes it findable at once, with its photo, and an estimated mass marked so', async () => {
    const lot = await order()
    expect((await publishLot(lot)).ok).toBe(true)
    const found = await searchLots({ text: 'facade' }, { size: 10, number: 1 })
    expect(found.lots.map(({ id }) => id)).toContain(lot.id)
    expect(await findLot(lot.id)).toMatchObject({
      massG: 1_150_000,
      massEstimated: true,
      materialSource: 'person',
    })
    expect((await listPhotosOfLots([lot.id])).get(lot.id)).toHaveLength(1)
  })

  it('drops its draft, keeps its sheet for searching and what the model said in its event', async () => {
    const attributes = { brickKind: 'solid', length: 220.5 }
    const lot = await order({ attributes })
    await saveDraft({ actor: giver, draftId: lot.id, answers: { title: 'Briques' }, takenAtMs: 1 })
    await publishLot(lot)
    expect(await findDraftOf(giver.organisationId, lot.id)).toBeNull()
    expect(await findLot(lot.id)).toMatchObject({ attributes, cedingRight: 'owner', publicFrom: TODAY })
    const rows = await reader().select().from(lotAttributes).where(eq(lotAttributes.lotId, lot.id))
    expect(rows).toEqual([
      { lotId: lot.id, key: 'brickKind', numberMilli: null, word: 'solid' },
      { lotId: lot.id, key: 'length', numberMilli: 220_500, word: null },
    ])
  })

  it('asks for a confirmed address, from a draft too, and keeps the draft', async () => {
    const lot = await order({ actor: { ...giver, isConfirmed: false } })
    await saveDraft({ actor: giver, draftId: lot.id, answers: { title: 'Briques' }, takenAtMs: 1 })
    expect(await publishLot(lot)).toMatchObject({ error: { code: 'email-unconfirmed' } })
    expect(await findLot(lot.id)).toBeNull()
    expect(await findDraftOf(giver.organisationId, lot.id)).not.toBeNull()
  })

  it('in stages names the territory that sees it first', async () => {
    const stages = { visibility: 'staged', territory: 'ept', territoryFrom: TODAY } as const
    const lot = await order({ ...stages, publicFrom: addDays(TODAY, 7) })
    await publishLot(lot)
    expect(await findLot(lot.id)).toMatchObject({
      territory: 'ept',
      territoryCode: expect.stringMatching(/^\d+$/) as unknown,
      publicFrom: addDays(TODAY, 7),
    })
  })

  it('twice with the same id publishes it once', async () => {
    const lot = await order()
    const before = (await listLotsOf(giver.organisationId)).length
    expect(await Promise.all([publishLot(lot), publishLot(lot)])).toEqual([
      { ok: true, value: { id: lot.id } },
      { ok: true, value: { id: lot.id } },
    ])
    expect(await listLotsOf(giver.organisationId)).toHaveLength(before + 1)
  })

  it('says «suggested» only where the model offered that material', async () => {
    const claimed = await order({ suggested: 'brick' })
    await publishLot(claimed)
    expect(await findLot(claimed.id)).toMatchObject({ materialSource: 'person' })
    const photoId = await photoOf(giver)
    await withTx(async (tx) => {
      const candidates = [{ material: 'brick' as const, confidence: 0.9 }]
      const said = { photoId, modelVersion: 'test', verdict: 'sure' as const, candidates }
      await tx.insert(classifications).values({ ...said, inferenceMs: 1, classifiedAtMs: 0 })
    })
    const confirmed = await order({ photoIds: [photoId], suggested: 'brick' })
    await publishLot(confirmed)
    expect(await findLot(confirmed.id)).toMatchObject({ materialSource: 'suggestion' })
  })

  it.each([
    ['another organisation’s photo', async () => ({ photoIds: [await photoOf(other)] }), 'photoIds'],
    ['a photo that does not exist', () => ({ photoIds: [newId()] }), 'photoIds'],
    ['another organisation’s site', async () => ({ siteId: await makeSite(other) }), 'siteId'],
  ])('with %s is refused and changes nothing', async (_name, change, field) => {
    const lot = await order(await change())
    expect(await publishLot(lot)).toMatchObject({ ok: false, error: { code: 'invalid', field } })
    expect(await findLot(lot.id)).toBeNull()
  })

  it('never uses a photo for two lots', async () => {
    const first = await order()
    expect((await publishLot(first)).ok).toBe(true)
    const second = await order({ photoIds: first.photoIds })
    expect((await publishLot(second)).ok).toBe(false)
    expect(await findLot(second.id)).toBeNull()
  })
})

describe('the status of a lot', () => {
  it('is its giver’s to change', async () => {
    const lot = await order()
    await publishLot(lot)
    const paused = { lotId: lot.id, status: 'paused' } as const
    expect(await changeLotStatus({ actor: other, ...paused })).toMatchObject({ error: { code: 'not-found' } })
    expect((await changeLotStatus({ actor: giver, ...paused })).ok).toBe(true)
    const found = await searchLots({ text: 'façade' }, { size: 50, number: 1 })
    expect(found.lots.map(({ id }) => id)).not.toContain(lot.id)
  })
})
