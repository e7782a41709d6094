import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import type { MaterialType } from '~/core/material-types'
import { changePhotoConsent } from '~/features/examples/commands/change-photo-consent.server'
import { forgetOldExamples } from '~/features/examples/commands/forget-old-examples.server'
import { labelExample, undoLabel } from '~/features/examples/commands/label-example.server'
import { countExamples, listExamples, listTrainingExamples } from '~/features/examples/queries.server'
import { sweepUploads } from '~/features/lots/commands/sweep-uploads.server'
import { suspendOrganisation } from '~/features/organisations/commands/suspend-organisation.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { reader } from '~/platform/db.server'
import { withTx } from '~/platform/transaction.server'
import { classifications } from '~db/sqlite/classifier'
import { labelledExamples } from '~db/sqlite/examples'
import { photos } from '~db/sqlite/photos'
import { events } from '~db/sqlite/platform'
import { createActor } from '~tests/support/actors'
import { granted, opensSite, publishes, sendsPhoto } from '~tests/support/answers'
import { changes } from '~tests/support/change-lot'
import { makeActor, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

const NOON = Date.parse(`${TODAY}T12:00:00Z`)
const DAY_MS = 86_400_000
let open: TestDatabase
let clock = NOON
let admin: Actor
let giver: Actor
let siteId = ''

beforeAll(async () => {
  setClock({ now: () => clock })
  open = await openTestDatabase()
  admin = await createActor('admin')
})
beforeEach(async () => {
  clock = NOON
  giver = await makeActor('giver')
  siteId = await opensSite(giver)
})
afterAll(() => {
  setClock()
  open.remove()
})

const agrees = async (actor: Actor) => granted(await changePhotoConsent({ actor, agrees: true }))
const withdraws = async (actor: Actor) => granted(await changePhotoConsent({ actor, agrees: false }))
const exampleOf = async (photoId: string) =>
  (await reader().select().from(labelledExamples).where(eq(labelledExamples.photoId, photoId)))[0] ?? null
const trained = async () => (await listTrainingExamples()).map(({ photoId }) => photoId)

/** A photo of which the model said this. */
async function seenPhoto(said: MaterialType, confidence = 0.9): Promise<string> {
  const photoId = await sendsPhoto(giver)
  await withTx(async (tx) => {
    await tx.insert(classifications).values({
      photoId,
      modelVersion: 'aaaaaaaaaaaa',
      verdict: confidence > 0.8 ? 'sure' : 'likely',
      candidates: [{ material: said, confidence }],
      inferenceMs: 20,
      classifiedAtMs: clock,
    })
  })
  return photoId
}

const publishDoor = async (photoIds: string[], answers: Record<string, unknown> = {}) =>
  publishes(giver, siteId, { photoIds, ...answers })

describe('consent', () => {
  it('is off until an owner gives it: nothing is kept before, nor of the lots of before', async () => {
    const before = await seenPhoto('door')
    await publishDoor([before])
    expect(await exampleOf(before)).toBeNull()
    await agrees(giver)
    expect(await exampleOf(before)).toBeNull()
    const after = await seenPhoto('door')
    await publishDoor([after])
    expect(await exampleOf(after)).not.toBeNull()
  })

  it('is an owner’s to give', async () => {
    const member: Actor = { ...giver, membership: 'member' }
    expect(await changePhotoConsent({ actor: member, agrees: true })).toMatchObject({
      error: { code: 'forbidden' },
    })
  })

  it('withdrawn, erases every example of the organisation at once, and of no other', async () => {
    await agrees(giver)
    const mine = [await sendsPhoto(giver), await sendsPhoto(giver)]
    await publishDoor(mine)
    for (const photoId of mine) granted(await labelExample({ actor: admin, photoId, label: 'door' }))
    const neighbour = await makeActor('giver')
    await agrees(neighbour)
    const theirs = await sendsPhoto(neighbour)
    await publishes(neighbour, await opensSite(neighbour), { photoIds: [theirs] })
    granted(await labelExample({ actor: admin, photoId: theirs, label: 'door' }))
    expect(await trained()).toEqual(expect.arrayContaining([...mine, theirs]))
    await withdraws(giver)
    expect(await Promise.all(mine.map(exampleOf))).toEqual([null, null])
    expect(await trained()).not.toEqual(expect.arrayContaining(mine.slice(0, 1)))
    expect(await trained()).toContain(theirs)
    const last = (await reader().select().from(events))
      .filter(({ kind }) => kind === 'photos-unshared')
      .at(-1)
    expect(last?.detail).toEqual({ removed: 2 })
  })

  it('is asked again when training reads: a row left behind without it trains nothing and shows nowhere', async () => {
    await agrees(giver)
    const photoId = await sendsPhoto(giver)
    await publishDoor([photoId])
    granted(await labelExample({ actor: admin, photoId, label: 'door' }))
    expect(await trained()).toContain(photoId)
    open.writer
      .prepare('update organisations set shares_photos_since_ms = null where id = ?')
      .run(giver.organisationId)
    expect(await exampleOf(photoId)).not.toBeNull()
    expect(await trained()).not.toContain(photoId)
    expect((await listExamples({ state: 'accepted' })).map((one) => one.photoId)).not.toContain(photoId)
    expect(await labelExample({ actor: admin, photoId, label: 'door' })).toMatchObject({
      error: { code: 'not-found' },
    })
  })

  it('of an organisation that the Métropole closed counts for nothing', async () => {
    await agrees(giver)
    const photoId = await sendsPhoto(giver)
    await publishDoor([photoId])
    granted(await labelExample({ actor: admin, photoId, label: 'door' }))
    const { organisationId } = giver
    granted(await suspendOrganisation({ actor: admin, organisationId, reason: 'Annonces fausses' }))
    expect(await trained()).not.toContain(photoId)
  })
})

describe('what a person decided of a lot', () => {
  beforeEach(() => agrees(giver))

  it('is a confirmation when they took the suggestion', async () => {
    const photoId = await seenPhoto('door')
    await publishDoor([photoId], { suggested: 'door' })
    expect(await exampleOf(photoId)).toMatchObject({
      origin: 'confirmation',
      material: 'door',
      label: 'door',
      state: 'waiting',
      decidedBy: giver.userId,
      modelVersion: 'aaaaaaaaaaaa',
      saidMaterial: 'door',
    })
  })

  it('is a correction when they chose otherwise, or the model had not looked', async () => {
    const [seen, unseen] = [await seenPhoto('window'), await sendsPhoto(giver)]
    await publishDoor([seen, unseen])
    expect(await exampleOf(seen)).toMatchObject({ origin: 'correction', saidMaterial: 'window' })
    expect(await exampleOf(unseen)).toMatchObject({
      origin: 'correction',
      saidMaterial: null,
      modelVersion: null,
    })
  })

  it('gets no label where the material has several, which an administrator then gives', async () => {
    const photoId = await sendsPhoto(giver)
    await publishDoor([photoId], { material: 'hvac-plumbing', attributes: {} })
    expect(await exampleOf(photoId)).toMatchObject({ material: 'hvac-plumbing', label: null })
    expect(await trained()).not.toContain(photoId)
    granted(await labelExample({ actor: admin, photoId, label: 'radiator' }))
    expect(await exampleOf(photoId)).toMatchObject({ label: 'radiator', origin: 'correction' })
    expect(await trained()).toContain(photoId)
  })

  it('changed afterwards, is looked at anew; the same again is not', async () => {
    const photoId = await seenPhoto('window')
    const lotId = await publishDoor([photoId])
    granted(await labelExample({ actor: admin, photoId, label: 'door' }))
    clock += 1000
    granted(await changes(giver, lotId, { quantity: '13' }))
    expect(await exampleOf(photoId)).toMatchObject({ state: 'accepted', label: 'door' })
    clock += 1000
    granted(await changes(giver, lotId, { material: 'window', suggested: 'window', attributes: {} }))
    expect(await exampleOf(photoId)).toMatchObject({
      state: 'waiting',
      material: 'window',
      origin: 'confirmation',
      keptSinceMs: NOON,
    })
  })

  it('goes with a photo taken from the lot', async () => {
    const [kept, taken] = [await sendsPhoto(giver), await sendsPhoto(giver)]
    const lotId = await publishDoor([kept, taken])
    clock += 1000
    granted(await changes(giver, lotId, { photoIds: [kept] }))
    expect(await exampleOf(taken)).toBeNull()
    expect(await exampleOf(kept)).not.toBeNull()
  })
})

describe('how long an example lives', () => {
  beforeEach(() => agrees(giver))

  it('never longer than its photo', async () => {
    const photoId = await sendsPhoto(giver)
    await publishDoor([photoId])
    await withTx(async (tx) => {
      await tx.update(photos).set({ lotId: null }).where(eq(photos.id, photoId))
    })
    clock += 8 * DAY_MS
    await sweepUploads()
    expect(await exampleOf(photoId)).toBeNull()
  })

  it('three years at most', async () => {
    const photoId = await sendsPhoto(giver)
    await publishDoor([photoId])
    clock += 1000 * DAY_MS
    await forgetOldExamples()
    expect(await exampleOf(photoId)).not.toBeNull()
    clock += 100 * DAY_MS
    await forgetOldExamples()
    expect(await exampleOf(photoId)).toBeNull()
  })
})

describe('an administrator', () => {
  beforeEach(() => agrees(giver))

  it('alone labels', async () => {
    const photoId = await sendsPhoto(giver)
    await publishDoor([photoId])
    for (const act of [
      labelExample({ actor: giver, photoId, label: 'door' }),
      undoLabel({ actor: giver, photoId }),
    ])
      expect(await act).toMatchObject({ error: { code: 'forbidden' } })
  })

  it('says otherwise than the giver, sets aside, and takes back the last decision once', async () => {
    const photoId = await sendsPhoto(giver)
    await publishDoor([photoId])
    const before = await exampleOf(photoId)
    granted(await labelExample({ actor: admin, photoId, label: 'other' }))
    expect(await exampleOf(photoId)).toMatchObject({
      label: 'other',
      origin: 'administrator',
      state: 'accepted',
      decidedBy: admin.userId,
    })
    clock += 1000
    granted(await labelExample({ actor: admin, photoId, label: null }))
    expect(await exampleOf(photoId)).toMatchObject({ state: 'rejected', label: 'other' })
    clock += 1000
    granted(await undoLabel({ actor: admin, photoId }))
    expect(await exampleOf(photoId)).toMatchObject({ state: 'accepted', label: 'other' })
    clock += 1000
    expect(await undoLabel({ actor: admin, photoId })).toMatchObject({ error: { code: 'conflict' } })
    granted(await labelExample({ actor: admin, photoId, label: 'door' }))
    clock += 1000
    granted(await undoLabel({ actor: admin, photoId }))
    expect({ ...(await exampleOf(photoId)), decidedAtMs: 0 }).toMatchObject({ label: 'other' })
    expect(before).toMatchObject({ label: 'door', state: 'waiting' })
  })

  it('refuses a label that nobody knows, and a photo that is no example', async () => {
    const photoId = await sendsPhoto(giver)
    expect(await labelExample({ actor: admin, photoId, label: 'door' })).toMatchObject({
      error: { code: 'not-found' },
    })
    await publishDoor([photoId])
    expect(await labelExample({ actor: admin, photoId, label: 'diamond' })).toMatchObject({
      error: { code: 'invalid', field: 'label' },
    })
  })

  it('sees disputed photos first, then those in doubt, and counts photos and sources', async () => {
    const [sure, disputed, doubted] = [
      await seenPhoto('door', 0.95),
      await seenPhoto('window', 0.99),
      await seenPhoto('door', 0.55),
    ]
    await publishDoor([sure, disputed, doubted])
    const own = (await listExamples({ state: 'waiting' })).filter(({ photoId }) =>
      [sure, disputed, doubted].includes(photoId),
    )
    expect(own.map(({ photoId }) => photoId)).toEqual([disputed, doubted, sure])
    const before = await countExamples()
    granted(await labelExample({ actor: admin, photoId: sure, label: 'cable' }))
    granted(await labelExample({ actor: admin, photoId: doubted, label: 'cable' }))
    const after = await countExamples()
    expect(after.accepted.cable).toEqual({ photos: 2, sources: 1 })
    expect(after.byState.waiting).toBe(before.byState.waiting - 2)
  })
})
