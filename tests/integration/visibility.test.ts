import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import { announceStages } from '~/features/lots/commands/announce-stages.server'
import { isVisibleTo, VISITOR, type LotViewer } from '~/features/lots/model/visibility'
import {
  countOpenLotsByMaterial,
  findVisibleLot,
  listViewers,
  searchLots,
} from '~/features/lots/queries.server'
import { countLotsForNeed, findLotsForNeed, findNeedsForLot } from '~/features/matching/queries.server'
import { findNeed } from '~/features/needs/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { reader } from '~/platform/db.server'
import { withTx } from '~/platform/transaction.server'
import { makeLot, type LotRow } from '~db/seed/factories/lot'
import { makeNeed } from '~db/seed/factories/need'
import { insertRows } from '~db/seed/factories/rows'
import { makeSite } from '~db/seed/factories/site'
import { changes, events, outbox } from '~db/sqlite/platform'
import { createActor } from '~tests/support/actors'
import { noteRawWrites, setupDatabase, type TestSetup } from '~tests/support/database'

const TODAY = '2026-09-15'
const MONTREUIL = '93048'
const CRETEIL = '94028'
const PAGE = { size: 500, number: 1 }

let setup: TestSetup
let giver: Actor
let neighbour: Actor
let stranger: Actor
let agent: Actor
let admin: Actor
let est = ''

beforeAll(async () => {
  at(TODAY)
  setup = await setupDatabase()
  giver = await createActor('giver', { communeCode: MONTREUIL })
  neighbour = await createActor('taker', { communeCode: MONTREUIL })
  stranger = await createActor('taker', { communeCode: CRETEIL })
  agent = await createActor('agent', { communeCode: MONTREUIL })
  admin = await createActor('admin', { communeCode: null })
  est = (await viewerOf(giver)).territoryCodes[1]!
})
afterAll(() => {
  setup.cleanup()
  setClock()
})
beforeEach(() => {
  at(TODAY)
  setup.database.writer.exec("update lots set status = 'withdrawn'; update needs set status = 'closed'")
  noteRawWrites(setup.database)
})

function at(day: string): void {
  setClock({ now: () => Date.parse(`${day}T12:00:00Z`) })
}

async function viewerOf(actor: Actor): Promise<LotViewer> {
  return (await listViewers([actor.organisationId])).get(actor.organisationId)!
}

async function addLot(lot: Partial<LotRow> = {}): Promise<LotRow> {
  const { organisationId } = giver
  const site = makeSite({ organisationId, communeCode: MONTREUIL })
  const availableUntil = addDays(TODAY, 90)
  const row = makeLot({ organisationId, siteId: site.id, communeCode: MONTREUIL, availableUntil, ...lot })
  await withTx((tx) => insertRows(tx, { sites: [site], lots: [row] }))
  return row
}

/** Its organisation's today, Est Ensemble's in 5 days, everyone's in 10. */
const addStagedLot = () =>
  addLot({
    publicFrom: addDays(TODAY, 10),
    territory: 'ept',
    territoryCode: est,
    territoryFrom: addDays(TODAY, 5),
  })

async function seenBy(lot: LotRow): Promise<string[]> {
  const all = { giver, neighbour, stranger, agent, admin }
  const names: string[] = []
  for (const [name, actor] of Object.entries(all)) {
    if (await findVisibleLot(lot.id, await viewerOf(actor))) names.push(name)
  }
  if (await findVisibleLot(lot.id, VISITOR)) names.push('visitor')
  return names
}

