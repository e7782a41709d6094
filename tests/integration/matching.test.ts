import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import { findLot } from '~/features/lots/queries.server'
import {
  countLotsForNeed,
  findLotsForNeed,
  findNeedsForLot,
  scoreLotForNeed,
} from '~/features/matching/queries.server'
import { changeNeedStatus } from '~/features/needs/commands/change-need-status.server'
import { stateNeed } from '~/features/needs/commands/state-need.server'
import { findNeed } from '~/features/needs/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { withTx } from '~/platform/transaction.server'
import { makeLot, type LotRow } from '~db/seed/factories/lot'
import { makeNeed, type NeedRow } from '~db/seed/factories/need'
import { insertRows } from '~db/seed/factories/rows'
import { makeSite } from '~db/seed/factories/site'
import { createActor } from '~tests/support/actors'
import { noteRawWrites, setupDatabase, type TestSetup } from '~tests/support/database'

const TODAY = '2026-09-15'
const NOON = Date.parse(`${TODAY}T12:00:00Z`)
const MONTREUIL = '93048'
const BAGNOLET = '93006'

let setup: TestSetup
let giver: Actor
let taker: Actor

beforeAll(async () => {
  setClock({ now: () => NOON })
  setup = await setupDatabase()
})
afterAll(() => {
  setup.cleanup()
  setClock()
})
// Each test has organisations of its own; what the last one left open must not be a candidate of the next.
afterEach(() => {
  setup.database.writer.exec("update lots set status = 'withdrawn'; update needs set status = 'closed'")
  noteRawWrites(setup.database)
})

async function parties() {
  giver = await createActor('giver')
  taker = await createActor('taker')
}

async function addLot(owner: Actor, lot: Partial<LotRow> = {}) {
  const site = makeSite({ organisationId: owner.organisationId, communeCode: MONTREUIL })
  const row = makeLot({
    organisationId: owner.organisationId,
    siteId: site.id,
    communeCode: MONTREUIL,
    ...lot,
  })
  await withTx((tx) => insertRows(tx, { sites: [site], lots: [row] }))
  return (await findLot(row.id))!
}

async function addNeed(owner: Actor, need: Partial<NeedRow> = {}) {
  const row = makeNeed({ organisationId: owner.organisationId, communeCode: BAGNOLET, ...need })
  await withTx((tx) => insertRows(tx, { needs: [row] }))
  return (await findNeed(row.id))!
}

describe('matching through the database', () => {
  it('finds the stated need for a new lot and the lot for the need, with parts that sum to the score', async () => {
    await parties()
    const stated = await stateNeed({
      actor: taker,
      id: newId(),
      material: 'wood-floor',
      title: 'Parquet pour deux classes',
      quantity: 50_000,
      unit: 'm2',
      communeCode: BAGNOLET,
      neededFrom: TODAY,
      neededUntil: addDays(TODAY, 60),
      radiusKm: 15,
      minCondition: 2,
      description: '',
      attributes: {},
    })
    expect(stated.ok).toBe(true)
    const lot = await addLot(giver, { condition: 4 })

    const [found, ...rest] = await findNeedsForLot(lot, 5)
    expect(rest).toEqual([])
    expect(found!.item.title).toBe('Parquet pour deux classes')
    const { view } = found!
    const cents = view.parts.reduce((sum, part) => sum + Math.round(part.points * 100), 0)
    expect(cents).toBe(Math.round(view.score * 100))
    expect(view.parts.map(({ key }) => key)).toEqual([
      'fit',
      'distance',
      'dates',
      'cover',
      'condition',
      'carbon',
      'price',
    ])
    // The lot is there for 30 of the 60 days, for 40 of the 50 m².
    expect(view).toMatchObject({
      overlapDays: 30,
      wantedDays: 60,
      coveredMilli: 40_000,
      wantedMilli: 50_000,
      offered: 'wood-floor',
      wanted: 'wood-floor',
    })
    expect(view.straightKm).toBeGreaterThan(0)
    expect(view.straightKm).toBeLessThan(5)
    expect(view.roadKm).toBeGreaterThanOrEqual(view.straightKm)

    const backwards = await findLotsForNeed(found!.item, 5)
    expect(backwards.map(({ item }) => item.id)).toEqual([lot.id])
    expect(backwards[0]!.view).toEqual(view)
    expect(await scoreLotForNeed(lot, found!.item)).toEqual(view)
    expect(await countLotsForNeed(found!.item)).toBe(1)
  })

  it('never pairs an organisation with itself', async () => {
    await parties()
    const both = await createActor('giver', { isTaker: true })
    const own = await addLot(both)
    const need = await addNeed(both)
    expect(await findNeedsForLot(own, 5)).toEqual([])
    expect(await findLotsForNeed(need, 5)).toEqual([])

    const other = await addLot(giver)
    expect((await findLotsForNeed(need, 5)).map(({ item }) => item.id)).toEqual([other.id])
  })

  it('leaves out needs that are closed, paused, served or past', async () => {
    await parties()
    const lot = await addLot(giver)
    const open = await addNeed(taker)
    const paused = await addNeed(taker)
    await changeNeedStatus({ actor: taker, needId: paused.id, status: 'paused' })
    await addNeed(taker, { status: 'closed' })
    await addNeed(taker, { openMilli: 0 })
    await addNeed(taker, { neededFrom: addDays(TODAY, -40), neededUntil: TODAY })
    expect((await findNeedsForLot(lot, 10)).map(({ item }) => item.id)).toEqual([open.id])

    await changeNeedStatus({ actor: taker, needId: paused.id, status: 'open' })
    expect((await findNeedsForLot(lot, 10)).map(({ item }) => item.id).sort()).toEqual(
      [open.id, paused.id].sort(),
    )
  })

  it('leaves out lots that are paused, withdrawn, all taken, past, too far, too worn or in another unit', async () => {
    await parties()
    const need = await addNeed(taker, { radiusKm: 5, minCondition: 3 })
    const fits = await addLot(giver)
    await addLot(giver, { status: 'paused' })
    await addLot(giver, { status: 'withdrawn' })
    await addLot(giver, { availableMilli: 0 })
    await addLot(giver, { availableFrom: addDays(TODAY, -30), availableUntil: TODAY })
    await addLot(giver, { communeCode: '92012' })
    await addLot(giver, { condition: 2 })
    await addLot(giver, { unit: 'u' })
    await addLot(giver, { material: 'window' })
    expect((await findLotsForNeed(need, 20)).map(({ item }) => item.id)).toEqual([fits.id])
    expect(await countLotsForNeed(need)).toBe(1)
  })

  it('counts only the days still to come as days in common', async () => {
    await parties()
    await addNeed(taker, { neededFrom: addDays(TODAY, -50), neededUntil: addDays(TODAY, 20) })
    const lot = await addLot(giver, {
      availableFrom: addDays(TODAY, -50),
      availableUntil: addDays(TODAY, 10),
    })
    const [found] = await findNeedsForLot(lot, 1)
    expect(found!.view).toMatchObject({ overlapDays: 10, wantedDays: 20 })
  })
})
