import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import { toUnit } from '~/features/classifier/model/embedding'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import { VISITOR, type LotViewer } from '~/features/lots/model/visibility'
import { listViewers } from '~/features/lots/queries.server'
import { findLotsLikeLot, findLotsLikePhoto, LEAST_LIKENESS } from '~/features/lots/similar-lots.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { noteChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { makeLot, type LotRow } from '~db/seed/factories/lot'
import { insertRows } from '~db/seed/factories/rows'
import { makeSite } from '~db/seed/factories/site'
import { photoEmbeddings } from '~db/sqlite/classifier'
import { photos } from '~db/sqlite/photos'
import { createActor } from '~tests/support/actors'
import { setupDatabase, type TestSetup } from '~tests/support/database'

const TODAY = '2026-09-15'
const MONTREUIL = '93048'
const CRETEIL = '94028'
const MODEL = 'a1a1a1a1a1a1'
const DIMENSIONS = 16

let setup: TestSetup
let giver: Actor
let neighbour: Actor
let est = ''

beforeAll(async () => {
  at(TODAY)
  setup = await setupDatabase()
  giver = await createActor('giver', { communeCode: MONTREUIL })
  neighbour = await createActor('taker', { communeCode: MONTREUIL })
  est = (await viewerOf(giver)).territoryCodes[1]!
})
afterAll(() => {
  setup.cleanup()
  setClock()
})
beforeEach(async () => {
  at(TODAY)
  setup.database.writer.exec(
    "update lots set status = 'withdrawn'; update organisations set suspended_at_ms = null",
  )
  const ids = setup.database.writer.prepare('select id from lots').pluck().all() as string[]
  await withTx(async (tx) => {
    for (const id of ids) await noteChange(tx, 'lot', id)
  })
})

function at(day: string): void {
  setClock({ now: () => Date.parse(`${day}T12:00:00Z`) })
}

async function viewerOf(actor: Actor): Promise<LotViewer> {
  return (await listViewers([actor.organisationId])).get(actor.organisationId)!
}

/** A vector that turns away from the first direction by an angle, in degrees. */
function away(degrees: number): Int8Array {
  const angle = (degrees * Math.PI) / 180
  const vector = new Int8Array(DIMENSIONS)
  vector.set([Math.round(127 * Math.cos(angle)), Math.round(127 * Math.sin(angle))])
  return vector
}

/** A published lot of the giver with a photo for each vector. */
async function addLot(
  vectors: readonly Int8Array[],
  lot: Partial<LotRow> = {},
  model = MODEL,
): Promise<LotRow> {
  const organisationId = lot.organisationId ?? giver.organisationId
  const communeCode = lot.communeCode ?? MONTREUIL
  const site = makeSite({ organisationId, communeCode })
  const availableUntil = addDays(TODAY, 90)
  const row = makeLot({ organisationId, siteId: site.id, communeCode, availableUntil, ...lot })
  await withTx(async (tx) => {
    await insertRows(tx, { sites: [site], lots: [row] })
    for (const [position, vector] of vectors.entries()) {
      const id = newId()
      const file = { sha256: id, storageKey: id, width: 4, height: 3, createdAtMs: 0 }
      await tx.insert(photos).values({ id, organisationId, lotId: row.id, position, ...file })
      await tx
        .insert(photoEmbeddings)
        .values({ photoId: id, modelVersion: model, vector: Buffer.from(vector) })
    }
    await noteChange(tx, 'lot', row.id)
  })
  return row
}

async function likePhoto(viewer: LotViewer = VISITOR, filters = {}, limit = 10): Promise<string[]> {
  const photo = { modelVersion: MODEL, vector: away(0) }
  return (await findLotsLikePhoto(photo, { viewer, filters, limit })).map(({ lot }) => lot.id)
}