describe('who sees a lot', () => {
  it('is its organisation, then its territory, then everyone; the Métropole always', async () => {
    const lot = await addStagedLot()
    expect(await seenBy(lot)).toEqual(['giver', 'admin'])
    at(addDays(TODAY, 5))
    expect(await seenBy(lot)).toEqual(['giver', 'neighbour', 'agent', 'admin'])
    at(addDays(TODAY, 10))
    expect(await seenBy(lot)).toEqual(['giver', 'neighbour', 'stranger', 'agent', 'admin', 'visitor'])
  })

  it('holds for search and for the counts', async () => {
    await addStagedLot()
    at(addDays(TODAY, 5))
    expect((await searchLots({}, PAGE)).total).toBe(0)
    expect((await countOpenLotsByMaterial()).size).toBe(0)
    const near = await viewerOf(neighbour)
    expect((await searchLots({}, PAGE, near)).total).toBe(1)
    expect((await countOpenLotsByMaterial(near)).get('wood-floor')).toBe(1)
    expect((await searchLots({}, PAGE, await viewerOf(stranger))).total).toBe(0)
  })

  it('is the same in the query as in the rule, on random lots, viewers and days', async () => {
    const day = fc.integer({ min: -6, max: 6 }).map((days) => addDays(TODAY, days))
    const stages = fc.record({
      publicFrom: day,
      territoryCode: fc.constantFrom(null, MONTREUIL, CRETEIL, est),
      territoryFrom: fc.option(day),
    })
    const lots = await Promise.all(fc.sample(stages, 60).map((stage) => addLot(stage)))
    const viewer = fc.record({
      organisationId: fc.constantFrom(null, giver.organisationId, stranger.organisationId),
      territoryCodes: fc.subarray([MONTREUIL, CRETEIL, est]),
      seesAll: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(viewer, day, async (who, today) => {
        at(today)
        const found = await searchLots({}, PAGE, who)
        const expected = lots.filter((lot) =>
          isVisibleTo({ ...lot, organisationClosedAtMs: null }, who, today),
        )
        expect(found.lots.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort())
      }),
      { numRuns: 60 },
    )
  })
})

describe('before it is shown to an organisation', () => {
  it('a lot cannot be reserved by it', async () => {
    const lot = await addStagedLot()
    at(addDays(TODAY, 5))
    const ask = (actor: Actor) =>
      requestReservation({ actor, lotId: lot.id, id: newId(), quantity: 1000, message: '' })
    expect(await ask(stranger)).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect((await ask(neighbour)).ok).toBe(true)
  })

  it('a lot matches none of its needs, in neither direction', async () => {
    const lot = await addStagedLot()
    const window = { neededFrom: TODAY, neededUntil: addDays(TODAY, 60), radiusKm: 40 }
    const near = makeNeed({ organisationId: neighbour.organisationId, communeCode: MONTREUIL, ...window })
    const far = makeNeed({ organisationId: stranger.organisationId, communeCode: MONTREUIL, ...window })
    await withTx((tx) => insertRows(tx, { needs: [near, far] }))
    const pairs = async () => {
      const found = (await findVisibleLot(lot.id, await viewerOf(giver)))!
      const needs = (await findNeedsForLot(found, 5)).map(({ item }) => item.id)
      const counts = [near, far].map(async ({ id }) => countLotsForNeed((await findNeed(id))!))
      return [needs.sort(), await Promise.all(counts)]
    }
    expect(await pairs()).toEqual([[], [0, 0]])
    at(addDays(TODAY, 5))
    expect(await pairs()).toEqual([[near.id], [1, 0]])
    const need = (await findNeed(near.id))!
    expect(await findLotsForNeed(need, 5, VISITOR)).toEqual([])
    expect(await findLotsForNeed(need, 5, await viewerOf(neighbour))).toHaveLength(1)
    at(addDays(TODAY, 10))
    expect(await pairs()).toEqual([[near.id, far.id].sort(), [1, 1]])
  })
})

describe('a stage that widens', () => {
  const told = async (lot: LotRow) => {
    const messages = await reader().select().from(outbox)
    return messages.flatMap(({ topic, payload }) =>
      topic === 'lot.visible' && payload.lotId === lot.id ? [payload.stage] : [],
    )
  }

  it('is told of once, with the change that caches follow', async () => {
    const lot = await addStagedLot()
    const changesOfLot = async () =>
      (await reader().select().from(changes)).filter(({ entityId }) => entityId === lot.id)
    const before = await changesOfLot()
    await announceStages()
    expect(await told(lot)).toEqual([])
    at(addDays(TODAY, 5))
    await Promise.all([announceStages(), announceStages()])
    expect(await told(lot)).toEqual(['territory'])
    at(addDays(TODAY, 10))
    await announceStages()
    await announceStages()
    expect(await told(lot)).toEqual(['territory', 'public'])
    const kinds = (await reader().select().from(events)).filter(({ entityId }) => entityId === lot.id)
    expect(kinds.map(({ kind }) => kind)).toEqual(['visible-territory', 'visible-public'])
    expect(await changesOfLot()).toHaveLength(before.length + 2)
  })

  it('is told of once the lot is no longer paused, and never for what was public from the start', async () => {
    const paused = await addLot({ publicFrom: addDays(TODAY, 3), status: 'paused' })
    const open = await addLot()
    at(addDays(TODAY, 4))
    await announceStages()
    expect([await told(paused), await told(open)]).toEqual([[], []])
    setup.database.writer.prepare("update lots set status = 'published' where id = ?").run(paused.id)
    at(addDays(TODAY, 6))
    await announceStages()
    expect([await told(paused), await told(open)]).toEqual([['public'], []])
  })
})