describe('lots like a photo', () => {
  it('come most like first, each once by its nearest photo, and only when they are alike', async () => {
    const far = await addLot([away(60), away(30)])
    const near = await addLot([away(10), away(12)])
    await addLot([away(80)])
    expect(await likePhoto()).toEqual([near.id, far.id])
  })

  it('says how like they are, as a naive comparison of all vectors says it', async () => {
    const angles = Array.from({ length: 40 }, (_, index) => (index * 37) % 90)
    const lots = await Promise.all(angles.map(async (angle) => ({ angle, lot: await addLot([away(angle)]) })))
    const query = toUnit(away(0))!
    const expected = lots
      .map(({ angle, lot }) => {
        const unit = toUnit(away(angle))!
        return { id: lot.id, likeness: query.reduce((sum, value, i) => sum + value * unit[i]!, 0) }
      })
      .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
      .sort((a, b) => b.likeness - a.likeness)
    const found = await findLotsLikePhoto(
      { modelVersion: MODEL, vector: away(0) },
      { viewer: VISITOR, limit: 100 },
    )
    expect(found.map(({ lot }) => lot.id)).toEqual(expected.map(({ id }) => id))
    found.forEach(({ likeness }, index) => expect(likeness).toBeCloseTo(expected[index]!.likeness, 5))
  })

  it('leave out what another model looked at', async () => {
    await addLot([away(1)], {}, 'b2b2b2b2b2b2')
    expect(await likePhoto()).toEqual([])
  })

  it('follow a lot that is paused, put back and given away', async () => {
    const lot = await addLot([away(5)])
    expect(await likePhoto()).toEqual([lot.id])
    await changeLotStatus({ actor: giver, lotId: lot.id, status: 'paused' })
    expect(await likePhoto()).toEqual([])
    await changeLotStatus({ actor: giver, lotId: lot.id, status: 'published' })
    expect(await likePhoto()).toEqual([lot.id])
    setup.database.writer.prepare('update lots set available_milli = 0 where id = ?').run(lot.id)
    expect(await likePhoto()).toEqual([])
  })

  it('show a staged lot to those whose turn it is', async () => {
    const stages = { territory: 'ept', territoryCode: est, territoryFrom: addDays(TODAY, 5) } as const
    const lot = await addLot([away(5)], { publicFrom: addDays(TODAY, 10), ...stages })
    const seen = async () => {
      const viewers = [await viewerOf(giver), await viewerOf(neighbour), VISITOR]
      return Promise.all(viewers.map(async (viewer) => (await likePhoto(viewer)).includes(lot.id)))
    }
    expect(await seen()).toEqual([true, false, false])
    at(addDays(TODAY, 5))
    expect(await seen()).toEqual([true, true, false])
    at(addDays(TODAY, 10))
    expect(await seen()).toEqual([true, true, true])
  })

  it('hide the lots of a closed organisation at once', async () => {
    await addLot([away(5)])
    expect(await likePhoto()).toHaveLength(1)
    setup.database.writer
      .prepare('update organisations set suspended_at_ms = 1 where id = ?')
      .run(giver.organisationId)
    expect(await likePhoto()).toEqual([])
  })

  it('keep to the filters, however many nearer lots these leave out', async () => {
    for (let count = 0; count < 30; count++) {
      await addLot(
        Array.from({ length: 20 }, () => away(count)),
        { material: 'brick' },
      )
    }
    const door = await addLot([away(55)], { material: 'door', communeCode: CRETEIL })
    expect(await likePhoto(VISITOR, { material: 'door' })).toEqual([door.id])
    expect(await likePhoto(VISITOR, { communeCodes: [CRETEIL] }, 1)).toEqual([door.id])
  })
})

describe('lots like a lot', () => {
  it('are found by any of its photos, without itself', async () => {
    const lot = await addLot([away(0), away(88)])
    const other = await addLot([away(80)])
    const found = await findLotsLikeLot(lot.id, MODEL, { viewer: VISITOR, limit: 4 })
    expect(found.map(({ lot: { id } }) => id)).toEqual([other.id])
  })

  it('are none while its photos have no vector', async () => {
    const lot = await addLot([])
    await addLot([away(0)])
    expect(await findLotsLikeLot(lot.id, MODEL, { viewer: VISITOR, limit: 4 })).toEqual([])
  })
})
